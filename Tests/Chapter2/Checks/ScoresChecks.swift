import Grading

/// What exercise 2.4 asks for: a score for each word of the vocabulary.
public typealias Scores = @Sendable (_ context: [Int], _ model: WordVectors) -> [Float]

/// The grader of exercise 2.4, the scores of all words for a context.
///
/// The small model has as many words as numbers in a vector, so that no exchange of rows and
/// columns is out of range. With v̂ = (1, 2) and U = ((1, 3), (2, 5)), z = (1 + 6, 2 + 10).
public let scoresExercise = Exercise<Scores>(
  "2.4", section: "scores",
  examine: { scores, examination in
    let square = WordVectors(input: [[1, 3], [2, 0]], output: [[1, 3], [2, 5]])
    func check(
      _ context: [Int], _ model: WordVectors, _ remark: String, is expected: [Float]
    ) {
      examination.check(
        "scores(of: \(context)) \(remark)", scores(context, model), is: expected,
        tolerance: rounding)
    }
    let tables = "with V = \(written(square.input)) and U = \(written(square.output))"
    check([0], square, "\(tables), 1 + 6 and 2 + 10", is: [7, 12])
    check([0, 1], square, "\(tables), the mean being (2, 1)", is: [5, 9])
    check([1], pageVectors, "in the page's example, the mean being (1, 1)", is: [1, 1, 0.5, 0, 2])
    check(pageGap.context, pageVectors, "in the page's example", is: [0.4, 0.6, 0.3, -0.2, 1])
    for gap in sixWordsGaps {
      check(
        gap.context, sixWords, "in a model of 6 words with n = 3",
        is: Oracle(gap, sixWords).scores.map(Float.init))
    }
    for (input, output) in [(1, 1), (1e-4, 1), (1, 1e-4), (80, 80)] as [(Float, Float)] {
      examination.checkAgreementInTurn(
        samples: 8, seed: UInt64(input + 1e4 * output), tolerance: rounding,
        scale: .of(Double(input * output)),
        drawing: { $0.vectors(inputScale: input, outputScale: output) },
        making: { vectors in { scores($0, vectors) } },
        asking: { $0.context(in: $1) },
        claim: { "scores(of: \($1)) with \(written($0))" },
        computed: { $0($1) },
        expected: { Oracle(Gap(centre: 0, context: $1), $0).scores.map(Float.init) })
    }
    // Of one shape, and few contexts: what is kept by the context alone is wrong here.
    examination.checkAgreementInTurn(
      samples: 4, tolerance: rounding,
      drawing: { WordVectors(input: $0.matrix(2, 3), output: $0.matrix(3, 2)) },
      making: { vectors in { scores($0, vectors) } },
      asking: { draws, _ in draws.sentence(1...2, words: 3) },
      claim: { "scores(of: \($1)) with \(written($0))" },
      computed: { $0($1) },
      expected: { Oracle(Gap(centre: 0, context: $1), $0).scores.map(Float.init) })
    examination.checkGrowth(
      of: "scoring n words", from: 64, to: 2048,
      run: RunSize(20_000, "a vocabulary of 20,000 words"),
      preparing: { words in
        WordVectors(
          input: pattern(rows: 2, columns: words, seed: 1),
          output: pattern(rows: words, columns: 2, seed: 2))
      },
      working: { _ = scores([0, 1, 1, 5], $0) })
  },
  mistakes: [
    .init("U and V are swapped: the mean of output vectors is compared with the input vectors") {
      context, model in
      multiply(flipped(model.input), mean(context, flipped(model.output)))
    },
    .init("the mean is compared with the input vectors, V, in place of the output vectors, U") {
      context, model in multiply(flipped(model.input), mean(context, model.input))
    },
    .init("the mean is made of output vectors, U, in place of the input vectors, V") {
      context, model in multiply(model.output, mean(context, flipped(model.output)))
    },
    .init("a repeated word of the context is counted once", section: "mean") { context, model in
      multiply(model.output, mean(distinct(context), model.input))
    },
    .init("only one word of the context is scored against, the first") { context, model in
      multiply(model.output, columnOf(model.input, context[0]))
    },
    .init("rows and columns of U are exchanged") { context, model in
      let mean = mean(context, model.input)
      // As `values` is read where `row` and `column` change places, as far as there are numbers.
      let values = Array(model.output.joined())
      return model.output.indices.map { word in
        mean.indices.reduce(0) { $0 + mean[$1] * values[$1 * model.output.count + word] }
      }
    },
    .init("the scores are divided by the vectors' lengths, as in a cosine") { context, model in
      let mean = mean(context, model.input)
      return zip(multiply(model.output, mean), model.output).map { score, row in
        let lengths = length(row) * length(mean)
        return lengths > 0 ? score / lengths : 0
      }
    },
    .init("the scores are made probabilities already, which is the next step") { context, model in
      Oracle(Gap(centre: 0, context: context), model).probabilities.map(Float.init)
    },
    .init("only the words of the context get a score, the others 0") { context, model in
      multiply(model.output, mean(context, model.input)).enumerated().map {
        context.contains($0.offset) ? $0.element : 0
      }
    },
    .init("the scores are divided by the number of the context's words once more") {
      context, model in
      multiply(model.output, mean(context, model.input)).map { $0 / Float(context.count) }
    },
    .init("the scores are divided by |V|") { context, model in
      multiply(model.output, mean(context, model.input)).map { $0 / Float(model.output.count) }
    },
    .init("the scores are divided by √n, as attention does it") { context, model in
      let root = Float(model.input.count).squareRoot()
      return multiply(model.output, mean(context, model.input)).map { $0 / root }
    },
    .init("the mean is made a unit vector before it is compared") { context, model in
      let mean = mean(context, model.input)
      let length = length(mean)
      return multiply(model.output, length > 0 ? mean.map { $0 / length } : mean)
    },
    .init("the numbers are added where they should be multiplied") { context, model in
      let mean = mean(context, model.input)
      return model.output.map { row in zip(row, mean).reduce(0) { $0 + $1.0 + $1.1 } }
    },
    .init("the words of the context get no score, and 0 stands there") { context, model in
      multiply(model.output, mean(context, model.input)).enumerated().map {
        context.contains($0.offset) ? 0 : $0.element
      }
    },
    .init("the running sum is not set back to 0 for the next word") { context, model in
      var sum: Float = 0
      return multiply(model.output, mean(context, model.input)).map { score in
        sum += score
        return sum
      }
    },
    .init("the last number of the vectors is left out, an off-by-one") { context, model in
      multiply(model.output.map { $0.dropLast() }, mean(context, model.input).dropLast())
    },
    .init("only as many words as a vector has numbers get a score, and the others stay 0") {
      context, model in
      let scores = multiply(model.output, mean(context, model.input))
      return scores.indices.map { $0 < model.input.count ? scores[$0] : 0 }
    },
    .init("the greatest number at each place of the context's vectors is taken, not their mean") {
      context, model in
      multiply(model.output, model.input.map { row in context.map { row[$0] }.max() ?? 0 })
    },
    .init("the scores are summed as whole numbers") { context, model in
      multiply(model.output, mean(context, model.input)).map { $0.rounded(.towardZero) }
    },
    .init("the sign of the scores is turned") { context, model in
      multiply(model.output, mean(context, model.input)).map { -$0 }
    },
  ],
  conventions: [
    .init("the context's vectors are summed, not averaged", section: "mean") { context, model in
      multiply(model.output, mean(context, model.input).map { $0 * Float(context.count) })
    }
  ],
  alternatives: [
    .init("the mean of each context word's own scores") { context, model in
      var total = [Float](repeating: 0, count: model.output.count)
      for word in context {
        for (index, row) in model.output.enumerated() {
          for (place, number) in row.enumerated() {
            total[index] += number * model.input[place][word]
          }
        }
      }
      return total.map { $0 / Float(context.count) }
    },
    .init("in Double, one dimension of the vectors after the other") { context, model in
      var scores = [Double](repeating: 0, count: model.output.count)
      for place in model.input.indices {
        let number = context.reduce(0.0) { $0 + Double(model.input[place][$1]) }
        for word in scores.indices {
          scores[word] += number / Double(context.count) * Double(model.output[word][place])
        }
      }
      return scores.map(Float.init)
    },
    .init("each word's row and the mean, from the last number on") { context, model in
      let mean = mean(context, model.input)
      return model.output.map { row in
        row.indices.reversed().reduce(Float(0)) { $0 + mean[$1] * row[$1] }
      }
    },
  ],
  tooSlow: [
    .init("the table is turned round for every word") { context, model in
      let mean = mean(context, model.input)
      return model.output.indices.map { word in
        let columns = flipped(model.output)
        return mean.indices.reduce(0) { $0 + mean[$1] * columns[$1][word] }
      }
    }
  ])

/// The mean of a context's columns.
private func mean(_ context: [Int], _ columns: Rows) -> [Float] {
  columns.map { row in context.reduce(0) { $0 + row[$1] } / Float(context.count) }
}

/// A vector's length.
private func length(_ vector: [Float]) -> Float {
  vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
}
