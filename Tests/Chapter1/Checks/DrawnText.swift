import Grading

/// Sentences for random comparisons: of few words, so that they repeat, and many of them short.
enum DrawnText {
  /// The words, the simplest first; two differ by a capital letter only. `<unk>` is among them, as
  /// in a text whose rare words were replaced.
  static let words = ["no", "cat", "the", "Cat", unknown]

  /// What a model is asked for: words that a text may have, and tokens that it never has.
  static let askedWords = words + [end, "mouse", start]

  /// A sentence without markers, possibly without words.
  static func sentence(_ draws: inout Draws, longest: Int = 6) -> [String] {
    draws.list(0...longest) { $0.element(of: words) }
  }

  /// Sentences, possibly none; now and then one that stands there already.
  static func sentences(_ draws: inout Draws, _ counts: ClosedRange<Int> = 0...4) -> [[String]] {
    var earlier: [[String]] = []
    return draws.list(counts) { draws in
      let isCopy = draws.integer(0...3) == 3 && !earlier.isEmpty
      let sentence = isCopy ? draws.element(of: earlier) : sentence(&draws)
      earlier.append(sentence)
      return sentence
    }
  }

  /// A history from `<s>` on: the beginning of one of the sentences, or of none of them.
  static func history(_ draws: inout Draws, of sentences: [[String]]) -> [String] {
    if !sentences.isEmpty, draws.truth() {
      let sentence = draws.element(of: sentences)
      return [start] + sentence.prefix(draws.integer(0...sentence.count))
    }
    return [start] + draws.list(0...6) { $0.element(of: words + ["mouse"]) }
  }

  /// One of the sentences, or none, now and then with another word in one place.
  static func near(_ draws: inout Draws, _ sentences: [[String]]) -> [String] {
    var sentence = sentences.isEmpty ? [] : draws.element(of: sentences)
    if !sentence.isEmpty, draws.truth() {
      sentence[draws.integer(0...sentence.count - 1)] = draws.element(of: words + ["mouse"])
    }
    return sentence
  }

  /// A text of many different words, in sentences of eight.
  static func differentWords(_ count: Int) -> [[String]] {
    stride(from: 0, to: count, by: 8).map { first in
      (first..<min(first + 8, count)).map { "w\($0)" }
    }
  }

  /// The number of words in the text of the chapter's run.
  static let run = RunSize(4_920_099, "the 4.9 million words of the chapter's text")

  /// A sentence as it is shown to a learner.
  static func quoted(_ sentence: [String]) -> String {
    sentence.isEmpty ? "an empty sentence" : "“\(sentence.joined(separator: " "))”"
  }

  /// Sentences as they are shown to a learner.
  static func quoted(_ sentences: [[String]]) -> String {
    sentences.isEmpty ? "no sentences" : sentences.map { quoted($0) }.joined(separator: " and ")
  }
}
