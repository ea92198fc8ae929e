import Grading

/// A word, and every token before it: what a model is asked.
struct WordQuestion: Sendable {
  let word: String
  let history: [String]
}

extension Draws {
  /// One to some sentences of few words, so that n-grams repeat, counted up to an order of 1…5.
  ///
  /// `<unk>` is among the words, as in a corpus whose rare words were replaced.
  mutating func countedCorpus(sentences: Int) -> CountedCorpus {
    let order = integer(1...5)
    return CountedCorpus(fewWordSentences(1...sentences), order: order)
  }

  /// Sentences of no to six words out of one to four, each once to three times in a row, so that long
  /// n-grams have counts of 1, 2 and 3 too.
  mutating func fewWordSentences(_ counts: ClosedRange<Int>) -> [[String]] {
    let words = Array(fewWords.prefix(integer(1...fewWords.count)))
    return list(counts) { draws in
      let sentence = draws.list(0...6) { $0.element(of: words) }
      return Array(repeating: sentence, count: draws.integer(1...3))
    }.flatMap(\.self)
  }

  /// A word of the vocabulary or an unseen one, after the beginning of a sentence of the corpus, with
  /// up to three other words before that.
  mutating func question(about corpus: CountedCorpus) -> WordQuestion {
    let word = element(of: corpus.vocabulary.sorted() + [unseen])
    let others = list(0...3) { $0.element(of: fewWords + [unseen]) }
    let sentence = element(of: corpus.sentences)
    return WordQuestion(
      word: word, history: [start] + others + sentence.prefix(integer(0...sentence.count)))
  }
}

/// The words of drawn sentences.
private let fewWords = ["no", "yes", "cat", unknown]

/// A word that no drawn sentence holds.
private let unseen = "mouse"

extension [[String]] {
  /// Sentences as a learner reads them: “no cat” 3 times, “”.
  var quoted: String {
    var parts: [String] = []
    var rest = self[...]
    while let sentence = rest.first {
      let times = rest.prefix { $0 == sentence }.count
      let name = "“\(sentence.joined(separator: " "))”"
      switch times {
      case 1: parts.append(name)
      case 2: parts.append("\(name) twice")
      default: parts.append("\(name) \(times) times")
      }
      rest = rest.dropFirst(times)
    }
    return parts.joined(separator: ", ")
  }
}
