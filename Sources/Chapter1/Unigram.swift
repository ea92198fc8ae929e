import Exercises

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

  /// Counts the words of a corpus.
  ///
  /// - Parameter sentences: sentences of words, without markers; possibly none.
  /// - Complexity: one step per token.
  public init(sentences: [[String]]) {
    todo("1.4")
  }

  /// The word's share of all tokens, whatever the history.
  ///
  /// - Returns: c(w) / Σ c(v); 0 for a word that was never seen, and for an empty corpus.
  public func probability(of word: String, after history: [String]) -> Double {
    todo("1.4")
  }
}
