import Chapter2
import Experiments
import Text

/// Holds every number of the table against the plain functions, and writes some of theirs down, by
/// which the page's script is tested.
///
/// - Throws: ``RunError`` where they differ by more than rounding.
func check(_ table: WindowTable, _ experiment: Experiment) throws {
  var generator = SeededGenerator(seed: experiment.options.seed)
  var written = 0
  for gap in table.gaps {
    let whole = WindowTable.Choice.window(
      around: gap.centre, of: table.ids[gap.sentence].count, halfWidth: table.halfWidth)
    let random = gap.predictions.randomElement(using: &generator)?.choice
    for (choice, prediction) in gap.predictions {
      let plain = PlainPrediction(of: table.window(gap, choice), table.model, top: prediction.top)
      if let fault = plain.fault(in: prediction) {
        throw RunError(
          "error: the figure “window” has another \(fault) than the plain functions for "
            + "“\(table.sentences[gap.sentence].joined(separator: " "))”, gap at \(gap.centre), "
            + "context at \(choice.places)")
      }
      guard choice == whole || choice == random else { continue }
      experiment.results.set(
        "window.check.\(written)",
        to: .table(
          [
            ("sentence", .integer(gap.sentence)), ("gap", .integer(gap.centre)),
            ("context", .list(choice.places.map { .integer($0) })),
            ("top", .list(prediction.top.map { .text(table.vocabulary.words[$0]) })),
          ] + plain.values))
      if written == 0 {
        experiment.results.set("window.mean", to: .list(plain.mean.map { .number(Double($0)) }))
      }
      written += 1
    }
  }
}

/// What the chapter's plain functions say of a window.
private struct PlainPrediction {
  let mean: [Float]
  /// The probabilities of the words that the figure shows.
  let probabilities: [Double]
  /// The probability of all others.
  let rest: Double
  let loss: Double
  let rank: Int

  init(of window: Window, _ model: CBOWModel, top: [Int]) {
    let scores = Chapter2.scores(of: window.context, in: model)
    let all = Chapter2.probabilities(of: window.context, in: model).map(Double.init)
    mean = contextMean(of: window.context, in: model.inputVectors)
    probabilities = top.map { all[$0] }
    rest = all.indices.reduce(0) { $0 + (top.contains($1) ? 0 : all[$1]) }
    loss = Double(Chapter2.loss(of: window, in: model))
    rank = 1 + scores.count { $0 > scores[window.centre] }
  }

  /// What is wrong in the figure's prediction; nil where it is right.
  func fault(in prediction: WindowTable.Prediction) -> String? {
    let shown = prediction.scores.map(prediction.probability)
    // Two numbers are rounded to thousandths, and a Float's sum over all words adds a little.
    if zip(shown, probabilities).contains(where: { abs($0 - $1) > 0.0011 * $1 }) {
      return "probability"
    }
    if abs(prediction.restProbability - rest) > 0.0006 * rest { return "rest" }
    if abs(prediction.loss - loss) > 0.0011 { return "loss" }
    return prediction.rank == rank ? nil : "rank"
  }

  /// As `results.json` has it.
  var values: [(key: String, value: ResultValue)] {
    [
      ("probabilities", .list(probabilities.map { .number($0) })), ("rest", .number(rest)),
      ("loss", .number(loss)), ("rank", .integer(rank)),
    ]
  }
}
