import Foundation
import Grading

/// What exercises 2.8 and 2.9 ask for: a matrix of derivatives.
public typealias GapGradient = @Sendable (_ gap: Gap, _ model: WordVectors) -> Rows

/// The grader of exercise 2.8, ∂J/∂U.
///
/// By hand: with scores of 0 and the centre 0, ŷ − y = (−2/3, 1/3, 1/3), and v̂ is 3, 6 or 4.5.
/// The last examples are not worked out at all: the loss itself is asked, with each number of U
/// a little greater and a little less.
public let outputGradientExercise = Exercise<GapGradient>(
  "2.8", section: "gradients",
  examine: { gradient, examination in
    func check(_ centre: Int, _ context: [Int], _ remark: String, is expected: Rows) {
      examination.check(
        "outputGradient(of: \(centre) in \(context)) with V = [[3, 6, 0]] and U all zeros, \(remark)",
        gradient(Gap(centre: centre, context: context), threeWords), is: expected,
        tolerance: rounding)
    }
    check(0, [0], "ŷ − y being (−2/3, 1/3, 1/3) and v̂ = 3", is: [[-2], [1], [1]])
    check(1, [0], "ŷ − y being (1/3, −2/3, 1/3) and v̂ = 3", is: [[1], [-2], [1]])
    check(2, [0, 1], "ŷ − y being (1/3, 1/3, −2/3) and v̂ = 4.5", is: [[1.5], [1.5], [-3]])
    examination.check(
      "outputGradient(of: 2 in [0, 1, 3, 0, 4]), the page's example",
      gradient(pageGap, pageVectors),
      is: [
        [0.1091471, 0.0727647], [0.1333125, 0.0888750], [-0.5012397, -0.3341598],
        [0.0599012, 0.0399341], [0.1988789, 0.1325859],
      ], tolerance: rounding)
    for gap in sixWordsGaps {
      examination.check(
        "outputGradient(of: \(gap.centre) in \(gap.context)) in a model of 6 words with n = 3, "
          + "against central differences of the loss",
        gradient(gap, sixWords), is: Oracle(gap, sixWords).centralDifferences(by: \.output),
        tolerance: rounding)
    }
    examination.check(
      "outputGradient(of: \(pageGap.written)) in another model of the page's size, with \(mirrored.written)",
      gradient(pageGap, mirrored), is: Oracle(pageGap, mirrored).centralDifferences(by: \.output),
      tolerance: rounding)
    // With scores of 20,000 and −20,000, ŷ is (1, 0).
    let sure = WordVectors(input: [[200, 100]], output: [[100], [-100]])
    func checkSure(_ centre: Int, is expected: Rows) {
      examination.check(
        "outputGradient(of: \(centre) in [0]) with V = [[200, 100]] and U = [[100], [-100]], "
          + "ŷ being (1, 0)",
        gradient(Gap(centre: centre, context: [0]), sure), is: expected, tolerance: rounding)
    }
    checkSure(1, is: [[200], [-200]])
    checkSure(0, is: [[0], [0]])
    examination.checkAgreement(
      tolerance: rounding, scale: .largest, drawing: { $0.gapWithModel() },
      claim: { "outputGradient(of: \($0.words))" },
      computed: { gradient($0.gap, $0.vectors) },
      expected: { single(Oracle($0.gap, $0.vectors).outputGradient) })
    examination.checkGrowth(
      of: "outputGradient in a vocabulary of n words", from: 32, to: 1024,
      preparing: { manyWords($0) }, working: { _ = gradient(sixWordsGaps[1], $0) })
  },
  mistakes: outputGradientMistakes
    + errorMistakes.map { name, error in
      .init(name) { gap, model in
        let oracle = Oracle(gap, model)
        return outer(error(oracle), oracle.mean)
      }
    },
  conventions: [
    .init("the context's vectors are summed, not averaged", section: "mean") { gap, model in
      single(Oracle(gap, summing(gap, model)).outputGradient)
    }
  ],
  alternatives: [
    .init("in Float throughout, from the scores' exponentials on") { gap, model in
      var mean = model.input.map { row in gap.context.reduce(Float(0)) { $0 + row[$1] } }
      for place in mean.indices { mean[place] /= Float(gap.context.count) }
      let scores = multiply(model.output, mean)
      let greatest = scores.max() ?? 0
      let powers = scores.map { Float(exp(Double($0 - greatest))) }
      let sum = powers.reduce(0, +)
      return powers.enumerated().map { word, power in
        mean.map { (power / sum - (word == gap.centre ? 1 : 0)) * $0 }
      }
    },
    .init("word by word, the centre's row apart") { gap, model in
      let oracle = Oracle(gap, model)
      let mean = oracle.mean.map(Float.init)
      return oracle.probabilities.map(Float.init).enumerated().map { word, probability in
        mean.map { word == gap.centre ? $0 * probability - $0 : $0 * probability }
      }
    },
    .init("the mean of what each context word would give, with the same ŷ") { gap, model in
      let error = Oracle(gap, model).error
      var total = model.output.map { [Float](repeating: 0, count: $0.count) }
      for word in gap.context {
        for row in total.indices {
          for place in total[row].indices {
            total[row][place] +=
              Float(error[row]) * model.input[place][word] / Float(gap.context.count)
          }
        }
      }
      return total
    },
  ],
  tooSlow: [
    .init("the probabilities computed anew for every word") { gap, model in
      model.output.indices.map { word in
        let oracle = Oracle(gap, model)
        return oracle.mean.map { Float(oracle.error[word] * $0) }
      }
    }
  ])

private let outputGradientMistakes: [NamedImplementation<GapGradient>] = [
  .init("the centre is in its own context, for the scores and for v̂", section: "context") {
    gap, model in
    single(
      Oracle(Gap(centre: gap.centre, context: gap.context + [gap.centre]), model).outputGradient)
  },
  .init("the context is made a set, and a repeated word counts once in everything", section: "mean")
  { gap, model in
    single(Oracle(Gap(centre: gap.centre, context: distinct(gap.context)), model).outputGradient)
  },
  .init(
    "the sum of the context's vectors is divided by the number of different words", section: "mean"
  ) { gap, model in
    let factor = Float(gap.context.count) / Float(Set(gap.context).count)
    let stretched = WordVectors(
      input: model.input.map { $0.map { $0 * factor } }, output: model.output)
    return single(Oracle(gap, stretched).outputGradient)
  },
  .init("the numbers are put into `values` column after column") { gap, model in
    let oracle = Oracle(gap, model)
    let values = Array(flipped(single(oracle.outputGradient)).joined())
    let size = oracle.mean.count
    return oracle.error.indices.map { Array(values[$0 * size..<($0 + 1) * size]) }
  },
  .init("the numbers are rounded to three places, as the page shows them") { gap, model in
    single(Oracle(gap, model).outputGradient.map { $0.map { ($0 * 1000).rounded() / 1000 } })
  },
  .init("the sign is wrong: y − ŷ in place of ŷ − y") { gap, model in
    single(Oracle(gap, model).outputGradient.map { $0.map { -$0 } })
  },
  .init("y is forgotten, and every word is pushed away, the right one too") { gap, model in
    let oracle = Oracle(gap, model)
    return outer(oracle.probabilities, oracle.mean)
  },
  .init("the centre's own input vector, v_c, stands in place of the mean v̂") { gap, model in
    let oracle = Oracle(gap, model)
    return outer(oracle.error, oracle.input.map { $0[gap.centre] })
  },
  .init("rows and columns are exchanged: v̂ (ŷ − y)ᵀ in place of (ŷ − y) v̂ᵀ") { gap, model in
    single(flipped(Oracle(gap, model).outputGradient))
  },
  .init("v̂ is the sum of the context's vectors here, but their mean in ŷ", section: "mean") {
    gap, model in
    scaled(Oracle(gap, model).outputGradient, by: Double(gap.context.count))
  },
  .init("the gradient is divided by |C|, though the mean has done that already") { gap, model in
    scaled(Oracle(gap, model).outputGradient, by: 1 / Double(gap.context.count))
  },
  .init("only the right word's row gets a gradient, the others stay 0") { gap, model in
    keeping(Oracle(gap, model).outputGradient) { row in row == gap.centre }
  },
  .init("the right word's row stays 0, and only the others get a gradient") { gap, model in
    keeping(Oracle(gap, model).outputGradient) { row in row != gap.centre }
  },
  .init("1 is subtracted at the context's words, not at the centre") { gap, model in
    let oracle = Oracle(gap, model)
    let error = oracle.probabilities.enumerated().map {
      $0.element - (gap.context.contains($0.offset) ? 1 : 0)
    }
    return outer(error, oracle.mean)
  },
  .init("the scores stand in place of the probabilities, without a softmax", section: "softmax") {
    gap, model in
    let oracle = Oracle(gap, model)
    let error = oracle.scores.enumerated().map {
      $0.element - ($0.offset == gap.centre ? 1 : 0)
    }
    return outer(error, oracle.mean)
  },
  .init("the gradient is multiplied by ŷ (1 − ŷ), as for a squared error") { gap, model in
    let oracle = Oracle(gap, model)
    let error = zip(oracle.error, oracle.probabilities).map { $0 * $1 * (1 - $1) }
    return outer(error, oracle.mean)
  },
  .init("the gradient is divided by the number of words in the vocabulary") { gap, model in
    scaled(Oracle(gap, model).outputGradient, by: 1 / Double(model.output.count))
  },
  .init("the gradient is divided by |C| twice, besides the mean's own division") { gap, model in
    let count = Double(gap.context.count)
    return scaled(Oracle(gap, model).outputGradient, by: 1 / (count * count))
  },
  .init("the centre is in the mean as well, as if it stood in its own context", section: "mean") {
    gap, model in
    let all = Gap(centre: gap.centre, context: gap.context + [gap.centre])
    return outer(Oracle(gap, model).error, Oracle(all, model).mean)
  },
  .init("the mean is only taken of the context's first word") { gap, model in
    outer(Oracle(gap, model).error, Oracle(gap, model).input.map { $0[gap.context[0]] })
  },
  .init("the centre's row gets v̂ with a minus, without its probability: −v̂, not (ŷ_c − 1) v̂") {
    gap, model in
    let oracle = Oracle(gap, model)
    return outer(
      oracle.probabilities.enumerated().map { $0.offset == gap.centre ? -1 : $0.element },
      oracle.mean)
  },
  .init("a repeated word of the context is counted once in the mean", section: "mean") {
    gap, model in
    let oracle = Oracle(gap, model)
    return outer(
      oracle.error, Oracle(Gap(centre: 0, context: distinct(gap.context)), model).mean)
  },
  .init("U stands in place of v̂, and every row is multiplied by its own error") { gap, model in
    let oracle = Oracle(gap, model)
    return single(zip(oracle.error, oracle.output).map { error, row in row.map { error * $0 } })
  },
]

/// A model that has the sum of a gap's input vectors for v̂.
func summing(_ gap: Gap, _ model: WordVectors) -> WordVectors {
  WordVectors(
    input: model.input.map { row in row.map { $0 * Float(gap.context.count) } },
    output: model.output)
}

/// The products of two vectors' numbers, a row for each of the first.
func outer(_ column: [Double], _ row: [Double]) -> Rows {
  single(column.map { number in row.map { number * $0 } })
}

/// A matrix times a number.
func scaled(_ rows: [[Double]], by factor: Double) -> Rows {
  single(rows.map { $0.map { $0 * factor } })
}

/// A matrix with zeros in the rows that are not kept.
private func keeping(_ rows: [[Double]], _ isKept: (Int) -> Bool) -> Rows {
  single(rows.enumerated().map { isKept($0.offset) ? $0.element : $0.element.map { _ in 0 } })
}
