/// Tokens that are no words: they mark where a sentence starts and ends, and stand for words that
/// the model has never seen.
public enum Marker {
  /// Stands once before a sentence. It is given, never predicted.
  public static let start = "<s>"
  /// Stands once after a sentence. It is predicted like a word.
  public static let end = "</s>"
  /// Stands for every word outside the vocabulary.
  public static let unknown = "<unk>"
}

/// Tells how likely each word is to come next.
///
/// ```
/// P(w ∣ h),  with  Σ P(w ∣ h) = 1  over all words w and `</s>`
/// ```
public protocol LanguageModel: Sendable {
  /// The probability that `word` comes next.
  ///
  /// - Parameters:
  ///   - word: a word, or ``Marker/end``.
  ///   - history: every token before it, from ``Marker/start`` on. A model that looks at the last
  ///     tokens only takes them from its end.
  /// - Returns: a probability in 0…1.
  func probability(of word: String, after history: [String]) -> Double
}
