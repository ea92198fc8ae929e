import Chapter2
import Foundation
import Playing
import Text

/// A training of seconds, by the chapter's own plain functions, on a text that the course makes up.
enum MadeUpTraining {
  private static let sentenceCount = 1000
  private static let halfWidth = 4
  private static let embeddingSize = 16
  private static let epochs = 4
  /// The share of the processor time that an answer may take: a slow function learns less.
  private static let mostTime = 0.4

  static let description =
    "The vectors: trained as you start, by `train` of 2.11, on a text of a few patterns that the course "
    + "has made up.\nReal ones: `swift run course run 2` trains on millions of words and takes minutes; "
    + "`swift run course play 2 --corpus FILE` trains on any text for seconds, once."

  static func learn(_ options: PlayOptions) -> LearnedWords {
    let seed = options.seed
    let sentences = SmallText.sentences(sentenceCount, seed: seed)
    let vocabulary = Vocabulary(countingWordsOf: sentences)
    var examples = sentences.flatMap { sentence in
      let ids = vocabulary.ids(of: sentence).map(Int.init)
      return Parts.windows { windows(of: ids, halfWidth: halfWidth) }
    }
    var generator = SeededGenerator(seed: seed)
    examples.shuffle(using: &generator)
    var model = CBOWModel(
      vocabularySize: vocabulary.count, embeddingSize: embeddingSize, using: &generator)
    let rate = LearningRate(start: 0.4, end: 0.02)
    let total = epochs * examples.count
    let last = processorSeconds + mostTime * Double(options.answerSeconds)
    var done = 0
    while done < total, processorSeconds < last {
      let first = done % examples.count
      let part = Array(examples[first..<min(first + 500, examples.count)])
      learn(&model, part, rate: rate, done: done, of: total)
      done += part.count
    }
    return LearnedWords(
      words: vocabulary.words, inputVectors: model.inputVectors, model: model, description: "")
  }

  /// What this process has used so far; how busy the machine is must not change what is learned.
  private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  private static func learn(
    _ model: inout CBOWModel, _ part: [Window], rate: LearningRate, done: Int, of total: Int
  ) {
    Part.all(Parts.ofTraining) {
      let slope = LearningRate(
        start: rate.rate(atStep: done, of: total),
        end: rate.rate(atStep: done + part.count, of: total))
      _ = train(&model, on: part, epochs: 1, learningRate: slope)
    }
  }
}
