import Foundation
import Grading

/// The grader of exercise 2.9, ∂J/∂V.
///
/// By hand: where V is 0, every probability is 1/3. With U = (0, 6, 3) and the centre 0,
/// ∂J/∂v̂ = (0 + 6 + 3) / 3 − 0 = 3, which the context shares; with the centre 1 it is 3 − 6 = −3.
/// The last examples are not worked out at all: the loss itself is asked, with each number of V
/// a little greater and a little less.
public let inputGradientExercise = Exercise<GapGradient>(
  "2.9", section: "gradients",
  examine: { gradient, examination in
    let model = WordVectors(input: [[0, 0, 0]], output: [[0], [6], [3]])
    func check(_ centre: Int, _ context: [Int], _ remark: String, is expected: Rows) {
      examination.check(
        "inputGradient(of: \(centre) in \(context)) with V all zeros and U = [[0], [6], [3]], \(remark)",
        gradient(Gap(centre: centre, context: context), model), is: expected, tolerance: rounding)
    }
    check(0, [1], "∂J/∂v̂ being (0 + 6 + 3)/3 − 0 = 3", is: [[0, 3, 0]])
    check(1, [0], "∂J/∂v̂ being (0 + 6 + 3)/3 − 6 = −3", is: [[-3, 0, 0]])
    check(0, [2, 1], "each word's half of ∂J/∂v̂ = 3", is: [[0, 1.5, 1.5]])
    check(0, [1, 2, 1], "a third of ∂J/∂v̂ = 3, and two thirds", is: [[0, 2, 1]])
    check(0, [1, 0, 1, 1], "a quarter of ∂J/∂v̂ = 3, and three quarters", is: [[0.75, 2.25, 0]])
    examination.check(
      "inputGradient(of: 2 in [0, 1, 3, 0, 4]), the page's example",
      gradient(pageGap, pageVectors),
      is: [
        [0.0144469, 0.0072235, 0, 0.0072235, 0.0072235],
        [0.2452848, 0.1226424, 0, 0.1226424, 0.1226424],
      ], tolerance: rounding)
    for gap in sixWordsGaps {
      examination.check(
        "inputGradient(of: \(gap.centre) in \(gap.context)) in a model of 6 words with n = 3, "
          + "against central differences of the loss",
        gradient(gap, sixWords), is: Oracle(gap, sixWords).centralDifferences(by: \.input),
        tolerance: rounding)
    }
    examination.check(
      "inputGradient(of: \(pageGap.written)) in another model of the page's size, with \(mirrored.written)",
      gradient(pageGap, mirrored), is: Oracle(pageGap, mirrored).centralDifferences(by: \.input),
      tolerance: rounding)
    // With scores of 20,000 and −20,000, ŷ is (1, 0).
    let sure = WordVectors(input: [[200, 100]], output: [[100], [-100]])
    func checkSure(_ centre: Int, is expected: Rows) {
      examination.check(
        "inputGradient(of: \(centre) in [0]) with V = [[200, 100]] and U = [[100], [-100]], "
          + "ŷ being (1, 0)",
        gradient(Gap(centre: centre, context: [0]), sure), is: expected, tolerance: rounding)
    }
    checkSure(1, is: [[200, 0]])
    checkSure(0, is: [[0, 0]])
    examination.checkAgreement(
      tolerance: rounding, scale: .largest, drawing: { $0.gapWithModel() },
      claim: { "inputGradient(of: \($0.words))" },
      computed: { gradient($0.gap, $0.vectors) },
      expected: { single(Oracle($0.gap, $0.vectors).inputGradient) })
    examination.checkGrowth(
      of: "inputGradient in a vocabulary of n words", from: 32, to: 1024,
      preparing: { manyWords($0) }, working: { _ = gradient(sixWordsGaps[1], $0) })
  },
  mistakes: inputGradientMistakes + moreInputGradientMistakes
    + errorMistakes.map { name, error in
      .init(name) { gap, model in
        let oracle = Oracle(gap, model)
        return shared(gap, model, flipped(oracle.output).map { dot($0, error(oracle)) })
      }
    },
  conventions: [
    .spread(
      "every word of the context gets all of ∂J/∂v̂, as in the word2vec program, not 1/|C| of it"
    ) { word, context in
      Double(context.count { $0 == word })
    },
    .init("the context's vectors are summed, not averaged", section: "mean") { gap, model in
      let oracle = Oracle(gap, summing(gap, model))
      return scaled(oracle.inputGradient, by: Double(gap.context.count))
    },
  ],
  alternatives: [
    .init("word by word of the vocabulary, in Float") { gap, model in
      let error = Oracle(gap, model).error.map(Float.init)
      let slopes = flipped(model.output).map { column in
        zip(column, error).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      }
      let parts = slopes.map { $0 / Float(gap.context.count) }
      let columns = model.output.indices.map { word -> [Float] in
        gap.context.filter { $0 == word }.reduce(parts.map { _ in 0 }) { sum, _ in
          zip(sum, parts).map { $0 + $1 }
        }
      }
      return flipped(columns)
    },
    .init("the words counted in a dictionary first") { gap, model in
      let meanGradient = Oracle(gap, model).meanGradient
      let counts = Dictionary(gap.context.map { ($0, 1) }, uniquingKeysWith: +)
      return meanGradient.map { number in
        model.output.indices.map { word in
          Float(counts[word, default: 0]) / Float(gap.context.count) * Float(number)
        }
      }
    },
    .init("what is expected of U less the right word's row, ŷU − u_c") { gap, model in
      let oracle = Oracle(gap, model)
      let probabilities = oracle.probabilities.map(Float.init)
      var gradient = model.input.map { [Float](repeating: 0, count: $0.count) }
      for place in gradient.indices {
        var expected: Float = 0
        for word in probabilities.indices.reversed() {
          expected += probabilities[word] * model.output[word][place]
        }
        for word in gap.context {
          gradient[place][word] +=
            (expected - model.output[gap.centre][place]) / Float(gap.context.count)
        }
      }
      return gradient
    },
  ],
  tooSlow: [
    .init("the probabilities computed anew for every term of the sum") { gap, model in
      var gradient = model.input.map { [Float](repeating: 0, count: $0.count) }
      for place in gradient.indices {
        var slope = 0.0
        for word in model.output.indices {
          slope += Oracle(gap, model).error[word] * Double(model.output[word][place])
        }
        for word in gap.context {
          gradient[place][word] += Float(slope / Double(gap.context.count))
        }
      }
      return gradient
    }
  ])

private let inputGradientMistakes: [NamedImplementation<GapGradient>] = [
  .spread("the gradient is divided by |C| twice") { word, context in
    Double(context.count { $0 == word }) / Double(context.count * context.count)
  },
  .spread("the context's last word alone gets its part, each assignment clearing the one before") {
    word, context in
    word == context[context.count - 1] ? 1 / Double(context.count) : 0
  },
  .spread(
    "a repeated word's part counts once: it is assigned, not added, or each word is taken once"
  ) { word, context in
    context.contains(word) ? 1 / Double(context.count) : 0
  },
  .spread("the context's different words share ∂J/∂v̂ alike, however often each stands there") {
    word, context in
    context.contains(word) ? 1 / Double(Set(context).count) : 0
  },
  .spread("a repeated word is counted each time, but |C| only counts different words") {
    word, context in
    Double(context.count { $0 == word }) / Double(Set(context).count)
  },
  .spread("1/|C| is forgotten, and a repeated word is counted once besides") { word, context in
    context.contains(word) ? 1 : 0
  },
  .spread("every word of the vocabulary gets a part, not only the context's") { _, context in
    1 / Double(context.count)
  },
  .spread("only the context's first word gets its part") { word, context in
    word == context[0] ? 1 / Double(context.count) : 0
  },
  .init("the gradient goes to the centre's column, not to the context's") { gap, model in
    columns(of: model, Oracle(gap, model).meanGradient) { $0 == gap.centre ? 1 : 0 }
  },
  .init("the centre's column gets a part as well, as if it stood in its own context") {
    gap, model in
    let all = gap.context + [gap.centre]
    return columns(of: model, Oracle(gap, model).meanGradient) { word in
      Double(all.count { $0 == word }) / Double(gap.context.count)
    }
  },
  .init("the sign is wrong: y − ŷ in place of ŷ − y") { gap, model in
    single(Oracle(gap, model).inputGradient.map { $0.map { -$0 } })
  },
  .init("y is forgotten, and the right word does not pull") { gap, model in
    let oracle = Oracle(gap, model)
    return shared(gap, model, flipped(oracle.output).map { dot($0, oracle.probabilities) })
  },
  .init("the centre's own vector pulls with ŷ_c, not with ŷ_c − 1, and the others not at all") {
    gap, model in
    let oracle = Oracle(gap, model)
    return shared(
      gap, model, oracle.output[gap.centre].map { $0 * oracle.probabilities[gap.centre] })
  },
  .init("every word but the right one pulls, and its own part is left out") { gap, model in
    let oracle = Oracle(gap, model)
    let error = oracle.error.enumerated().map { $0.offset == gap.centre ? 0 : $0.element }
    return shared(gap, model, flipped(oracle.output).map { dot($0, error) })
  },
  .init("only the right word pulls, and the sum over all others is left out") { gap, model in
    shared(gap, model, Oracle(gap, model).output[gap.centre].map { -$0 })
  },
  .init("∂J/∂v̂ is made with the input vectors, V (ŷ − y), in place of Uᵀ (ŷ − y)") { gap, model in
    let oracle = Oracle(gap, model)
    return shared(gap, model, oracle.input.map { dot($0, oracle.error) })
  },
  .init("rows and columns are exchanged, a row for each word") { gap, model in
    single(flipped(Oracle(gap, model).inputGradient))
  },
  .init("1 is subtracted at the context's words, not at the centre") { gap, model in
    let oracle = Oracle(gap, model)
    let error = oracle.probabilities.enumerated().map {
      $0.element - (gap.context.contains($0.offset) ? 1 : 0)
    }
    return shared(gap, model, flipped(oracle.output).map { dot($0, error) })
  },
  .init("each context word gets its own error's part, (ŷ_i − y_i) u_i, not the sum over all words")
  {
    gap, model in
    let oracle = Oracle(gap, model)
    return model.input.indices.map { place in
      model.output.indices.map { word in
        let count = Double(gap.context.count { $0 == word })
        return Float(
          count / Double(gap.context.count) * oracle.error[word] * oracle.output[word][place])
      }
    }
  },
]

/// A gradient of v̂ given to the context as is right.
func shared(_ gap: Gap, _ model: WordVectors, _ meanGradient: [Double]) -> Rows {
  columns(of: model, meanGradient) { word in
    Double(gap.context.count { $0 == word }) / Double(gap.context.count)
  }
}

/// A matrix of V's shape whose columns are a vector times a share.
func columns(
  of model: WordVectors, _ vector: [Double], share: (_ word: Int) -> Double
) -> Rows {
  let shares = model.output.indices.map(share)
  // No part is 0, also of what is not a number.
  return single(vector.map { number in shares.map { $0 == 0 ? 0 : number * $0 } })
}

extension NamedImplementation<GapGradient> {
  /// A gradient that is right up to ∂J/∂v̂, and of which each word gets a share.
  static func spread(
    _ name: String, _ share: @escaping @Sendable (_ word: Int, _ context: [Int]) -> Double
  ) -> Self {
    .init(name) { gap, model in
      columns(of: model, Oracle(gap, model).meanGradient) { share($0, gap.context) }
    }
  }
}
