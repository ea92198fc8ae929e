import Chapter2
import Experiments
import Foundation
import Text

/// The corpus of a run, as ids of its most frequent words.
struct TrainingCorpus {
  /// The most frequent words.
  let vocabulary: Vocabulary
  /// The sentences without the words that are not in the vocabulary.
  let text: EncodedText
  /// Names the corpus's bytes.
  let digest: String

  /// Reads the corpus that the options name and writes its facts.
  init(experiment: Experiment, settings: RunSettings) throws {
    let (file, name) = try experiment.corpusFile()
    let whole = try experiment.step("reading \(file)") { try TextCorpus(tokenizing: file) }.value
    let sentences = Array(whole.sentences.prefix(settings.sentences ?? .max))
    let all = Vocabulary(countingWordsOf: sentences)
    // The words of the article's sentence are kept however rare they are: the page slides over it.
    let article: Set = ["cat", "jumped", "over", "puddle"]
    let kept = zip(all.words, all.counts).enumerated().filter { place, entry in
      place < settings.vocabularySize || article.contains(entry.0)
    }
    vocabulary = Vocabulary(counts: kept.map(\.element))
    let vocabulary = vocabulary
    text = EncodedText(sentences: sentences.lazy.map { vocabulary.ids(of: $0) })
    guard !text.centres.isEmpty, vocabulary.count >= 20 else {
      throw RunError(
        "\(file): error: \(vocabulary.count) different words in \(sentences.count) sentences are "
          + "too few to learn from; give a text of some pages")
    }
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    experiment.setCorpus(name: name, bytes: bytes, tokens: whole.wordCount)
    digest = SHA256.hexDigest(of: bytes)
    let words = sentences.reduce(0) { $0 + $1.count }
    let known = vocabulary.counts.reduce(0, +)
    let facts: [(String, ResultValue)] = [
      ("name", .text(name)),
      ("tokens", .integer(words)),
      ("sentences", .integer(sentences.count)),
      ("types", .integer(all.count)),
      ("vocabulary", .integer(vocabulary.count)),
      ("covered", .number(Double(known) / Double(words))),
      ("rarestCount", .integer(all.counts.prefix(settings.vocabularySize).last ?? 0)),
      ("windows", .integer(text.centres.count)),
    ]
    for (key, value) in facts { experiment.results.set("corpus.\(key)", to: value) }
  }
}
