import Chapter2
import Experiments
import Foundation
import Text

/// Works out what the trained model expects at every place of some sentences, for a figure in which
/// the reader slides the window.
///
/// The data:
///
/// ```
/// n, vocabularySize                          the model's sizes
/// vectors: { word: [n numbers] }             input vectors of the sentences' words
/// sentences: [{
///   words: [word]
///   known: [whether the vocabulary has the word; one that it has not is passed over]
///   places: [                                one for each word
///     { }                                    where there is nothing to predict, or from nothing
///     { windows: [                           one for each half width, from 1 to m
///       context: [places in `words`, in order]
///       mean: [n numbers]
///       top: [[word, score, probability]]    the ten most probable words, falling
///       rest: probability of all the others
///       centre: [score, probability, rank from 1]
///     ] } ] }]
/// ```
func drawWindow(
  _ learned: LearnedWords, _ settings: RunSettings, _ experiment: Experiment
) throws {
  let sentences = [
    "the cat jumped over the puddle", "the king sat upon his throne",
    "she gave him bread and wine to drink", "he went down to the river to drink",
    "a small bird with a long tail", "he drew his sword and smote him",
  ].map { $0.split(separator: " ").map(String.init) }
  var seen: Set<String> = []
  let words = sentences.joined().filter { seen.insert($0).inserted }
  let vectors = words.compactMap { word in
    learned.vectors.vector(of: word).map {
      (key: word, value: ResultValue.list($0.map(rounded)))
    }
  }
  let table = try experiment.step("sliding the window") {
    ResultValue.table([
      ("n", .integer(learned.model.embeddingSize)),
      ("vocabularySize", .integer(learned.vocabulary.count)),
      ("vectors", .table(vectors)),
      ("sentences", .list(sentences.map { sentence(learned, $0, settings.plan.halfWidth) })),
    ])
  }.value
  let first = prediction(learned, sentences[0], centre: 2, halfWidth: settings.plan.halfWidth)
  if let first {
    experiment.results.set(
      "window.top", to: .list(first.top.prefix(5).map { .text(learned.vocabulary.words[$0]) }))
    experiment.results.set("window.probability", to: .number(Double(first.probability)))
    experiment.results.set("window.rank", to: .integer(first.rank))
    try experiment.draw("window", chart(learned, first, experiment).svg(), data: table)
  }
}

/// What the model expects at one place of a sentence.
private struct Prediction {
  let context: [Int]
  let mean: [Float]
  let scores: [Float]
  let probabilities: [Float]
  let centre: Int
  /// The ten most probable words, the most probable first.
  let top: [Int]

  var probability: Float { probabilities[centre] }
  var rank: Int { 1 + probabilities.count { $0 > probabilities[centre] } }
  var rest: Float { max(0, 1 - top.reduce(0) { $0 + probabilities[$1] }) }
}

private func prediction(
  _ learned: LearnedWords, _ sentence: [String], centre: Int, halfWidth: Int
) -> Prediction? {
  guard let id = learned.vocabulary.id(of: sentence[centre]) else { return nil }
  // As in training, words that the vocabulary has not are not there: the window reaches past them.
  let known = sentence.indices.filter { learned.vocabulary.id(of: sentence[$0]) != nil }
  guard let place = known.firstIndex(of: centre), known.count > 1 else { return nil }
  let near = max(0, place - halfWidth)...min(known.count - 1, place + halfWidth)
  let context = near.filter { $0 != place }.map { known[$0] }
  let ids = context.compactMap { learned.vocabulary.id(of: sentence[$0]).map(Int.init) }
  let scores = scores(of: ids, in: learned.model)
  let probabilities = softmax(scores)
  let top = probabilities.indices.sorted {
    (probabilities[$1], $0) < (probabilities[$0], $1)
  }.prefix(10)
  return Prediction(
    context: context, mean: contextMean(of: ids, in: learned.model.inputVectors), scores: scores,
    probabilities: probabilities, centre: Int(id), top: Array(top))
}

private func sentence(
  _ learned: LearnedWords, _ words: [String], _ halfWidth: Int
) -> ResultValue {
  .table([
    ("words", .list(words.map { .text($0) })),
    ("known", .list(words.map { .flag(learned.vocabulary.id(of: $0) != nil) })),
    (
      "places",
      .list(
        words.indices.map { centre in
          let windows = (1...halfWidth).compactMap { width in
            prediction(learned, words, centre: centre, halfWidth: width).map {
              value(of: $0, learned)
            }
          }
          return .table(windows.isEmpty ? [] : [("windows", .list(windows))])
        })
    ),
  ])
}

private func value(of prediction: Prediction, _ learned: LearnedWords) -> ResultValue {
  let top = prediction.top.map { word in
    ResultValue.list([
      .text(learned.vocabulary.words[word]), rounded(prediction.scores[word]),
      rounded(prediction.probabilities[word]),
    ])
  }
  return .table([
    ("context", .list(prediction.context.map { .integer($0) })),
    ("mean", .list(prediction.mean.map(rounded))),
    ("top", .list(top)),
    ("rest", rounded(prediction.rest)),
    (
      "centre",
      .list([
        rounded(prediction.scores[prediction.centre]), rounded(prediction.probability),
        .integer(prediction.rank),
      ])
    ),
  ])
}

/// Four significant digits: more than anybody sees, and a small file.
private func rounded(_ number: Float) -> ResultValue {
  .number(Double(String(format: "%.4g", number)) ?? 0)
}

private func chart(
  _ learned: LearnedWords, _ prediction: Prediction, _ experiment: Experiment
) -> BarChart {
  let shown = Array(prediction.top.prefix(8))
  let bars = shown.map { word in
    let share = Double(prediction.probabilities[word])
    return BarChart.Bar(
      learned.vocabulary.words[word], parts: [share], label: String(format: "%.3f", share))
  }
  let names = shown.map { learned.vocabulary.words[$0] }.joined(separator: ", ")
  return BarChart(
    title: "What the model expects in “the cat ▢ over the puddle”",
    description: "The most probable words: \(names). “jumped” is number \(prediction.rank) of "
      + "\(learned.vocabulary.count). " + experiment.provenance,
    label: "the most probable words", y: Axis("probability"), bars: bars)
}
