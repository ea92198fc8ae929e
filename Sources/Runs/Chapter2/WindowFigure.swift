import Chapter2
import Experiments
import Foundation

/// Works out what the trained model expects in every gap of some sentences, for a figure in which
/// the reader slides the window; checks it, and writes down what the drawing shows of it.
func slideWindow(
  _ learned: LearnedWords, _ settings: RunSettings, _ experiment: Experiment
) throws {
  let sentences = [
    "silver and gold and precious stones", "he sat down upon his throne",
    "they eat bread and drink wine", "a small bird with long legs",
    "he lifted up his eyes and wept", "the cat jumped over the puddle",
  ].map { $0.split(separator: " ").map(String.init) }
  let table = try experiment.step("sliding the window") {
    WindowTable(learned, sentences: sentences, halfWidth: settings.plan.halfWidth)
  }.value
  // Another text may lack words of every sentence; then there is nothing to slide over.
  guard let gap = table.gaps.first(where: { $0.centre == 2 }) else { return }
  try experiment.step("checking the window's numbers") { try check(table, experiment) }
  let choice = WindowTable.Choice.window(
    around: 2, of: table.ids[gap.sentence].count, halfWidth: min(2, table.halfWidth))
  guard let shown = gap.predictions.first(where: { $0.choice == choice })?.prediction else {
    return
  }
  let words = learned.vocabulary.words
  let facts: [(String, ResultValue)] = [
    ("sentence", .text(table.sentences[gap.sentence].joined(separator: " "))),
    ("top", .list(shown.top.prefix(5).map { .text(words[$0]) })),
    ("probability", .number(shown.probability(ofScore: shown.centreScore))),
    ("loss", .number(shown.loss)),
    ("rank", .integer(shown.rank)),
    ("predictions", .integer(table.gaps.reduce(0) { $0 + $1.predictions.count })),
    ("checksum", .integer(table.checksum)),
  ]
  for (key, value) in facts { experiment.results.set("window.\(key)", to: value) }
  let ids = table.ids[gap.sentence]
  let drawn: [(String, ResultValue)] = [
    ("gap", .integer(gap.centre)), ("context", .list(choice.places.map { .integer($0) })),
    ("vectors", .list(ids.map { .list(table.strip(of: $0).map { .number(Double($0) / 100) }) })),
    ("expected", .list(shown.top.map { .text(words[$0]) })),
    ("scores", .list(shown.scores.map { .number(Double($0) / 1000) })),
    ("probabilities", .list(shown.scores.map { .number(shown.probability(ofScore: $0)) })),
    ("rest", .number(shown.restProbability)),
    ("centreScore", .number(Double(shown.centreScore) / 1000)),
  ]
  for (key, value) in drawn { experiment.results.set("window.drawn.\(key)", to: value) }
  try experiment.write(dataOf: "window", table.packed)
}
