// #exercise 1.12
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
  precondition((0..<1).contains(draw), "draw \(draw) is outside 0..<1")
  let total = weights.reduce(0, +)
  precondition(total > 0, "none of the \(weights.count) weights is greater than 0")
  let point = draw * total
  var end = 0.0
  var lastPossible = 0
  for (index, weight) in weights.enumerated() where weight > 0 {
    end += weight
    if point < end { return index }
    lastPossible = index
  }
  // Among the tiniest numbers there are, rounding can carry the point to the line's very end.
  return lastPossible
}
// #end

// #exercise 1.13
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
  var history = [Marker.start]
  while history.count <= maximumLength {
    let weights = vocabulary.map { model.probability(of: $0, after: history) }
    let token = vocabulary[sampleIndex(at: draw(), in: weights)]
    if token == Marker.end { break }
    history.append(token)
  }
  return Array(history.dropFirst())
}
// #end
