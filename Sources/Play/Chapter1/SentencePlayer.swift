import Chapter1
import Foundation
import Playing
import Text

/// Answers the lines of Chapter 1's session.
struct SentencePlayer: Player {
  static let plays = Chapter1Play.plays

  let source: String
  let models: CountedModels
  var generator: SeededGenerator
  /// The sentences that were typed so far.
  private(set) var typed: [[String]] = []

  init(_ options: PlayOptions) throws {
    let text = try PlayedText(options)
    source = text.description
    models = CountedModels(text.sentences)
    generator = SeededGenerator(seed: options.seed)
  }

  mutating func prepare() { _ = models.vocabulary }

  mutating func answer(_ line: String) -> String {
    let command = line.prefix { !$0.isWhitespace }.lowercased()
    let rest = line.drop { !$0.isWhitespace }.trimmingCharacters(in: .whitespaces)
    switch command {
    case "growth" where rest.isEmpty: return growth()
    case "arpa" where rest.isEmpty: return arpa()
    case "perplexity": return perplexities(of: rest)
    case "score": return withSentence(rest, example: "score the cat jumped") { $0.score($1) }
    case "compare": return comparison(of: rest)
    case "continue":
      return withSentence(rest, example: "continue the cat") { $0.continuation(of: $1) }
    default: return withSentence(line, example: "the cat") { $0.continuation(of: $1) }
    }
  }

  /// The longest sentence that is answered whole.
  private static let mostWords = 60

  /// Calls `answer` with the words of a line, or says what to type.
  mutating func withSentence(
    _ line: String, example: String, _ answer: (inout Self, [String]) -> String
  ) -> String {
    let words = Tokenizer.words(in: line)
    guard !words.isEmpty else { return "There is no word in this line. Try: \(example)" }
    keep(words)
    guard words.count > Self.mostWords else { return answer(&self, words) }
    return Paragraph.wrapped(
      "Of \(Figure.count(words.count)) words, here are the first \(Self.mostWords). For a whole text, "
        + "write it into a file, and then: perplexity FILE") + "\n\n"
      + answer(&self, Array(words.prefix(Self.mostWords)))
  }

  /// Keeps a sentence for `perplexity`.
  mutating func keep(_ words: [String]) { typed.append(words) }
}
