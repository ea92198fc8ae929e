import Foundation
import Grading

/// Losses as they come out of the slips that learners make.
let lossMistakes: [NamedImplementation<Loss>] = [
  .of("the probability is made first, becomes 0, and its logarithm is infinite") {
    -log(rightSoftmax($0)[$1])
  },
  .of("the centre's score is taken out of the sum, not the greatest, and exponentials are infinite")
  {
    scores, centre in log(scores.reduce(0) { $0 + exp($1 - scores[centre]) })
  },
  .of("a small number is added to the probability before its logarithm is taken") {
    scores, centre in -log(rightSoftmax(scores)[centre] + 1e-9)
  },
  .of(least: "1e-7", 1e-7), .of(least: "1e-10", 1e-10), .of(least: "1e-12", 1e-12),
  .of("the logarithm of the sum is left out where the probability is too small for a Float") {
    scores, centre in
    let probability = rightSoftmax(scores)[centre]
    return probability > 0 ? -log(probability) : (scores.max() ?? 0) - scores[centre]
  },
  .of("the maximum is not taken out of the sum, and e^1000 is infinite in a Double, too") {
    scores, centre in
    let sum = scores.reduce(0.0) { $0 + exp(Double($1)) }
    return Float(log(sum) - Double(scores[centre]))
  },
  .of("the base of the sum's logarithm is 2, though the scores are exponents of e") {
    scores, centre in
    let maximum = scores.max() ?? 0
    return maximum - scores[centre] + log2(scores.reduce(0) { $0 + exp($1 - maximum) })
  },
  .init("the context's words are predicted from the centre, as skip-gram does") { gap, model in
    let scores = floats(Oracle(Gap(centre: 0, context: [gap.centre]), model).scores)
    let logarithm = logarithmOfSum(scores)
    return gap.context.reduce(0) { $0 + logarithm - scores[$1] } / Float(gap.context.count)
  },
  .of("the maximum is not taken out of the sum, and the exponentials become infinite") {
    scores, centre in log(scores.reduce(0) { $0 + exp($1) }) - scores[centre]
  },
  .of("the sign is wrong, and the logarithm of the probability comes out") { scores, centre in
    scores[centre] - logarithmOfSum(scores)
  },
  .of("the maximum is subtracted in the sum, but not added again") { scores, centre in
    logarithmOfSum(scores) - (scores.max() ?? 0) - scores[centre]
  },
  .of("the maximum is added on both sides, to the logarithm and to the centre's score") {
    scores, centre in
    let maximum = scores.max() ?? 0
    return logarithmOfSum(scores) - (scores[centre] - maximum)
  },
  .of("the centre's score is left out") { scores, _ in logarithmOfSum(scores) },
  .of("the sum's logarithm is left out, and only the right word counts") { -$0[$1] },
  .of("the logarithm of the sum is missing, and the sum itself is added") { scores, centre in
    scores.reduce(0) { $0 + exp($1) } - scores[centre]
  },
  .of("the centre is left out of the sum, as if it were not in the vocabulary") { scores, centre in
    logarithmOfSum(scores.indices.filter { $0 != centre }.map { scores[$0] }) - scores[centre]
  },
  .of("the loss is divided by the number of words in the vocabulary") { scores, centre in
    (logarithmOfSum(scores) - scores[centre]) / Float(scores.count)
  },
  .init("the centre's score is made with the centre's input vector, v_c, in place of v̂") {
    gap, model in
    let centre = Oracle(Gap(centre: 0, context: [gap.centre]), model)
    return logarithmOfSum(floats(Oracle(gap, model).scores)) - Float(centre.scores[gap.centre])
  },
  .init("U and V are swapped", section: "scores") { gap, model in
    let swapped = WordVectors(input: flipped(model.output), output: flipped(model.input))
    let scores = floats(Oracle(gap, swapped).scores)
    return logarithmOfSum(scores) - scores[gap.centre]
  },
  .init("the loss is averaged over the context's words, each scored by itself") { gap, model in
    let losses = gap.context.map { Oracle(Gap(centre: gap.centre, context: [$0]), model).loss }
    return Float(losses.reduce(0, +) / Double(losses.count))
  },
  .of("scores that are all far below 0 stay there, as if 0 were the maximum, and become 0") {
    scores, centre in
    let maximum = scores.reduce(0, max)
    return maximum - scores[centre] + log(scores.reduce(0) { $0 + exp($1 - maximum) })
  },
  .of("the minimum is taken out of the sum in place of the maximum") { scores, centre in
    let minimum = scores.min() ?? 0
    return minimum - scores[centre] + log(scores.reduce(0) { $0 + exp($1 - minimum) })
  },
  .of("the maximum stands for the logarithm of the sum") { scores, centre in
    (scores.max() ?? 0) - scores[centre]
  },
  .of("the exponentials are averaged, not summed") { scores, centre in
    logarithmOfSum(scores) - log(Float(scores.count)) - scores[centre]
  },
  .of("the sum of the exponentials begins with 1 in place of 0") { scores, centre in
    let maximum = scores.max() ?? 0
    return maximum - scores[centre] + log(scores.reduce(1) { $0 + exp($1 - maximum) })
  },
  .of("the losses of all words are summed, not only the centre's is taken") { scores, _ in
    let logarithm = logarithmOfSum(scores)
    return scores.reduce(0) { $0 + logarithm - $1 }
  },
  .of("the most probable word is taken for the centre") { scores, _ in
    logarithmOfSum(scores) - (scores.max() ?? 0)
  },
  .of("the probability is returned, without its logarithm") { scores, centre in
    exp(scores[centre] - logarithmOfSum(scores))
  },
  .of("one minus the probability is returned") { scores, centre in
    1 - exp(scores[centre] - logarithmOfSum(scores))
  },
  .of("e is raised to the loss, which makes it a perplexity") { scores, centre in
    exp(logarithmOfSum(scores) - scores[centre])
  },
  .of("scores beyond ±88 are cut off there") { scores, centre in
    let cut = scores.map { min(88, max(-88, $0)) }
    return logarithmOfSum(cut) - cut[centre]
  },
  .of("the loss is kept at 100 or less") { scores, centre in
    min(100, logarithmOfSum(scores) - scores[centre])
  },
  .of("the scores are cut to whole numbers") { scores, centre in
    let cut = scores.map { $0.rounded(.towardZero) }
    return logarithmOfSum(cut) - cut[centre]
  },
  .of("events that did not happen are charged as well, with ln(1 − ŷ)") { scores, centre in
    let logarithm = logarithmOfSum(scores)
    return scores.indices.reduce(0) { sum, word in
      let probability = exp(scores[word] - logarithm)
      return sum + (word == centre ? logarithm - scores[word] : -log(1 - probability))
    }
  },
  .init("the loss is that of the context's words, not of the centre") { gap, model in
    let scores = floats(Oracle(gap, model).scores)
    let logarithm = logarithmOfSum(scores)
    return gap.context.reduce(0) { $0 + logarithm - scores[$1] } / Float(gap.context.count)
  },
  .init("the loss is multiplied by the number of the context's words") { gap, model in
    Float(Oracle(gap, model).loss) * Float(gap.context.count)
  },
  .init("a repeated word of the context is counted once", section: "mean") { gap, model in
    Float(Oracle(Gap(centre: gap.centre, context: distinct(gap.context)), model).loss)
  },
  .init("the centre is a word of its own context", section: "context") { gap, model in
    Float(Oracle(Gap(centre: gap.centre, context: gap.context + [gap.centre]), model).loss)
  },
]

/// Losses as others define them.
let lossConventions: [NamedImplementation<Loss>] = [
  .of("the logarithm's base is 2, which counts bits") { scores, centre in
    (logarithmOfSum(scores) - scores[centre]) / log(2)
  },
  .init("the context's vectors are summed, not averaged", section: "mean") { gap, model in
    let scores = floats(Oracle(gap, model).scores).map { $0 * Float(gap.context.count) }
    return logarithmOfSum(scores) - scores[gap.centre]
  },
]

private func floats(_ numbers: [Double]) -> [Float] { numbers.map(Float.init) }

private func logarithmOfSum(_ scores: [Float]) -> Float {
  let maximum = scores.max() ?? 0
  return maximum + log(scores.reduce(0) { $0 + exp($1 - maximum) })
}

extension NamedImplementation<Loss> {
  /// A loss from a probability that is kept above 0.
  fileprivate static func of(least words: String, _ least: Float) -> Self {
    .of("the probability is kept above a small number, \(words), and the loss below its logarithm")
    {
      -log(max(least, rightSoftmax($0)[$1]))
    }
  }

  /// A loss that is right up to the scores.
  fileprivate static func of(
    _ name: String, _ loss: @escaping @Sendable (_ scores: [Float], _ centre: Int) -> Float
  ) -> Self {
    .init(name) { gap, model in loss(floats(Oracle(gap, model).scores), gap.centre) }
  }
}
