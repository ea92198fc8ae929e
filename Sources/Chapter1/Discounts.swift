import Exercises

/// What modified Kneser–Ney smoothing takes off a count of 1, of 2, and of 3 or more.
public struct Discounts: Sendable, Equatable {
  /// Taken off a count of 1: more than 0, at most 1.
  public let one: Double
  /// Taken off a count of 2: more than 0, at most 2.
  public let two: Double
  /// Taken off a count of 3 or more: more than 0, at most 3.
  public let threeOrMore: Double

  /// Discounts given by hand.
  public init(one: Double, two: Double, threeOrMore: Double) {
    self.one = one
    self.two = two
    self.threeOrMore = threeOrMore
  }

  /// What is taken off a count; nothing off a count of 0.
  public subscript(count: Int) -> Double {
    switch count {
    case ..<1: 0
    case 1: one
    case 2: two
    default: threeOrMore
    }
  }

  /// Estimates the discounts from how many n-grams have each small count.
  ///
  /// ```
  /// Y   = n₁ / (n₁ + 2 n₂)
  /// D_k = k − (k + 1) · Y · n_{k+1} / n_k    for k = 1, 2, 3 (and more)
  /// ```
  ///
  /// A small corpus can leave n₁, n₂ or n₃ at 0, or a D_k at 0 or below. Then 0.5, 1 and 1.5 replace
  /// all three discounts, as with KenLM's `--discount_fallback`. KenLM and SRILM keep a D_k of 0; after
  /// a history whose followers all have that count, it leaves nothing for any other word.
  ///
  /// - Parameter countsOfCounts: `[n₁, n₂, n₃, n₄]`, where n_k is the number of different n-grams
  ///   with count k.
  /// - Precondition: `countsOfCounts` holds four numbers.
  /// - Note: Chen and Goodman, *An Empirical Study of Smoothing Techniques for Language Modeling*,
  ///   technical report TR-10-98, Harvard University, 1998, equation 26.
  public init(countsOfCounts: [Int]) {
    todo("1.14")
  }
}
