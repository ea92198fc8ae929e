import Exercises

/// Picks an index, each with a chance in proportion to its weight.
///
/// Lay the weights end to end on a line: the index is that of the weight on which the point
/// `draw` · (sum of the weights) falls.
///
/// ```
/// the smallest i with  w₀ + … + wᵢ > draw · Σ w
/// ```
///
/// - Parameters:
///   - draw: a random number in `0..<1`, each equally likely.
///   - weights: at least 0 each, and at least one greater than 0; they need not sum to 1.
/// - Returns: an index of `weights`, never one whose weight is 0.
/// - Precondition: `draw` is in `0..<1`, and a weight is greater than 0.
/// - Complexity: two steps per weight.
public func sampleIndex(at draw: Double, in weights: [Double]) -> Int {
  todo("1.12")
}

/// Draws a sentence, token by token, each from what the model expects after all the ones before.
///
/// - Parameters:
///   - model: gives the weight of every token.
///   - vocabulary: the tokens to draw from, whose weights are laid out in this order; with
///     ``Marker/end`` among them, sentences end.
///   - maximumLength: the most words that a sentence may have, at least 0.
///   - draw: gives a random number in `0..<1`; called once per token, ``Marker/end`` included; not
///     after `maximumLength` words.
/// - Returns: what was drawn before ``Marker/end``, ``Marker/unknown`` too, or the first
///   `maximumLength` of it.
/// - Complexity: one call of the model per token and vocabulary entry.
public func sampleSentence(
  from model: some LanguageModel, vocabulary: [String], maximumLength: Int, draw: () -> Double
) -> [String] {
  todo("1.13")
}
