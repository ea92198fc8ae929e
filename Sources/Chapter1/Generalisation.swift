import Exercises

/// The share of a held-out text's n-grams that the training text never showed.
///
/// - Parameters:
///   - heldOut: sentences of words, without markers, that were kept out of the training.
///   - length: the length of the n-grams, in 1…`counts.order`.
///   - counts: the counts of the training text.
/// - Returns: a share in 0…1 of all n-grams in the text, as ``nGrams(of:length:)`` gives them, one
///   that stands twice counted twice; 0 where the text has none.
/// - Precondition: `length` is in 1…`counts.order`.
/// - Complexity: one look-up per n-gram of the held-out text.
public func unseenShare(of heldOut: [[String]], length: Int, in counts: NGramCounts) -> Double {
  todo("1.9")
}
