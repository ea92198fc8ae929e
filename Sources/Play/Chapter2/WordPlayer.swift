import Chapter2
import Foundation
import Playing
import Text

/// Answers the lines of Chapter 2's session.
struct WordPlayer: Player {
  static let plays = Chapter2Play.plays

  let source: String
  let options: PlayOptions
  /// Nil until the training on the made-up text.
  private var kept: LearnedWords?
  private let isMadeUp: Bool

  init(_ options: PlayOptions) throws {
    self.options = options
    if let corpus = options.corpus {
      kept = try CorpusLearning.learn(from: corpus, seed: options.seed)
    } else {
      kept = try LearnedWords.kept()
    }
    source = kept?.description ?? MadeUpTraining.description
    isMadeUp = kept == nil
  }

  mutating func prepare() {
    if isMadeUp { kept = MadeUpTraining.learn(options) }
  }

  /// The words of the session.
  var learned: LearnedWords { kept ?? MadeUpTraining.learn(options) }

  /// Notes who has trained the vectors that an answer is made of, where that was done in this session.
  func noteTraining() {
    guard isMadeUp else { return }
    Part.note(Parts.ofTraining)
  }

  mutating func answer(_ line: String) -> String {
    let pieces = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let words = Tokenizer.words(in: line)
    if pieces.contains(where: Gap.isMark) { return fill(pieces) }
    switch words.first {
    case nil: return "There is no word in this line. Try: cat"
    case "check" where words.count == 1: return gradientCheck()
    case "map": return map(Array(words.dropFirst()))
    default: break
    }
    return switch words.count {
    case 1: neighbours(of: words[0])
    default: oddOneOut(words)
    }
  }

  /// What to say of words without a vector.
  func absence(of words: [String]) -> String {
    let quoted = words.map { "“\(Paragraph.shown($0))”" }.joined(separator: ", ")
    // The most frequent words of all say little.
    let some = learned.words.dropFirst(learned.words.count > 300 ? 80 : 0)
      .filter { $0.count > 2 }.prefix(12).joined(separator: ", ")
    return "\(quoted): no vector for \(words.count == 1 ? "this word" : "these words"). "
      + "There are \(Figure.count(learned.words.count)), among them \(some)."
  }
}
