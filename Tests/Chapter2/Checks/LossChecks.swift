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
      let largest = scores.map(abs).max() ?? 0
      examination.check(
        "the loss of the centre \(centre) where the scores are \(written(scores)), \(remark)",
        loss(Gap(centre: centre, context: [1]), vectors(withScores: scores)), is: expected,
        tolerance: tolerance, scale: .of(Double(max(1, largest))))
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
      (1, [400, -400, 400, 400], "400 + 400 + ln 3", 801.0986),
      (0, [-1e38, 1e38], "1e38 + 1e38", 2e38),
    ] as [(Int, [Float], String, Float)] {
      check(centre, scores: scores, remark, is: expected, tolerance: 1e-6)
    }
    examineScores(loss, &examination)
    examineUnlikelyCentres(loss, &examination)
    examineModelsInTurn(loss, &examination)
  },
  mistakes: lossMistakes,
  conventions: lossConventions,
  alternatives: [
    .init("the logarithm of the sum of e to the differences from the centre's score, in Double") {
      gap, model in
      let scores = Oracle(gap, model).scores
      let differences = scores.map { $0 - scores[gap.centre] }
      // e⁷⁰⁹ is the greatest that a Double holds.
      guard let greatest = differences.max(), greatest > 700 else {
        return Float(log(differences.reduce(0) { $0 + exp($1) }))
      }
      return Float(greatest + log(differences.reduce(0) { $0 + exp($1 - greatest) }))
    },
    .init("the logarithm added up pair by pair") { gap, model in
      let scores = Oracle(gap, model).scores.map(Float.init)
      let logarithm = scores.dropFirst().reduce(scores[0]) { sum, score in
        max(sum, score) + log(1 + exp(-abs(sum - score)))
      }
      return logarithm - scores[gap.centre]
    },
    .init("in Float, with the maximum added to the logarithm first") { gap, model in
      let scores = Oracle(gap, model).scores.map(Float.init)
      guard let maximum = scores.max() else { return 0 }
      let logarithm = maximum + log(scores.reduce(0) { $0 + exp($1 - maximum) })
      return -scores[gap.centre] + logarithm
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

/// Scores that are numbers of U themselves, near each other or far apart, wherever that is.
private func examineScores(_ loss: @escaping Loss, _ examination: inout Examination) {
  for offset: Float in [0, 20_000, -20_000] {
    examination.checkAgreement(
      samples: 20, seed: UInt64(abs(offset + 1)), tolerance: 1e-6,
      scale: .of(Double(max(10, abs(offset)))),
      drawing: { draws -> (scores: [Float], centre: Int) in
        let count = draws.integer(1...6)
        let scale: Float = draws.element(of: [1, 1e-4, 30])
        let scores = draws.numbers(count, scale: scale).map { offset + $0 }
        return (scores, draws.integer(0...count - 1))
      },
      claim: { "the loss of the centre \($1) where the scores are \(written($0))" },
      computed: { loss(Gap(centre: $1, context: [0]), vectors(withScores: $0)) },
      expected: { Float(Oracle(Gap(centre: $1, context: [0]), vectors(withScores: $0)).loss) })
  }
}

/// Scores of a few words near each other, and of a centre so far below that no Float holds its
/// probability, from 104 on, but the words above it still share theirs.
private func examineUnlikelyCentres(_ loss: @escaping Loss, _ examination: inout Examination) {
  examination.checkAgreement(
    samples: 12, tolerance: 1e-6, scale: .of(1000),
    drawing: { draws -> (scores: [Float], centre: Int) in
      let offset: Float = draws.element(of: [0, 300, -300])
      var scores: [Float] = draws.list(1...4) { offset + $0.number(scale: 0.3) }
      let centre = draws.integer(0...scores.count)
      scores.insert(offset - draws.element(of: [120, 98, 40, 700]), at: centre)
      return (scores, centre)
    },
    claim: { "the loss of the centre \($1) where the scores are \(written($0))" },
    computed: { loss(Gap(centre: $1, context: [0]), vectors(withScores: $0)) },
    expected: { Float(Oracle(Gap(centre: $1, context: [0]), vectors(withScores: $0)).loss) })
}

/// Random models, two in turn.
private func examineModelsInTurn(_ loss: @escaping Loss, _ examination: inout Examination) {
  // Scores of about 1, of 1e-4 and of 20,000, each off by a few roundings of its own size.
  for (scale, tolerance, size) in [
    (1, rounding, 10), (1e-2, 2e-6, 1), (140, rounding, 20_000),
  ] as [(Float, Double, Double)] {
    examination.checkAgreementInTurn(
      samples: 12, seed: UInt64(100 * scale), tolerance: tolerance, scale: .of(size),
      drawing: { $0.vectors(inputScale: scale, outputScale: scale) },
      making: { vectors in { loss($0, vectors) } },
      asking: { draws, vectors in
        Gap(
          centre: draws.integer(0...vectors.output.count - 1), context: draws.context(in: vectors))
      },
      claim: { "loss(of: \($1.centre) in \($1.context)) with \(written($0))" },
      computed: { $0($1) },
      expected: { Float(Oracle($1, $0).loss) })
  }
}

/// A model with n = 1 in which every context has these scores.
private func vectors(withScores scores: [Float]) -> WordVectors {
  WordVectors(input: [Array(repeating: 1, count: scores.count)], output: scores.map { [$0] })
}
