import Foundation
import Grading

/// Cross-entropies as they come out of the slips that learners make.
let crossEntropyMistakes: [NamedImplementation<CrossEntropy>] = [
  .init("terms with a target of 0 are kept, and 0 · ln 0 is not a number") { prediction, target in
    -zip(prediction, target).reduce(0) { $0 + $1.1 * log($1.0) }
  },
  .init("the minus before the sum is missing") { -rightCrossEntropy($0, $1) },
  .init("prediction and target are swapped") { rightCrossEntropy($1, $0) },
  .init("the sum is divided by the number of events") { prediction, target in
    rightCrossEntropy(prediction, target) / Float(target.count)
  },
  .of(least: "1e-8", 1e-8), .of(least: "1e-9", 1e-9), .of(least: "1e-10", 1e-10),
  .of(least: "1e-12", 1e-12),
  .init("terms with a prediction of 0 are left out, and what should be infinite is not") {
    prediction, target in
    zip(prediction, target).reduce(0) { $1.0 > 0 && $1.1 > 0 ? $0 - $1.1 * log($1.0) : $0 }
  },
  .init("only the target's most probable event is looked at") { prediction, target in
    let largest = target.indices.max { target[$0] < target[$1] } ?? 0
    return -log(prediction[largest])
  },
  .init("the target's own entropy is subtracted, which makes it a divergence") {
    prediction, target in rightCrossEntropy(prediction, target) - rightCrossEntropy(target, target)
  },
  .init("events that did not happen are charged as well, with (1 − y) ln(1 − ŷ)") {
    prediction, target in
    rightCrossEntropy(prediction, target)
      + rightCrossEntropy(prediction.map { 1 - $0 }, target.map { 1 - $0 })
  },
  .init("the logarithm is missing") { prediction, target in
    -zip(prediction, target).reduce(0) { $0 + $1.0 * $1.1 }
  },
  .init("the targets are not multiplied by, and every true event counts in full") {
    prediction, target in rightCrossEntropy(prediction, target.map { $0 > 0 ? 1 : 0 })
  },
  .init("the logarithm is taken of the sum, and not of each prediction") { prediction, target in
    -log(zip(prediction, target).reduce(0) { $0 + $1.0 * $1.1 })
  },
  .init("any prediction of 0 makes the result infinite, even where the target is 0") {
    prediction, target in prediction.contains(0) ? .infinity : rightCrossEntropy(prediction, target)
  },
  .init("only events whose target is 1 count") { prediction, target in
    rightCrossEntropy(prediction, target.map { $0 == 1 ? 1 : 0 })
  },
  .init("the most probable event of the prediction is looked at, whatever the target is") {
    prediction, _ in -log(prediction.max() ?? 1)
  },
  .init("the greatest number of a Float is returned where the result should be infinite") {
    min(.greatestFiniteMagnitude, rightCrossEntropy($0, $1))
  },
  .init("the prediction goes through a softmax once more, as if it were scores") {
    rightCrossEntropy(rightSoftmax($0), $1)
  },
  .init("the squared differences are summed, which is another measure") { prediction, target in
    zip(prediction, target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  },
  .init("the prediction's own entropy is returned") { prediction, _ in
    rightCrossEntropy(prediction, prediction)
  },
  .init("the target's own entropy is returned") { _, target in rightCrossEntropy(target, target) },
  .init("the last event is left out, an off-by-one") {
    rightCrossEntropy($0.dropLast(), $1.dropLast())
  },
  .init("the first event is left out, an off-by-one") {
    rightCrossEntropy(Array($0.dropFirst()), Array($1.dropFirst()))
  },
  .init("events whose target is small are left out as if it were 0") { prediction, target in
    rightCrossEntropy(prediction, target.map { $0 < 1e-6 ? 0 : $0 })
  },
  .init("the logarithms are cut to whole numbers") { prediction, target in
    zip(prediction, target).reduce(0) {
      $1.1 > 0 ? $0 - $1.1 * log($1.0).rounded(.towardZero) : $0
    }
  },
  .init("the logarithm of 1 + ŷ is taken, which is never infinite") { prediction, target in
    rightCrossEntropy(prediction.map { 1 + $0 }, target)
  },
]

/// Cross-entropies as others define them.
let crossEntropyConventions: [NamedImplementation<CrossEntropy>] = [
  .init("the logarithm's base is 2, which counts bits") { rightCrossEntropy($0, $1) / log(2) },
  .init("the logarithm's base is 10") { rightCrossEntropy($0, $1) / log(10) },
  .init("a small number, 1e-7, keeps predictions away from 0, and nothing is infinite") {
    rightCrossEntropy($0.map { min(1 - 1e-7, max(1e-7, $0)) }, $1)
  },
  .init("a logarithm is −100 at least, and nothing is infinite") { prediction, target in
    zip(prediction, target).reduce(0) { $1.1 > 0 ? $0 - $1.1 * max(-100, log($1.0)) : $0 }
  },
]

/// A right cross-entropy.
private func rightCrossEntropy(_ prediction: [Float], _ target: [Float]) -> Float {
  zip(prediction, target).reduce(0) { $1.1 > 0 ? $0 - $1.1 * log($1.0) : $0 }
}

extension NamedImplementation<CrossEntropy> {
  /// Predictions that are kept above 0.
  fileprivate static func of(least words: String, _ least: Float) -> Self {
    .init("a small number, \(words), keeps predictions above 0, and what should be infinite is not")
    {
      rightCrossEntropy($0.map { max(least, $0) }, $1)
    }
  }
}
