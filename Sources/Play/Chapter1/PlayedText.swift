import Experiments
import Foundation
import Playing
import Text

/// The text whose words a session counts.
struct PlayedText {
  let sentences: [[String]]
  /// What it is, and where more of it comes from.
  let description: String

  /// As many words are counted in a second or two, whoever counts them.
  private static let mostWords = 100_000
  private static let mostBytes = 256 << 20

  /// The text that the options name, else one that was fetched, else one that the course makes.
  ///
  /// - Throws: `TextError` where the named file is no text.
  init(_ options: PlayOptions) throws {
    let fetched = [FetchedFile.publicTexts, .kingJames].first(where: \.isHere)
    guard let file = options.corpus ?? fetched?.path else {
      sentences = SmallText.sentences(6000, seed: options.seed)
      let words = Figure.count(sentences.reduce(0) { $0 + $1.count })
      description =
        "The text: \(words) words that the course has made up, of a few patterns.\n"
        + "A real one: `swift run course fetch \(FetchedFile.publicTexts.name)`, or "
        + "`swift run course play 1 --corpus FILE` with any text."
      return
    }
    let whole = try TextCorpus(tokenizing: file, maximumBytes: Self.mostBytes)
    sentences = Self.part(of: whole.sentences)
    let words = sentences.reduce(0) { $0 + $1.count }
    let all = whole.wordCount
    let size =
      words < all
      ? "\(Figure.count(words)) of the \(Figure.count(all)) words"
      : "the \(Figure.count(all)) words"
    description =
      "The text: \(size) in \(file)."
      + (options.corpus == nil ? " `--corpus FILE` takes any other." : "")
  }

  /// Runs of neighbouring sentences from all over a text, as many as one can count while one waits.
  private static func part(of sentences: [[String]]) -> [[String]] {
    let words = sentences.reduce(0) { $0 + $1.count }
    guard words > mostWords else { return sentences }
    let run = 40
    let step = max(1, words / mostWords)
    var left = mostWords
    return stride(from: 0, to: sentences.count, by: run * step).flatMap { start in
      sentences[start..<min(start + run, sentences.count)].prefix { sentence in
        left -= sentence.count
        return left > 0
      }
    }
  }
}
