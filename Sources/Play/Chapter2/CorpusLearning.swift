import Chapter2
import Experiments
import Foundation
import Playing
import Text

/// A training of seconds on a text of one's own, by the chapter's fast trainer; it is kept.
enum CorpusLearning {
  private static let mostBytes = 256 << 20
  private static let mostWords = 400_000
  private static let vocabularySize = 2000
  private static let embeddingSize = 32
  private static let fewestDifferentWords = 20

  /// - Throws: `TextError` where the file is no text, `RunError` where it is too short.
  static func learn(from file: String, seed: UInt64) throws -> LearnedWords {
    let whole = try TextCorpus(tokenizing: file, maximumBytes: mostBytes)
    var left = mostWords
    let sentences = whole.sentences.prefix { sentence in
      left -= sentence.count
      return left > 0
    }
    let all = Vocabulary(countingWordsOf: Array(sentences))
    let vocabulary = Vocabulary(counts: zip(all.words, all.counts).prefix(vocabularySize))
    let text = EncodedText(sentences: sentences.lazy.map { vocabulary.ids(of: $0) })
    guard !text.centres.isEmpty, vocabulary.count >= fewestDifferentWords else {
      throw RunError(
        "\(file): error: \(vocabulary.count) different words in \(sentences.count) sentences are too "
          + "few to learn from; give a text of some pages")
    }
    let model = try train(text, vocabulary, of: file, seed: seed)
    let words = sentences.reduce(0) { $0 + $1.count }
    let size =
      words < whole.wordCount
      ? "the first \(Figure.count(words)) of the \(Figure.count(whole.wordCount)) words"
      : "the \(Figure.words(words))"
    return LearnedWords(
      words: vocabulary.words, inputVectors: model.inputVectors, model: model,
      description:
        "The vectors: \(Figure.count(vocabulary.count)) words, \(embeddingSize) numbers each, "
        + "trained for seconds on \(size) in \(file).")
  }

  private static func train(
    _ text: EncodedText, _ vocabulary: Vocabulary, of file: String, seed: UInt64
  ) throws -> CBOWModel {
    // Short texts are gone through more often.
    let epochs = min(30, max(2, mostWords / max(text.centres.count, 1)))
    let plan = TrainingPlan(
      halfWidth: 4, batchSize: 64, epochs: epochs,
      learningRate: LearningRate(start: 0.1, end: 0.01), seed: seed)
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    let purpose =
      "play 2, corpus \(SHA256.hexDigest(of: bytes)), |V| = \(vocabulary.count), n = \(embeddingSize), "
      + "\(text.centres.count) windows, \(plan)"
    let keptFile = ".course/play/2-\(SHA256.hexDigest(of: purpose.utf8).prefix(12)).vectors"
    var generator = SeededGenerator(seed: seed)
    var model = CBOWModel(
      vocabularySize: vocabulary.count, embeddingSize: embeddingSize, using: &generator)
    if FileManager.default.fileExists(atPath: keptFile) {
      let kept = try Checkpoint(file: keptFile, purpose: purpose)
      if let input = kept.tables["input"], let output = kept.tables["output"],
        input.count == model.inputVectors.values.count, output.count == input.count
      {
        model.inputVectors.values = input
        model.outputVectors.values = output
        return model
      }
    }
    say("Training on \(Figure.count(text.centres.count)) windows, for some seconds, once …")
    let training = CorpusTraining(
      text: text, model: model, plan: plan,
      threadCount: min(2, ProcessInfo.processInfo.activeProcessorCount))
    while !training.isDone { Parts.training { training.advance() } }
    let trained = training.trainer.model
    guard trained.inputVectors.values.allSatisfy(\.isFinite) else {
      throw RunError("\(file): error: with this text the training ends in numbers that are none")
    }
    try Checkpoint(
      purpose: purpose, seconds: 0,
      tables: [
        "input": trained.inputVectors.values, "output": trained.outputVectors.values,
      ]
    ).write(to: keptFile)
    return trained
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
