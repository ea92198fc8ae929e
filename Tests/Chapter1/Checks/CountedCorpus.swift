/// Sentences with their n-gram counts, made without any learner's code.
///
/// Exercises that start from counts are handed one of these, so that a fault in counting is never
/// charged to them by the checks' own expectations.
public struct CountedCorpus: Sendable {
  /// The sentences, without markers.
  public let sentences: [[String]]
  /// The longest n-gram's length.
  public let order: Int
  /// How often every n-gram of the lengths 1…order occurs; `<s>` alone is none.
  public let counts: [[String]: Int]
  /// For every history of the lengths 0…order−1, how many tokens follow it.
  public let contextCounts: [[String]: Int]
  /// Every token that was predicted, and `<unk>`.
  public let vocabulary: Set<String>

  /// Counts the sentences: for every predicted token, each history of it that reaches back.
  public init(_ sentences: [[String]], order: Int) {
    var counts: [[String]: Int] = [:]
    var contextCounts: [[String]: Int] = [:]
    var vocabulary: Set = [unknown]
    for sentence in sentences {
      var past = [start]
      for token in sentence + [end] {
        for length in 0..<min(order, past.count + 1) {
          let history = Array(past.suffix(length))
          contextCounts[history, default: 0] += 1
          counts[history + [token], default: 0] += 1
        }
        vocabulary.insert(token)
        past.append(token)
      }
    }
    self.sentences = sentences
    self.order = order
    self.counts = counts
    self.contextCounts = contextCounts
    self.vocabulary = vocabulary
  }

  /// How often an n-gram occurs.
  func count(_ nGram: [String]) -> Int { counts[nGram] ?? 0 }

  /// How many tokens follow a history.
  func total(_ history: [String]) -> Int { contextCounts[history] ?? 0 }

  /// A history without the tokens that a model of this order does not see.
  func cut(_ history: [String]) -> [String] { history.suffix(order - 1) }
}
