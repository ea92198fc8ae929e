import Exercises

/// An n-gram model that has seen every n-gram k times more than it has.
///
/// ```
/// P(w ∣ h) = (c(h w) + k) / (c(h •) + k |V|)    h cut to its last n − 1 tokens
/// ```
///
/// With k = 1 it is Laplace's rule of succession. V is `counts.vocabulary`.
public struct AddKModel: LanguageModel {
  /// The counts of the corpus; their order is the model's n.
  public let counts: NGramCounts
  /// What is added to every count, greater than 0.
  public let k: Double

  /// A model of order `counts.order`.
  ///
  /// - Precondition: `k` is greater than 0.
  public init(counts: NGramCounts, k: Double) {
    precondition(k > 0, "k is \(k); without a k greater than 0 nothing is smoothed")
    self.counts = counts
    self.k = k
  }

  /// The smoothed share of this word among all that followed the last n − 1 tokens.
  ///
  /// - Returns: more than 0, whatever the word and the history; 1/|V| after a history that was never
  ///   seen. A word outside the vocabulary counts as one that was never seen.
  public func probability(of word: String, after history: [String]) -> Double {
    todo("1.11")
  }
}
