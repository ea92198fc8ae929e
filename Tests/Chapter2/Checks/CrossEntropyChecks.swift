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
    check(
      [1, 0], [1, 1e-9], "where what hardly ever happens was called impossible", is: .infinity)
    examination.checkAgreement(
      samples: 80, tolerance: rounding,
      drawing: { draws -> (prediction: [Float], target: [Float]) in
        let target = draws.distribution(draws.integer(1...6)) { _ in 2 }
        // Where something is true, a prediction of 0 makes the whole result infinite.
        let prediction = draws.distribution(target.count) { target[$0] > 0 ? 12 : 2 }
        return (prediction, target)
      },
      claim: { "crossEntropy(of: \(written($0)), against: \(written($1)))" },
      computed: { crossEntropy($0, $1) },
      expected: { prediction, target in
        var sum = 0.0
        for event in target.indices where target[event] != 0 {
          sum += Double(target[event]) * -log(Double(prediction[event]))
        }
        return Float(sum)
      })
  },
  mistakes: crossEntropyMistakes,
  conventions: crossEntropyConventions,
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
    .init("every term, where a target of 0 makes 0, and the sum turned round at the end") {
      prediction, target in
      let terms = zip(target, prediction).map { $0 == 0 ? 0 : $0 * log($1) }
      return 0 - terms.reversed().reduce(0, +)
    },
  ])

extension Draws {
  /// Probabilities of some events, ugly and some of them tiny.
  ///
  /// - Parameters:
  ///   - count: how many events.
  ///   - rarity: of how many such events one has a probability of 0, at a place.
  fileprivate mutating func distribution(
    _ count: Int, rarity: (Int) -> Int
  ) -> [Float] {
    var weights: [Double] = []
    for place in 0..<count {
      let (isNothing, isTiny) = (integer(1...rarity(place)) == rarity(place), integer(0...9) > 8)
      weights.append(isNothing ? 0 : positive(scale: isTiny ? 1e-12 : 1))
    }
    let sum = weights.reduce(0, +)
    return sum > 0 ? weights.map { Float($0 / sum) } : weights.indices.map { $0 == 0 ? 1 : 0 }
  }
}
