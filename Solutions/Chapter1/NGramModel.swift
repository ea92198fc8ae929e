// #given ngram-model
/// A model in which a word depends on the n − 1 tokens before it.
///
/// ```
/// P(w ∣ h) = c(h w) / c(h •)    h cut to its last n − 1 tokens
/// ```
public struct NGramModel: LanguageModel {
  /// The counts of the corpus; their order is the model's n.
  public let counts: NGramCounts

  /// A model of order `counts.order`.
  public init(counts: NGramCounts) { self.counts = counts }
  // #end

  // #exercise 1.8
  /// Of everything that followed the last n − 1 tokens, the share that was this word.
  ///
  /// Near a sentence's start the history is shorter than n − 1 tokens, and all of it counts.
  ///
  /// - Returns: c(h w) / c(h •); 0 where the n-gram, or its history, was never seen. A word outside
  ///   the vocabulary was never seen; nothing puts ``Marker/unknown`` in its place.
  public func probability(of word: String, after history: [String]) -> Double {
    let context = Array(history.suffix(counts.order - 1))
    let count = counts.count(of: context + [word])
    return count > 0 ? Double(count) / Double(counts.contextCount(of: context)) : 0
  }
  // #end
}
