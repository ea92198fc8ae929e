// #given unigram-model
/// A model in which no word depends on another.
///
/// ```
/// P(w ∣ h) = P(w) = c(w) / Σ c(v)    summed over all words v and </s>
/// ```
public struct UnigramModel: LanguageModel {
  /// How often each word stands in the corpus; ``Marker/end`` counts once per sentence.
  public let counts: [String: Int]
  /// The sum of all counts: words, and one ``Marker/end`` per sentence.
  public let total: Int
  // #end

  // #exercise 1.4
  /// Counts the words of a corpus.
  ///
  /// - Parameter sentences: sentences of words, without markers; possibly none.
  /// - Complexity: one step per token.
  public init(sentences: [[String]]) {
    var counts: [String: Int] = [:]
    var total = 0
    for sentence in sentences {
      for token in sentence + [Marker.end] {
        counts[token, default: 0] += 1
        total += 1
      }
    }
    self.counts = counts
    self.total = total
  }
  // #end

  // #exercise 1.4
  /// The word's share of all tokens, whatever the history.
  ///
  /// - Returns: c(w) / Σ c(v); 0 for a word that was never seen, and for an empty corpus.
  public func probability(of word: String, after history: [String]) -> Double {
    guard let count = counts[word] else { return 0 }
    return Double(count) / Double(total)
  }
  // #end
}
