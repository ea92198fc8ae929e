import Foundation
import Grading

/// What exercise 2.7 asks for: the loss of a gap.
public typealias Loss = @Sendable (_ gap: Gap, _ model: WordVectors) -> Float

/// The grader of exercise 2.7, the loss by way of the logarithm of the sum.
///
/// With one context word and n = 1, a score is a product of two numbers; V = (1) makes it the output
/// vector itself. Two equal scores give a loss of ln 2, four of them ln 4.
public let lossExercise = Exercise<Loss>(
  "2.7", section: "objective",
  examine: { loss, examination in
    func check(
      _ centre: Int, scores: [Float], _ remark: String, is expected: Float,
      tolerance: Double = rounding
    ) {
      let model = WordVectors(
        input: [Array(repeating: 1, count: scores.count)], output: scores.map { [$0] })
      examination.check(
        "the loss of the centre \(centre) where the scores are \(written(scores)), \(remark)",
        loss(Gap(centre: centre, context: [1]), model), is: expected, tolerance: tolerance)
    }
    check(0, scores: [0, 0], "ln 2", is: 0.6931472)
    check(2, scores: [0, 0, 0, 0], "ln 4", is: 1.3862944)
    check(0, scores: [1, 0], "−1 + ln(e + 1)", is: 0.3132617)
    check(1, scores: [1, 0], "−0 + ln(e + 1)", is: 1.3132617)
    examineModels(loss, &examination)
    // 1000 + ln 2 is off by 1000 · 2⁻²⁴ ≈ 6·10⁻⁵, and so is what is left of it without the 1000.
    for (centre, scores, remark, expected) in [
      (0, [1000, 1000], "ln 2", 0.6931472), (1, [-1000, -1000], "ln 2", 0.6931472),
      (0, [1000, -1000], "the right word being far ahead", 0), (1, [100, -50], "100 + 50", 150),
      (1, [1000, -1000], "1000 + 1000", 2000),
    ] as [(Int, [Float], String, Float)] {
      check(centre, scores: scores, remark, is: expected, tolerance: 1e-3)
    }
  },
  mistakes: lossMistakes,
  alternatives: [
    .init("the logarithm of the sum of e to the differences from the centre's score, in Double") {
      gap, model in
      let scores = Oracle(gap, model).scores
      let differences = scores.map { $0 - scores[gap.centre] }
      // e⁷⁰⁹ is the greatest that a Double holds; beyond it the greatest difference is the sum.
      guard let greatest = differences.max(), greatest > 700 else {
        return Float(log(differences.reduce(0) { $0 + exp($1) }))
      }
      return Float(greatest)
    },
    .init("the logarithm added up pair by pair") { gap, model in
      let scores = Oracle(gap, model).scores.map(Float.init)
      let logarithm = scores.dropFirst().reduce(scores[0]) { sum, score in
        max(sum, score) + log(1 + exp(-abs(sum - score)))
      }
      return logarithm - scores[gap.centre]
    },
  ])

private func examineModels(_ loss: Loss, _ examination: inout Examination) {
  examination.check(
    "loss(of: 2 in [0, 1, 3, 0, 4]), the page's example", loss(pageGap, pageVectors),
    is: 1.8042335, tolerance: rounding)
  examination.check(
    "loss(of: 4 in [0, 1, 3, 0, 4]), the page's model, with another centre",
    loss(Gap(centre: 4, context: pageGap.context), pageVectors), is: 1.1042335, tolerance: rounding)
  for gap in sixWordsGaps {
    examination.check(
      "loss(of: \(gap.centre) in \(gap.context)) in a model of 6 words with n = 3",
      loss(gap, sixWords), is: Float(Oracle(gap, sixWords).loss), tolerance: rounding)
  }
}

private let lossMistakes: [NamedImplementation<Loss>] = [
  .of("the probability is made first, becomes 0, and its logarithm is infinite") { scores, centre in
    let maximum = scores.max() ?? 0
    let exponentials = scores.map { exp($0 - maximum) }
    return -log(exponentials[centre] / exponentials.reduce(0, +))
  },
  .of("a small number is added to the probability before its logarithm is taken") {
    scores, centre in
    let maximum = scores.max() ?? 0
    let exponentials = scores.map { exp($0 - maximum) }
    return -log(exponentials[centre] / exponentials.reduce(0, +) + 1e-9)
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
  .of("the logarithm's base is 2, which counts bits") { scores, centre in
    (logarithmOfSum(scores) - scores[centre]) / log(2)
  },
  .of("the loss is divided by the number of words in the vocabulary") { scores, centre in
    (logarithmOfSum(scores) - scores[centre]) / Float(scores.count)
  },
  .init("the centre's score is made with the centre's input vector, v_c, in place of v̂") {
    gap, model in
    let centre = Oracle(Gap(centre: 0, context: [gap.centre]), model)
    return logarithmOfSum(floats(Oracle(gap, model).scores)) - Float(centre.scores[gap.centre])
  },
  .init("the context's vectors are summed, not averaged", section: "mean") { gap, model in
    let scores = floats(Oracle(gap, model).scores).map { $0 * Float(gap.context.count) }
    return logarithmOfSum(scores) - scores[gap.centre]
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
]

private func floats(_ numbers: [Double]) -> [Float] { numbers.map(Float.init) }

private func logarithmOfSum(_ scores: [Float]) -> Float {
  let maximum = scores.max() ?? 0
  return maximum + log(scores.reduce(0) { $0 + exp($1 - maximum) })
}

extension NamedImplementation<Loss> {
  /// A loss that is right up to the scores.
  fileprivate static func of(
    _ name: String, _ loss: @escaping @Sendable (_ scores: [Float], _ centre: Int) -> Float
  ) -> Self {
    .init(name) { gap, model in loss(floats(Oracle(gap, model).scores), gap.centre) }
  }
}
