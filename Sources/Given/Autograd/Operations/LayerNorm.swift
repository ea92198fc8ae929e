extension Tensor {
  /// Layer normalisation along the last axis: each row with mean 0 and variance 1, then a gain and a
  /// bias for each column.
  ///
  /// ```
  /// x̂ = (x − μ) / √(σ² + ε),    y = γ x̂ + β
  /// ∂L/∂x = (h − mean h − x̂ mean(h x̂)) / √(σ² + ε)     with h = γ ∂L/∂y
  /// ∂L/∂γ = Σ over rows of x̂ ∂L/∂y,    ∂L/∂β = Σ over rows of ∂L/∂y
  /// ```
  ///
  /// - Parameters:
  ///   - gain: γ, as many as the last axis is long.
  ///   - bias: β, likewise.
  ///   - epsilon: ε, keeps a row of equal numbers from a division by 0; such a row becomes β.
  /// - Source: Ba, Kiros and Hinton, *Layer Normalization*, 2016, equations 3 and 4.
  public consuming func layerNormalized(
    gain: Tensor, bias: Tensor, epsilon: Float = 1e-5
  ) -> Tensor {
    require(
      rank >= 1 && gain.shape == [shape[rank - 1]] && bias.shape == gain.shape, "layerNormalized",
      "input \(shape), gain \(gain.shape), bias \(bias.shape): gain and bias need one number for "
        + "each place of the input's last axis")
    // The way back to the input, and that to the gain, begin with the input.
    let isNeeded = isRecorded || gain.isRecorded
    let y = isNeeded ? Tensor(uninitialized: shape) : memoryForResult()
    let x = contiguous()
    let (gamma, beta) = (gain.contiguous(), bias.contiguous())
    // For each row μ and 1 / √(σ² + ε), which the way back needs again.
    let width = shape[rank - 1]
    let moments = Tensor(uninitialized: [rowCount, 2])
    x.shareRows { row, width in
      let (x, y) = (x.start + row * width, y.start + row * width)
      let mean = sumRun(x, count: width) / Float(width)
      // Distances from the mean, for numbers far from 0 have squares that swallow their differences.
      mapRun(x, into: y, count: width) { $0 - mean }
      let squares = sumRuns(y, y, count: width) { $0 * $1 }
      let inverse = 1 / (squares / Float(width) + epsilon).squareRoot()
      zipRuns(y, 1, gamma.start, 1, into: y, count: width) { $0 * inverse * $1 }
      zipRuns(y, 1, beta.start, 1, into: y, count: width) { $0 + $1 }
      (moments.start[2 * row], moments.start[2 * row + 1]) = (mean, inverse)
    }
    return y.recorded(
      "layerNormalized",
      Operand(self) { x.layerNormGradient($0.contiguous(), gamma, moments) },
      Operand(gain) { gradient in
        (x.normalized(moments) * gradient).reshaped([moments.shape[0], width]).sum(along: 0)
      },
      Operand(bias) { $0.reshaped([moments.shape[0], width]).sum(along: 0) })
  }

  /// x̂ of rows whose moments are known.
  private func normalized(_ moments: Tensor) -> Tensor {
    let result = Tensor(uninitialized: shape)
    shareRows { row, width in
      let (mean, inverse) = (moments.start[2 * row], moments.start[2 * row + 1])
      mapRun(start + row * width, into: result.start + row * width, count: width) {
        ($0 - mean) * inverse
      }
    }
    return result
  }

  private func layerNormGradient(_ gradient: Tensor, _ gain: Tensor, _ moments: Tensor) -> Tensor {
    let result = Tensor(uninitialized: shape)
    shareRows { row, width in
      let (mean, inverse) = (moments.start[2 * row], moments.start[2 * row + 1])
      let (x, h) = (start + row * width, result.start + row * width)
      zipRuns(gradient.start + row * width, 1, gain.start, 1, into: h, count: width) { $0 * $1 }
      let offset = sumRun(h, count: width) / Float(width)
      let slope = sumRuns(h, x, count: width) { $0 * ($1 - mean) } * inverse / Float(width)
      zipRuns(h, 1, x, 1, into: h, count: width) { h, x in
        (h - offset - (x - mean) * (inverse * slope)) * inverse
      }
    }
    return result
  }
}

extension PlainTensor {
  func layerNormalized(
    gain: PlainTensor, bias: PlainTensor, epsilon: Double = 1e-5
  ) -> PlainTensor {
    let distances = self - mean(along: -1)
    let deviation = variance(along: -1).map { ($0 + epsilon).squareRoot() }
    return distances / deviation * gain + bias
  }
}
