import Exercises

/// How often each n-gram of every length from 1 to `order` stands in a corpus.
public struct NGramCounts: Sendable {
  /// The length of the longest n-grams.
  public let order: Int
  /// How often each n-gram of length 1…`order` was seen; one that was never seen has no entry.
  public let counts: [[String]: Int]
  /// How often anything followed a history h of length 0…`order`−1: c(h •) = Σ c(h w) over all w.
  public let contextCounts: [[String]: Int]
  /// Every token that can be predicted: the words of the corpus, ``Marker/end`` and, always,
  /// ``Marker/unknown``.
  public let vocabulary: Set<String>

  /// Counts that were made elsewhere, taken as they are.
  public init(
    order: Int, counts: [[String]: Int], contextCounts: [[String]: Int], vocabulary: Set<String>
  ) {
    self.order = order
    self.counts = counts
    self.contextCounts = contextCounts
    self.vocabulary = vocabulary
  }

  /// Counts the n-grams of a corpus.
  ///
  /// - Parameters:
  ///   - sentences: sentences of words, without markers; possibly none.
  ///   - order: the greatest length to count, at least 1.
  /// - Precondition: `order` is at least 1.
  /// - Complexity: `order` steps per token, each as long as its n-gram.
  public init(sentences: [[String]], order: Int) {
    todo("1.7")
  }

  /// How often an n-gram was seen; 0 where it never was.
  public func count(of nGram: [String]) -> Int { counts[nGram] ?? 0 }

  /// How often anything followed a history; 0 where the history was never seen.
  public func contextCount(of history: [String]) -> Int { contextCounts[history] ?? 0 }

  /// How many different n-grams of one length were seen.
  ///
  /// - Complexity: one step per n-gram of any length.
  public func distinct(length: Int) -> Int { counts.keys.count { $0.count == length } }
}
