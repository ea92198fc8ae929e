import Chapter2
import Experiments
import Foundation

/// Works out what the trained model expects in every gap of some sentences, for a figure in which
/// the reader slides the window; checks it, and draws one place of it.
func drawWindow(
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
  let chart = chart(table, gap, choice, shown, experiment)
  try experiment.draw("window", chart.svg(), data: table.packed)
}

private func chart(
  _ table: WindowTable, _ gap: WindowTable.Gap, _ choice: WindowTable.Choice,
  _ prediction: WindowTable.Prediction, _ experiment: Experiment
) -> WindowChart {
  let (words, ids) = (table.sentences[gap.sentence], table.ids[gap.sentence])
  let rows = words.indices.map { place in
    WindowChart.Row(
      words[place],
      role: place == gap.centre ? .gap : choice.places.contains(place) ? .context : .outside,
      vector: table.strip(of: ids[place]).map { Double($0) / 100 })
  }
  let bars = zip(prediction.top, prediction.scores).map { id, score in
    WindowChart.Bar(
      table.vocabulary.words[id], score: Double(score) / 1000,
      probability: prediction.probability(ofScore: score))
  }
  let sentence = words.indices.map { $0 == gap.centre ? "▢" : words[$0] }.joined(separator: " ")
  let expected = bars.prefix(4).map { "\($0.word) \(Magnitude.small($0.probability))" }
  return WindowChart(
    title: "What the model expects in a gap",
    description:
      "“\(sentence)”: the input vectors of \(choice.places.map { words[$0] }.joined(separator: ", ")), "
      + "their mean, and the words that the model finds most probable in the gap: "
      + expected.joined(separator: ", ") + ". The covered word, \(words[gap.centre]), is number "
      + "\(prediction.rank) of \(Axis.grouped(Double(table.vocabulary.count))), its loss "
      + "\(String(format: "%.2f", prediction.loss)) nats. " + experiment.provenance,
    rows: rows, bars: bars, rest: prediction.restProbability,
    covered: .init(
      words[gap.centre], score: Double(prediction.centreScore) / 1000,
      probability: prediction.probability(ofScore: prediction.centreScore)),
    rank: prediction.rank, vocabularySize: table.vocabulary.count)
}
