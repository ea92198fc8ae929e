import Exercises

/// A model in which a word depends on the one before it.
///
/// ```
/// P(w ∣ h) = P(w ∣ v) = c(v w) / Σ c(v u)    v the last token of h, summed over all tokens u
/// ```
public struct BigramModel: LanguageModel {
  /// How often a token followed another: `counts[previous]?[word]`.
  ///
  /// The previous token may be ``Marker/start``, the following one ``Marker/end``.
  public let counts: [String: [String: Int]]

  /// Counts the pairs of neighbours in `<s> w₁ … w_T </s>`, for every sentence.
  ///
  /// - Parameter sentences: sentences of words, without markers; possibly none.
  /// - Complexity: one step per token.
  public init(sentences: [[String]]) {
    todo("1.5")
  }

  /// Of all tokens that followed the history's last one, the share that were this word.
  ///
  /// - Returns: c(v w) / Σ c(v u); 0 where the pair, or the last token, was never seen.
  /// - Precondition: `history` holds at least ``Marker/start``.
  public func probability(of word: String, after history: [String]) -> Double {
    todo("1.5")
  }
}
