import Foundation
import Grading

/// What exercise 2.6 asks for: the cross-entropy of a prediction against a target.
public typealias CrossEntropy =
  @Sendable (_ prediction: [Float], _ target: [Float]) -> Float

/// The grader of exercise 2.6, cross-entropy in nats.
///
/// By hand: −ln 1/2 = 0.693147, −ln 1/4 = 1.386294; the mean of both is 1.039721.
public let crossEntropyExercise = Exercise<CrossEntropy>(
  "2.6", section: "cross-entropy",
  examine: { crossEntropy, examination in
    func check(
      _ prediction: [Float], _ target: [Float], _ remark: String, is expected: Float
    ) {
      examination.check(
        "crossEntropy(of: \(written(prediction)), against: \(written(target))), \(remark)",
        crossEntropy(prediction, target), is: expected, tolerance: rounding)
    }
    check([0.5, 0.5], [1, 0], "−ln 0.5", is: 0.6931472)
    check([0.25, 0.75], [1, 0], "−ln 0.25", is: 1.3862944)
    check([0.25, 0.75], [0, 1], "−ln 0.75", is: 0.2876821)
    check([0.25, 0.5, 0.25], [0.5, 0.5, 0], "half of −ln 0.25 and half of −ln 0.5", is: 1.0397208)
    check(
      [0.25, 0.75], [0.5, 0.5], "half of −ln 0.25 and half of −ln 0.75", is: 0.8369882)
    check([0.5, 0.25, 0.25], [0.5, 0.25, 0.25], "a target and itself", is: 1.0397208)
    check(
      [0.1819118, 0.2221875, 0.1646006, 0.0998353, 0.3314648], [0, 0, 1, 0, 0],
      "the page's example", is: 1.8042335)
    check([1, 0], [1, 0], "certain and right", is: 0)
    check(
      [0.5, 0.5, 0], [1, 0, 0], "where target and prediction are 0 in the same place", is: 0.6931472
    )
    check([0, 1], [1, 0], "where what is true was called impossible", is: .infinity)
    check([0, 1], [0.5, 0.5], "where half of the truth was called impossible", is: .infinity)
  },
  mistakes: [
    .init("terms with a target of 0 are kept, and 0 · ln 0 is not a number") { prediction, target in
      -zip(prediction, target).reduce(0) { $0 + $1.1 * log($1.0) }
    },
    .init("the minus before the sum is missing") { -right($0, $1) },
    .init("prediction and target are swapped") { right($1, $0) },
    .init("the logarithm's base is 2, which counts bits") { right($0, $1) / log(2) },
    .init("the logarithm's base is 10") { right($0, $1) / log(10) },
    .init("the sum is divided by the number of events") { prediction, target in
      right(prediction, target) / Float(target.count)
    },
    .init("a small number is added to the prediction, and what should be infinite is not") {
      prediction, target in right(prediction.map { $0 + 1e-9 }, target)
    },
    .init("terms with a prediction of 0 are left out, and what should be infinite is not") {
      prediction, target in
      zip(prediction, target).reduce(0) { $1.0 > 0 && $1.1 > 0 ? $0 - $1.1 * log($1.0) : $0 }
    },
    .init("only the target's most probable event is looked at") { prediction, target in
      let largest = target.indices.max { target[$0] < target[$1] } ?? 0
      return -log(prediction[largest])
    },
    .init("the target's own entropy is subtracted, which makes it a divergence") {
      prediction, target in right(prediction, target) - right(target, target)
    },
    .init("events that did not happen are charged as well, with (1 − y) ln(1 − ŷ)") {
      prediction, target in
      right(prediction, target) + right(prediction.map { 1 - $0 }, target.map { 1 - $0 })
    },
    .init("the logarithm is missing") { prediction, target in
      -zip(prediction, target).reduce(0) { $0 + $1.0 * $1.1 }
    },
    .init("the targets are not multiplied by, and every true event counts in full") {
      prediction, target in right(prediction, target.map { $0 > 0 ? 1 : 0 })
    },
  ],
  alternatives: [
    .init("minus the logarithm of a product of powers, term by term in Double") {
      prediction, target in
      var sum = 0.0
      for index in target.indices.reversed() where target[index] != 0 {
        sum += log(1 / Double(prediction[index])) * Double(target[index])
      }
      return Float(sum)
    },
    .init("a sum over the events that can happen") { prediction, target in
      let possible = target.indices.filter { target[$0] > 0 }
      return possible.map { -target[$0] * log(prediction[$0]) }.reduce(0, +)
    },
  ])

private func right(_ prediction: [Float], _ target: [Float]) -> Float {
  zip(prediction, target).reduce(0) { $1.1 > 0 ? $0 - $1.1 * log($1.0) : $0 }
}
