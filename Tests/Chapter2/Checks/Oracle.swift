import Foundation

/// CBOW's arithmetic for one gap once more, in Double and straight from the formulas.
///
/// It shares no code with the chapter. The tables can be changed number by number, which is what
/// central differences need.
struct Oracle {
  /// V and U.
  var input, output: [[Double]]
  let gap: Gap

  init(_ gap: Gap, _ vectors: WordVectors) {
    self.gap = gap
    input = vectors.input.map { $0.map(Double.init) }
    output = vectors.output.map { $0.map(Double.init) }
  }

  /// v̂.
  var mean: [Double] {
    input.map { row in gap.context.reduce(0) { $0 + row[$1] } / Double(gap.context.count) }
  }

  /// z = U v̂.
  var scores: [Double] { output.map { dot($0, mean) } }

  /// ŷ.
  var probabilities: [Double] {
    let scores = scores
    let logarithm = logarithmOfSum(scores)
    return scores.map { exp($0 - logarithm) }
  }

  /// J.
  var loss: Double {
    let scores = scores
    return logarithmOfSum(scores) - scores[gap.centre]
  }

  /// ŷ − y.
  var error: [Double] {
    probabilities.enumerated().map { $0.element - ($0.offset == gap.centre ? 1 : 0) }
  }

  /// (ŷ − y) v̂ᵀ.
  var outputGradient: [[Double]] {
    let mean = mean
    return error.map { error in mean.map { error * $0 } }
  }

  /// Uᵀ (ŷ − y).
  var meanGradient: [Double] {
    var sum = Array(repeating: 0.0, count: input.count)
    for (error, row) in zip(error, output) {
      for place in row.indices { sum[place] += error * row[place] }
    }
    return sum
  }

  /// ∂J/∂V.
  var inputGradient: [[Double]] {
    meanGradient.map { number in
      (0..<output.count).map { word in
        number * Double(gap.context.count { $0 == word }) / Double(gap.context.count)
      }
    }
  }

  /// ln Σ exp(z), with the maximum taken out.
  private func logarithmOfSum(_ scores: [Double]) -> Double {
    let maximum = scores.max() ?? 0
    return maximum + log(scores.reduce(0) { $0 + exp($1 - maximum) })
  }

  /// Moves both tables against their gradients at the old tables; returns the loss before that.
  mutating func step(_ inputRate: Double, _ outputRate: Double) -> Double {
    let old = self
    input = moved(old.input, against: old.inputGradient, inputRate)
    output = moved(old.output, against: old.outputGradient, outputRate)
    return old.loss
  }

  /// Central differences of the loss by every number of a table.
  ///
  /// With h = 10⁻⁴ the difference is off by about h² = 10⁻⁸, and by the loss's own rounding over h,
  /// 10⁻¹⁶ / 10⁻⁴ = 10⁻¹²: far less than a Float's rounding.
  func centralDifferences(by table: WritableKeyPath<Oracle, [[Double]]>) -> Rows {
    let step = 1e-4
    return self[keyPath: table].indices.map { row in
      self[keyPath: table][row].indices.map { column in
        var (above, below) = (self, self)
        above[keyPath: table][row][column] += step
        below[keyPath: table][row][column] -= step
        return Float((above.loss - below.loss) / (2 * step))
      }
    }
  }
}

/// The sum of products.
///
/// A loop, since a debug build spends most of its time here.
func dot(_ a: [Double], _ b: [Double]) -> Double {
  var (sum, place) = (0.0, 0)
  let count = min(a.count, b.count)
  while place < count {
    sum += a[place] * b[place]
    place += 1
  }
  return sum
}

/// A table minus a rate times its gradient.
func moved(_ table: [[Double]], against gradient: [[Double]], _ rate: Double) -> [[Double]] {
  zip(table, gradient).map { row, slopes in zip(row, slopes).map { $0 - rate * $1 } }
}
