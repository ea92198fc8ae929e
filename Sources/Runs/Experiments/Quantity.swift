/// What has one colour in figures, formulas and code, all through the book: `--quantity-NAME` of the
/// page's style sheet, `\quantity{NAME}{…}` in a formula.
public enum Quantity: String, CaseIterable, Sendable {
  case word, history, center, context, negative, query, key, value, hidden, gradient
  /// A number for every word of the vocabulary: a score, its exponential, a probability.
  case prediction
  /// What a prediction costs.
  case loss

  /// The colour, as CSS; ink where no page sets one.
  var colour: String { "var(--quantity-\(rawValue), #1f2937)" }
}
