// #given sgd
/// Stochastic gradient descent: a step against the gradient.
///
/// ```
/// θ ← θ − η g
/// ```
///
/// - Source: Robbins and Monro, *A Stochastic Approximation Method*, 1951.
public struct SGD {
  /// η, the length of a step for a gradient of 1.
  public var learningRate: Float

  /// Steps of a given length.
  public init(learningRate: Float) { self.learningRate = learningRate }

  /// Makes one step.
  ///
  /// - Parameter gradients: of the same names and shapes; what has none stays as it is.
  public mutating func update(_ parameters: inout Parameters, with gradients: Parameters) {
    let rate = learningRate
    parameters.update("SGD", with: gradients) { _, numbers, gradient in
      guard let start = numbers.baseAddress else { return }
      Workers.share(numbers.count, grain: Traversal.grain) { part in
        zipRuns(
          start + part.lowerBound, 1, gradient + part.lowerBound, 1, into: start + part.lowerBound,
          count: part.count
        ) { $0 - rate * $1 }
      }
    }
  }
}
// #end
