import Grading

/// What exercise 2.10 asks for: a model is moved, and the loss before that is returned.
public typealias Step =
  @Sendable (_ model: inout WordVectors, _ gap: Gap, _ learningRate: Float) -> Float

/// The grader of exercise 2.10, one step of gradient descent.
///
/// By hand: where V is 0, every probability is 1/3 and U has no gradient; with U = (0, 6, 3) and the
/// centre 0, that of word 1's input vector is 3. Where U is 0, V has no gradient; with v̂ = 3 and the
/// centre 0, that of U is (−2, 1, 1). The losses are ln 3.
public let stepExercise = Exercise<Step>(
  "2.10", section: "step",
  examine: { step, examination in
    let still = WordVectors(input: [[0, 0, 0]], output: [[0], [6], [3]])
    examine(
      step, &examination, still, Gap(centre: 0, context: [1]), 0.5,
      ", where V is all zeros and U = [[0], [6], [3]]", loss: 1.0986123,
      after: WordVectors(input: [[0, -1.5, 0]], output: [[0], [6], [3]]))
    examine(
      step, &examination, threeWords, Gap(centre: 0, context: [0]), 0.5,
      ", where V = [[3, 6, 0]] and U is all zeros", loss: 1.0986123,
      after: WordVectors(input: [[3, 6, 0]], output: [[1], [-0.5], [-0.5]]))
    examine(
      step, &examination, pageVectors, pageGap, 0.5, ", the page's example", loss: 1.8042335,
      after: pageVectorsAfterOneStep)
    var oracle = Oracle(pageGap, pageVectorsAfterOneStep)
    let loss = oracle.step(0.5, 0.5)
    examine(
      step, &examination, pageVectorsAfterOneStep, pageGap, 0.5,
      ", once more after the page's step",
      loss: Float(loss),
      after: WordVectors(input: single(oracle.input), output: single(oracle.output)))
    for (gap, rate) in zip(sixWordsGaps, [Float(0.25), 0.125, 0]) {
      let oracle = Oracle(gap, sixWords)
      examine(
        step, &examination, sixWords, gap, rate, ", in a model of 6 words with n = 3",
        loss: Float(oracle.loss),
        after: WordVectors(
          input: single(moved(oracle.input, against: oracle.inputGradient, Double(rate))),
          output: single(moved(oracle.output, against: oracle.outputGradient, Double(rate)))))
    }
    examine(
      step, &examination, WordVectors(input: [[200, 100]], output: [[100], [-100]]),
      Gap(centre: 1, context: [0]), 0.5,
      ", where V = [[200, 100]] and U = [[100], [-100]], the scores being 20000 and −20000",
      loss: 40_000, after: WordVectors(input: [[100, 100]], output: [[0], [0]]))
    examineDrawnSteps(step, &examination)
    examination.checkGrowth(
      of: "a step in a vocabulary of n words", from: 32, to: 1024,
      preparing: { manyWords($0) },
      working: { model in
        var model = model
        _ = step(&model, sixWordsGaps[1], 0.1)
      })
  },
  mistakes: stepMistakes + moreStepMistakes,
  conventions: [
    .of(
      "every word of the context moves by all of ∂J/∂v̂, as in the word2vec program, not 1/|C| of it"
    ) { oracle, rate in
      oracle.step(rate * Double(oracle.gap.context.count), rate)
    }
  ],
  alternatives: [
    .of("every number of a table by itself, from the last to the first") { oracle, rate in
      let old = oracle
      let (error, mean, meanGradient) = (old.error, old.mean, old.meanGradient)
      for word in old.output.indices.reversed() {
        for place in old.input.indices {
          oracle.output[word][place] += rate * -error[word] * mean[place]
        }
      }
      for word in old.gap.context {
        for place in old.input.indices {
          oracle.input[place][word] -= rate / Double(old.gap.context.count) * meanGradient[place]
        }
      }
      return old.loss
    },
    .of("U first, from a copy of the old model") { oracle, rate in
      let old = oracle
      oracle.output = moved(old.output, against: old.outputGradient, rate)
      oracle.input = moved(old.input, against: old.inputGradient, rate)
      return old.loss
    },
    .init("V first, in Float, from gradients that are kept") { model, gap, rate in
      let oracle = Oracle(gap, model)
      let (ofInput, ofOutput) = (single(oracle.inputGradient), single(oracle.outputGradient))
      for row in model.input.indices {
        for place in model.input[row].indices {
          model.input[row][place] -= rate * ofInput[row][place]
        }
      }
      for row in model.output.indices {
        for place in model.output[row].indices {
          model.output[row][place] -= rate * ofOutput[row][place]
        }
      }
      return Float(oracle.loss)
    },
  ],
  tooSlow: [
    .of("the gradients computed anew for every number that is moved") { oracle, rate in
      let old = oracle
      for word in old.output.indices {
        for place in old.input.indices {
          oracle.output[word][place] -= rate * old.outputGradient[word][place]
        }
      }
      oracle.input = moved(old.input, against: old.inputGradient, rate)
      return old.loss
    }
  ])

/// The page's V and U minus half of their gradients.
private let pageVectorsAfterOneStep = WordVectors(
  input: [
    [0.4927765, 0.9963883, 0, -0.0036117, 0.9963883],
    [-0.1226424, 0.9386788, 0.5, 0.9386788, -0.0613212],
  ],
  output: [
    [-0.0545735, 0.9636176], [0.9333437, -0.0444375], [0.7506198, 0.1670799],
    [-1.0299506, 0.9800330], [0.9005605, 0.9337070],
  ])

private func examine(
  _ step: Step, _ examination: inout Examination, _ model: WordVectors, _ gap: Gap, _ rate: Float,
  _ remark: String, loss: Float, after: WordVectors
) {
  func moved() -> (loss: Float, model: WordVectors) {
    var moved = model
    let loss = step(&moved, gap, rate)
    return (loss, moved)
  }
  let claim = "step on \(gap.centre) in \(gap.context) with the rate \(written(rate))\(remark)"
  examination.check("V after a \(claim)", moved().model.input, is: after.input, tolerance: rounding)
  examination.check(
    "U after a \(claim)", moved().model.output, is: after.output, tolerance: rounding)
  examination.check("the loss returned by a \(claim)", moved().loss, is: loss, tolerance: rounding)
}

private let stepMistakes: [NamedImplementation<Step>] = [
  .of("U is moved before V's gradient is computed, so that it is that of the new U") {
    oracle, rate in
    let loss = oracle.loss
    oracle.output = moved(oracle.output, against: oracle.outputGradient, rate)
    oracle.input = moved(oracle.input, against: oracle.inputGradient, rate)
    return loss
  },
  .of("V's gradient is made of the old ŷ − y, but of the new U") { oracle, rate in
    let old = oracle
    oracle.output = moved(oracle.output, against: oracle.outputGradient, rate)
    for (place, row) in flipped(oracle.output).enumerated() {
      for word in old.gap.context {
        oracle.input[place][word] -= rate * dot(row, old.error) / Double(old.gap.context.count)
      }
    }
    return old.loss
  },
  .of("V is moved before U's gradient is computed, so that it is that of the new V") {
    oracle, rate in
    let loss = oracle.loss
    oracle.input = moved(oracle.input, against: oracle.inputGradient, rate)
    oracle.output = moved(oracle.output, against: oracle.outputGradient, rate)
    return loss
  },
  .of("the gradients are added, and the model goes uphill") { oracle, rate in
    oracle.step(-rate, -rate)
  },
  .of("only the input vectors, V, are moved") { oracle, rate in oracle.step(rate, 0) },
  .of("only the output vectors, U, are moved") { oracle, rate in oracle.step(0, rate) },
  .of("the loss is computed after the step, not before it") { oracle, rate in
    _ = oracle.step(rate, rate)
    return oracle.loss
  },
  .of("the centre's probability before the step is returned, not the loss") { oracle, rate in
    let probability = oracle.probabilities[oracle.gap.centre]
    _ = oracle.step(rate, rate)
    return probability
  },
  .of("the learning rate is not multiplied by") { oracle, _ in oracle.step(1, 1) },
  .of("the gradients are divided by the learning rate") { oracle, rate in
    oracle.step(rate == 0 ? .infinity : 1 / rate, rate == 0 ? .infinity : 1 / rate)
  },
  .of("a copy of the model is moved, and the model itself stays as it was") { oracle, _ in
    oracle.loss
  },
  .of("the tables are replaced by the changes, in place of being changed by them") {
    oracle, rate in
    let old = oracle
    _ = oracle.step(rate, rate)
    oracle.input = moved(oracle.input, against: old.input, 1)
    oracle.output = moved(oracle.output, against: old.output, 1)
    return old.loss
  },
  .of("V is moved twice as far as its gradient says") { oracle, rate in
    oracle.step(2 * rate, rate)
  },
  .of("only the centre's output vector is moved, not every word's") { oracle, rate in
    let old = oracle
    let loss = oracle.step(rate, rate)
    for word in old.output.indices where word != old.gap.centre {
      oracle.output[word] = old.output[word]
    }
    return loss
  },
]

extension NamedImplementation<Step> {
  /// A step that is taken in Double.
  static func of(
    _ name: String, _ body: @escaping @Sendable (_ oracle: inout Oracle, _ rate: Double) -> Double
  ) -> Self {
    .init(name) { model, gap, rate in
      var oracle = Oracle(gap, model)
      let loss = body(&oracle, Double(rate))
      model = WordVectors(input: single(oracle.input), output: single(oracle.output))
      return Float(loss)
    }
  }
}
