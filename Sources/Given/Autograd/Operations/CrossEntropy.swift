import Foundation

extension Tensor {
  /// The mean cross-entropy between targets and the softmax of scores, in nats.
  ///
  /// ```
  /// q = (1 − ε) · one-hot(target) + ε / c
  /// L = −(1/n) Σ_i Σ_j q_ij ln softmax(x_i)_j
  /// ∂L/∂x_ij = (softmax(x_i)_j − q_ij) / n
  /// ```
  ///
  /// The sum runs over the n rows whose targets count.
  ///
  /// - Parameters:
  ///   - targets: for each row of the `[…, c]` scores the right class, 0..<c, row after row.
  ///   - ignored: a target that says that its row does not count: padding, or a word that is not
  ///     masked.
  ///   - labelSmoothing: ε in 0…1, how much of the target is dealt out to all classes.
  /// - Returns: one number; 0 where no row counts.
  /// - Source: label smoothing is that of Szegedy et al., *Rethinking the Inception Architecture*,
  ///   2016, section 7.
  public consuming func crossEntropy(
    _ targets: [Int], ignoring ignored: Int? = nil, labelSmoothing: Float = 0
  ) -> Tensor {
    let classes = shape.last ?? 0
    let rows = rowCount
    require(
      rank >= 1 && targets.count == rows, "crossEntropy",
      "\(targets.count) targets for scores \(shape), which have \(rows) rows")
    for (row, target) in targets.enumerated() where target != ignored {
      require(
        (0..<classes).contains(target), "crossEntropy",
        "the target \(target) of row \(row) is no class of 0..<\(classes)")
    }
    let counted = Float(Swift.max(targets.count { $0 != ignored }, 1))
    // A tape gets the exponentials, which are most of the gradient; without one they are only added.
    let powers = isRecorded ? memoryForResult() : nil
    let x = contiguous()
    let (sums, losses) = (Tensor(uninitialized: [rows]), Tensor(uninitialized: [rows]))
    x.shareRows { row, width in
      guard targets[row] != ignored else { return losses.start[row] = 0 }
      let scores = x.start + row * width
      let (right, maximum) = (scores[targets[row]], maximumRun(scores, count: width))
      let mean =
        labelSmoothing > 0 ? sumRun(scores, count: width) { $0 - maximum } / Float(width) : 0
      // From here on the scores may be exponentials, in the same memory.
      let sum =
        powers.map {
          exponentiate(scores, into: $0.start + row * width, above: maximum, count: width)
        } ?? sumRun(scores, count: width) { exponentialBelowOne($0 - maximum) }
      sums.start[row] = sum
      let logarithm = Foundation.log(sum)
      losses.start[row] =
        (1 - labelSmoothing) * (maximum - right) + logarithm - labelSmoothing * mean
    }
    let shape = shape
    return (losses.sum() / counted).recorded(
      "crossEntropy",
      Operand(self) { gradient in
        let share = gradient.number / counted
        guard let powers else { fatalError("crossEntropy: a tape without exponentials") }
        powers.turnIntoGradient(targets, ignored, labelSmoothing, sums, share)
        return powers.reshaped(shape)
      })
  }

  /// From exponentials to (softmax − q) · share, where they stand: the tape runs backwards once, and
  /// nobody else has them.
  private func turnIntoGradient(
    _ targets: [Int], _ ignored: Int?, _ smoothing: Float, _ sums: Tensor, _ share: Float
  ) {
    shareRows { row, width in
      let powers = start + row * width
      guard targets[row] != ignored else { return powers.update(repeating: 0, count: width) }
      let (factor, spread) = (share / sums.start[row], share * smoothing / Float(width))
      mapRun(powers, into: powers, count: width) { $0 * factor - spread }
      powers[targets[row]] -= share * (1 - smoothing)
    }
  }
}

extension PlainTensor {
  func crossEntropy(
    _ targets: [Int], ignoring ignored: Int? = nil, labelSmoothing: Double = 0
  ) -> PlainTensor {
    let classes = shape[shape.count - 1]
    let logarithms = logSoftmax().values
    var (sum, counted) = (0.0, 0.0)
    for (row, target) in targets.enumerated() where target != ignored {
      counted += 1
      for column in 0..<classes {
        let q = (column == target ? 1 - labelSmoothing : 0) + labelSmoothing / Double(classes)
        sum -= q * logarithms[row * classes + column]
      }
    }
    return PlainTensor([sum / Swift.max(counted, 1)], shape: [])
  }
}
