import Foundation

extension Tensor {
  // #given softmax
  /// Scores as probabilities along an axis.
  ///
  /// ```
  /// y_j = exp(s x_j − M) / Σ_k exp(s x_k − M)     with M = max s x
  /// ∂L/∂x_j = s y_j (g_j − Σ_k g_k y_k)           with g = ∂L/∂y
  /// ```
  ///
  /// Scale and mask are here, and not operations of their own, because attention needs all three, and
  /// each pass over the scores costs as much as the arithmetic.
  ///
  /// - Parameters:
  ///   - axis: counted from the end where negative.
  ///   - scale: s, a factor for the scores; 1/√dₖ in attention.
  ///   - mask: which scores count as −∞; broadcasts to the tensor's shape.
  /// - Returns: numbers of 0…1 that sum to 1 along the axis. A row that is all hidden is all zeros.
  public consuming func softmax(
    along axis: Int = -1, scale: Float = 1, hiding mask: Mask? = nil
  ) -> Tensor {
    let axis = self.axis(axis, "softmax")
    guard axis == rank - 1 else {
      return transposed(axis, -1).softmax(scale: scale, hiding: mask?.transposed(axis, rank))
        .transposed(axis, -1)
    }
    let y = memoryForResult()
    let x = contiguous()
    let hidden = mask?.rows(of: shape, "softmax")
    x.shareRows { row, width in
      let target = y.start + row * width
      softmaxRow(x.start + row * width, scale, hidden?.row(row), into: target, count: width)
    }
    return y.recorded("softmax", Operand(self) { y.softmaxGradient($0.contiguous(), scale) })
  }

  /// s y (g − Σ g y), row by row; the tensor is y.
  private func softmaxGradient(_ gradient: Tensor, _ scale: Float) -> Tensor {
    let result = Tensor(uninitialized: shape)
    shareRows { row, width in
      let (y, g) = (start + row * width, gradient.start + row * width)
      let mean = sumRuns(y, g, count: width) { $0 * $1 }
      zipRuns(y, 1, g, 1, into: result.start + row * width, count: width) { y, g in
        y * (g - mean) * scale
      }
    }
    return result
  }
  // #end

  /// Deals the rows of the last axis out to the threads.
  func shareRows(_ body: (_ row: Int, _ width: Int) -> Void) {
    let width = shape.last ?? 1
    guard width > 0 else { return }
    Workers.share(rowCount, grain: Swift.max(1, Traversal.grain / 4 / width)) { rows in
      for row in rows { body(row, width) }
    }
  }
}

// #given softmax-row
/// The softmax of one row, in three passes.
///
/// - Parameter hidden: 0 or −∞ for each score, and whether one number holds for all of them.
private func softmaxRow(
  _ x: UnsafePointer<Float>, _ scale: Float, _ hidden: (start: UnsafePointer<Float>, stride: Int)?,
  into y: UnsafeMutablePointer<Float>, count: Int
) {
  // Pass 1: the scores.
  if let hidden {
    zipRuns(x, 1, hidden.start, hidden.stride, into: y, count: count) { $0 * scale + $1 }
  } else {
    mapRun(x, into: y, count: count) { $0 * scale }
  }
  // Pass 2: their exponentials.
  let maximum = maximumRun(y, count: count)
  guard maximum > -.infinity || !(y[0] == -.infinity) else {
    y.update(repeating: 0, count: count)
    return
  }
  let sum = exponentiate(y, into: y, above: maximum, count: count)
  // Pass 3: their shares.
  mapRun(y, into: y, count: count) { $0 * (1 / sum) }
}

/// Writes exp(x − M) of a run, and returns the sum.
func exponentiate(
  _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, above maximum: Float, count: Int
) -> Float {
  let whole = count & ~7
  var sums = Eight.zero
  for place in stride(from: 0, to: whole, by: 8) {
    let powers = exponentialBelowOne((x + place).eight - maximum)
    (y + place).eight = powers
    sums += powers
  }
  var sum = sums.sum()
  guard whole < count else { return sum }
  let powers = exponentialBelowOne((x + whole).eight(first: count - whole) - maximum)
  (y + whole).store(powers, first: count - whole)
  for lane in 0..<count - whole { sum += powers[lane] }
  return sum
}
// #end

extension PlainTensor {
  func softmax(
    along axis: Int = -1, scale: Double = 1, hiding mask: PlainTensor? = nil
  ) -> PlainTensor {
    var scores = map { $0 * scale }
    if let mask { scores = scores + mask }
    let powers = (scores - scores.reduce(along: axis) { $0.max() ?? 0 }).exp()
    return (powers / powers.sum(along: axis)).map { $0.isNaN ? 0 : $0 }
  }
}
