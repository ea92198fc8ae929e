import Foundation
import Text

/// Adam: each number of each parameter has a step length of its own, made of the mean of its gradients
/// and of the mean of their squares.
///
/// ```
/// m ← β₁ m + (1 − β₁) g,    v ← β₂ v + (1 − β₂) g²
/// θ ← θ − η m̂ / (√v̂ + ε)     with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ)
/// ```
///
/// m and v begin at 0, so their first values are too small; m̂ and v̂ make up for it.
///
/// - Source: Kingma and Ba, *Adam: A Method for Stochastic Optimization*, 2015, algorithm 1.
public struct Adam {
  /// η: about the length of a step, for gradients of any size.
  public var learningRate: Float
  /// How slowly the means follow: β₁ for the gradients, β₂ for their squares.
  public let decay: (mean: Float, square: Float)
  /// ε, keeps a step finite where all gradients were 0.
  public let epsilon: Float

  private var moments: [Spelling: (mean: Tensor, square: Tensor)] = [:]
  private var steps = 0

  /// An optimiser that has not seen a gradient yet.
  public init(
    learningRate: Float, decay: (mean: Float, square: Float) = (0.9, 0.999), epsilon: Float = 1e-8
  ) {
    (self.learningRate, self.decay, self.epsilon) = (learningRate, decay, epsilon)
  }

  /// Makes one step.
  ///
  /// - Parameter gradients: of the same names and shapes; what has none stays as it is.
  public mutating func update(_ parameters: inout Parameters, with gradients: Parameters) {
    update(&parameters, with: gradients, "Adam") { _ in 0 }
  }

  /// Makes one step, after each parameter was made smaller by a part of itself.
  mutating func update(
    _ parameters: inout Parameters, with gradients: Parameters, _ name: String,
    shrinking share: (String) -> Float
  ) {
    steps += 1
    let step = AdamStep(
      decay: decay, epsilon: epsilon,
      // Both corrections in one factor each, so that the loop has none.
      rate: Float(Double(learningRate) / (1 - pow(Double(decay.mean), Double(steps)))),
      squareCorrection: Float(1 / (1 - pow(Double(decay.square), Double(steps))).squareRoot()))
    parameters.update(name, with: gradients) { name, numbers, gradient in
      guard let start = numbers.baseAddress else { return }
      let key = Spelling(name)
      // Taken out of the dictionary while it changes, so that nobody else holds it.
      var moment =
        moments.removeValue(forKey: key) ?? (.zeros([numbers.count]), .zeros([numbers.count]))
      let keeping = 1 - share(name)
      moment.mean.withOwnNumbers { mean in
        moment.square.withOwnNumbers { square in
          guard let mean = mean.baseAddress, let square = square.baseAddress else { return }
          Workers.share((numbers.count + 7) / 8, grain: Traversal.grain / 8) { part in
            let first = part.lowerBound * 8
            step.update(
              start + first, gradient + first, mean + first, square + first,
              count: min(part.upperBound * 8, numbers.count) - first, keeping)
          }
        }
      }
      moments[key] = moment
    }
  }
}

/// The numbers of one step of Adam.
private struct AdamStep {
  let decay: (mean: Float, square: Float)
  let epsilon: Float
  let rate: Float
  let squareCorrection: Float

  /// One pass through memory for parameters, gradients and both means.
  func update(
    _ numbers: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>,
    _ mean: UnsafeMutablePointer<Float>, _ square: UnsafeMutablePointer<Float>, count: Int,
    _ keeping: Float
  ) {
    let whole = count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      let next = moved(
        (numbers + place).eight, (gradient + place).eight, (mean + place).eight,
        (square + place).eight, keeping)
      ((numbers + place).eight, (mean + place).eight, (square + place).eight) = next
    }
    for place in whole..<count {
      let next = moved(
        Eight(repeating: numbers[place]), Eight(repeating: gradient[place]),
        Eight(repeating: mean[place]), Eight(repeating: square[place]), keeping)
      (numbers[place], mean[place], square[place]) = (next.0[0], next.1[0], next.2[0])
    }
  }

  @inline(__always)
  private func moved(
    _ number: Eight, _ gradient: Eight, _ mean: Eight, _ square: Eight, _ keeping: Float
  ) -> (Eight, Eight, Eight) {
    let mean = mean * decay.mean + gradient * (1 - decay.mean)
    let square = square * decay.square + gradient * gradient * (1 - decay.square)
    let length = square.squareRoot() * squareCorrection + epsilon
    return (number * keeping - mean * rate / length, mean, square)
  }
}
