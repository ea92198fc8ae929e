import Grading

/// The rate of a step, by the rates at the start and at the end of the training.
public typealias RateOfStep =
  @Sendable (_ start: Float, _ end: Float, _ step: Int, _ total: Int) -> Float

/// What exercise 2.11 asks for: the learning rate of a step, and the training loop.
public struct Training: Sendable {
  /// A model is moved, and the mean loss of each epoch is returned.
  public typealias Loop =
    @Sendable (
      _ model: inout WordVectors, _ gaps: [Gap], _ epochs: Int, _ start: Float, _ end: Float
    ) -> [Float]

  let rate: RateOfStep
  let train: Loop

  /// Collects the two functions.
  public init(rate: @escaping RateOfStep, train: @escaping Loop) {
    self.rate = rate
    self.train = train
  }
}

/// The grader of exercise 2.11, training with a falling rate.
///
/// The rates of an epoch's steps can be read off the trained model. Four gaps have the context words
/// 0 to 3, whose input vectors are the one-hot vectors of 4 numbers; U is 0. Step k then finds
/// column k of U still 0, scores of 0 and 5 equal probabilities, and adds η (1 − 1/5) to the
/// number in the centre's row and column k, which no other step of the epoch touches.
public let trainingExercise = Exercise<Training>(
  "2.11", section: "training",
  examine: { training, examination in
    examineRate(training, &examination)
    examineRatesOfAnEpoch(training, &examination)
    examineModels(training, &examination)
    examineNothing(training, &examination)
    examination.checkAgreement(
      tolerance: rounding, scale: .largest, drawing: { $0.fall() }, claim: \.claim,
      computed: { fall in fall.steps.map { training.rate(fall.start, fall.end, $0, fall.total) } },
      expected: \.expected)
    examination.checkAgreement(
      samples: 45, tolerance: roundingOfSteps, drawing: { $0.training() }, claim: \.claim,
      computed: { $0.computed(by: training.train) }, expected: \.expected)
  },
  mistakes: trainingMistakes,
  conventions: trainingConventions,
  alternatives: [
    .init(
      "a rate as the weighted mean of both ends, and a counter that is never set back",
      Training(
        rate: { start, end, step, total in
          guard step < total else { return end }
          return (start * Float(total - step) + end * Float(step)) / Float(total)
        },
        train: { model, gaps, epochs, start, end in
          var losses: [Float] = []
          var step = 0
          while step < epochs * gaps.count {
            if step % gaps.count == 0 { losses.append(0) }
            let share = Double(step) / Double(epochs * gaps.count)
            let rate = Double(start) * (1 - share) + Double(end) * share
            losses[losses.count - 1] +=
              Float(stepped(&model, gaps[step % gaps.count], rate)) / Float(gaps.count)
            step += 1
          }
          return losses
        })),
    .init(
      "a list of all steps, and means in Double of its parts",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        let all = Array(repeating: gaps, count: epochs).joined()
        let losses = all.enumerated().map { step, gap in
          stepped(&model, gap, Double(rightRate(start, end, step, all.count)))
        }
        return stride(from: 0, to: losses.count, by: max(gaps.count, 1)).map { first in
          Float(losses[first..<first + gaps.count].reduce(0, +) / Double(gaps.count))
        }
      }),
  ])

private func examineRate(_ training: Training, _ examination: inout Examination) {
  func check(_ step: Int, _ total: Int, from start: Float, to end: Float, is expected: Float) {
    examination.check(
      "the rate at step \(step) of \(total), from \(written(start)) to \(written(end))",
      training.rate(start, end, step, total), is: expected, tolerance: rounding)
  }
  check(0, 4, from: 0.4, to: 0, is: 0.4)
  check(1, 4, from: 0.4, to: 0, is: 0.3)
  check(2, 4, from: 0.4, to: 0, is: 0.2)
  check(3, 8, from: 0.5, to: 0.1, is: 0.35)
  check(4, 4, from: 0.4, to: 0, is: 0)
  check(8, 8, from: 0.5, to: 0.1, is: 0.1)
  check(12, 8, from: 0.5, to: 0.1, is: 0.1)
  check(5, 8, from: 0.25, to: 0.25, is: 0.25)
  check(30_000, 40_000, from: 0.4, to: 0, is: 0.1)
}

/// Reads the rate of each step of one epoch off the centre's output vector.
private func examineRatesOfAnEpoch(_ training: Training, _ examination: inout Examination) {
  let centre = 4
  let model = WordVectors(
    input: (0..<4).map { unitVector($0, size: 5) },
    output: Array(repeating: [0, 0, 0, 0], count: 5))
  func rates(from start: Float, to end: Float) -> [Float] {
    var model = model
    _ = training.train(&model, (0..<4).map { Gap(centre: centre, context: [$0]) }, 1, start, end)
    return model.output[centre].map { $0 / (1 - 1 / 5) }
  }
  examination.check(
    "the rates of the steps when training one epoch of 4 windows from 0.4 to 0, read off the model",
    rates(from: 0.4, to: 0), is: [0.4, 0.3, 0.2, 0.1], tolerance: roundingOfSteps)
  examination.check(
    "the rates of the steps when training one epoch of 4 windows with 0.2 throughout",
    rates(from: 0.2, to: 0.2), is: [0.2, 0.2, 0.2, 0.2], tolerance: roundingOfSteps)
}

private func examineModels(_ training: Training, _ examination: inout Examination) {
  func check(
    _ name: String, _ model: WordVectors, _ gaps: [Gap], epochs: Int, from start: Float,
    to end: Float
  ) {
    var expected = model
    let losses = run(&expected, gaps, epochs) { Double(rightRate(start, end, $0, $1)) }
    var trained = model
    let claim = "training \(name), \(epochs) epochs, from \(written(start)) to \(written(end))"
    examination.check(
      "the losses returned by \(claim)", training.train(&trained, gaps, epochs, start, end),
      is: losses.map(mean),
      tolerance: roundingOfSteps)
    examination.check(
      "U after \(claim)", trained.output, is: expected.output, tolerance: roundingOfSteps)
    examination.check(
      "V after \(claim)", trained.input, is: expected.input, tolerance: roundingOfSteps)
  }
  check("the page's window", pageVectors, [pageGap], epochs: 1, from: 0.5, to: 0)
  check("the page's window", pageVectors, [pageGap], epochs: 4, from: 0.5, to: 0)
  check(
    "2 windows of the page's model", pageVectors,
    [Gap(centre: 1, context: [0, 2]), Gap(centre: 3, context: [2, 0])], epochs: 2, from: 0.5,
    to: 0.25)
  check("3 windows of 6 words", sixWords, sixWordsGaps, epochs: 4, from: 0.5, to: 0.125)
}

private func examineNothing(_ training: Training, _ examination: inout Examination) {
  var model = pageVectors
  examination.check(
    "the losses returned by training for 3 epochs on no windows",
    training.train(&model, [], 3, 0.5, 0), is: [])
  examination.check(
    "the losses returned by training for 0 epochs", training.train(&model, [pageGap], 0, 0.5, 0),
    is: [])
  examination.check(
    "V after training for 0 epochs, and on no windows", model.input, is: pageVectors.input)
  examination.check(
    "U after training for 0 epochs, and on no windows", model.output, is: pageVectors.output)
  var other = sixWords
  examination.check(
    "the losses returned by training for 0 epochs on no windows",
    training.train(&other, [], 0, 0.5, 0.5), is: [])
}

// MARK: Right

@Sendable func rightRate(_ start: Float, _ end: Float, _ step: Int, _ total: Int) -> Float {
  start + (end - start) * Float(min(step, total)) / Float(total)
}

/// One step in Double; returns the loss before it.
func stepped(_ model: inout WordVectors, _ gap: Gap, _ rate: Double) -> Double {
  var oracle = Oracle(gap, model)
  let loss = oracle.step(rate, rate)
  model = WordVectors(input: single(oracle.input), output: single(oracle.output))
  return loss
}

/// Trains with the rates that a rule gives; returns every step's loss, epoch by epoch.
func run(
  _ model: inout WordVectors, _ gaps: [Gap], _ epochs: Int,
  rate: (_ step: Int, _ total: Int) -> Double
) -> [[Double]] {
  (0..<epochs).map { epoch in
    gaps.enumerated().map { index, gap in
      stepped(&model, gap, rate(epoch * gaps.count + index, epochs * gaps.count))
    }
  }.filter { !$0.isEmpty }
}

@Sendable func mean(_ numbers: [Double]) -> Float {
  Float(numbers.reduce(0, +) / Double(numbers.count))
}
