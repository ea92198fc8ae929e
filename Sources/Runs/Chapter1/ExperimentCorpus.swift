import Chapter1
import Experiments
import Foundation
import Text

/// The corpus of a run, dealt out in three parts.
struct ExperimentCorpus {
  /// Sentences to count.
  let train: [[String]]
  /// Sentences to choose a smoothing's constant on, so that the held-out ones stay unseen.
  let tuning: [[String]]
  /// Sentences to judge on.
  let heldOut: [[String]]
  /// The words that stand in `train` twice or more; the others are `<unk>`.
  let vocabulary: Vocabulary
  /// Every word of `train`.
  let allWords: Vocabulary

  static let greatestOrder = 5

  /// Reads the corpus that the options name, deals it out and writes its facts.
  init(experiment: Experiment) throws {
    let options = experiment.options
    let (file, name) = try experiment.corpusFile()
    let whole = try experiment.step("reading \(file)") { try TextCorpus(tokenizing: file) }.value
    let deal = whole.split(heldOutShare: 0.05, seed: options.seed)
    let inner = deal.train.split(heldOutShare: 0.05, seed: options.seed &+ 1)
    guard !deal.heldOut.sentences.isEmpty, !inner.heldOut.sentences.isEmpty else {
      throw RunError(
        "\(file): error: \(whole.sentences.count) sentences are too few to keep 5 % apart twice; "
          + "give a text of at least 40")
    }
    (train, tuning, heldOut) = (
      inner.train.sentences, inner.heldOut.sentences, deal.heldOut.sentences
    )
    vocabulary = Vocabulary(forModelOf: train, minimumCount: 2)
    allWords = Vocabulary(forModelOf: train)
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    experiment.setCorpus(name: name, bytes: bytes, tokens: whole.wordCount)
    writeFacts(whole, to: experiment)
  }

  private func writeFacts(_ whole: TextCorpus, to experiment: Experiment) {
    let markers = allWords.markerCount
    let heldOutWords = heldOut.joined()
    let unknown = heldOutWords.count { vocabulary.id(of: $0) == nil }
    let facts: [(String, ResultValue)] = [
      ("tokens", .integer(whole.wordCount)),
      ("sentences", .integer(whole.sentences.count)),
      ("trainTokens", .integer(train.reduce(0) { $0 + $1.count })),
      ("trainSentences", .integer(train.count)),
      ("tuningSentences", .integer(tuning.count)),
      ("heldOutTokens", .integer(heldOutWords.count)),
      ("heldOutSentences", .integer(heldOut.count)),
      ("types", .integer(allWords.count - markers)),
      ("typesSeenOnce", .integer(allWords.count - vocabulary.count)),
      ("vocabulary", .integer(vocabulary.count - 1)),
      ("unknownShare", .number(Double(unknown) / Double(heldOutWords.count))),
    ]
    for (key, value) in facts { experiment.results.set("corpus.\(key)", to: value) }
  }

  /// A sentence as ids of a vocabulary.
  static func ids(of sentence: [String], in vocabulary: Vocabulary) -> [Int32] {
    vocabulary.ids(of: sentence, unknown: vocabulary.id(of: Marker.unknown) ?? 0)
  }
}
