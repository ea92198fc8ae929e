import Foundation

// #exercise 2.6
/// How badly a prediction fits what is true, in nats.
///
/// ```
/// H(ŷ, y) = −Σ_j y_j ln ŷ_j
/// ```
///
/// - Parameters:
///   - prediction: ŷ, probabilities.
///   - target: y, the true probabilities; for one word, its one-hot vector.
/// - Returns: a number of at least 0, up to rounding. Where y_j is 0 the term is 0, whatever ŷ_j is;
///   where y_j is greater than 0 and ŷ_j is 0, the result is infinite.
/// - Precondition: `prediction` and `target` have equal counts.
public func crossEntropy(of prediction: [Float], against target: [Float]) -> Float {
  precondition(
    prediction.count == target.count,
    "\(prediction.count) predicted probabilities ≠ \(target.count) true ones")
  var sum: Float = 0
  for (predicted, actual) in zip(prediction, target) where actual > 0 {
    sum -= actual * log(predicted)
  }
  return sum
}
// #end
