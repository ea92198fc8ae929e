// #given follower-statistics
/// What followed one history, in adjusted counts.
public struct FollowerStatistics: Sendable, Equatable {
  /// The sum of the followers' adjusted counts, a(h •).
  public var total = 0
  /// The number of different followers with adjusted count 1, N₁(h •).
  public var one = 0
  /// The number of different followers with adjusted count 2, N₂(h •).
  public var two = 0
  /// The number of different followers with adjusted count 3 or more, N₃₊(h •).
  public var threeOrMore = 0

  /// Takes one more follower into account.
  mutating func add(_ count: Int) {
    total += count
    switch count {
    case 1: one += 1
    case 2: two += 1
    default: threeOrMore += 1
    }
  }
}
// #end

// #given kneser-ney-model
/// Interpolated modified Kneser–Ney smoothing, the strongest of the count models.
///
/// ```
/// P(w ∣ h) = (a(h w) − D(a(h w))) / a(h •) + γ(h) · P(w ∣ h′)       h′ is h without its first token
/// γ(h)     = (D₁ N₁(h •) + D₂ N₂(h •) + D₃₊ N₃₊(h •)) / a(h •)
/// ```
///
/// What the discounts take off the followers that were seen, γ(h) gives to the shorter history's
/// estimate. Below the empty history stands the uniform distribution, 1/|V|.
///
/// Source: Chen and Goodman, technical report TR-10-98, Harvard University, 1998, section 3.
public struct KneserNeyModel: LanguageModel {
  /// The counts of the corpus; their order is the model's n.
  public let counts: NGramCounts
  /// The adjusted count a of every n-gram, see ``adjustedCounts(of:)``.
  public let adjusted: [[String]: Int]
  /// What followed each history that was seen.
  public let followers: [[String]: FollowerStatistics]
  /// The discounts for n-grams of each length; those for length k stand at k − 1.
  public let discounts: [Discounts]
  // #end

  // #given kneser-ney-estimation
  /// Estimates a model of order `counts.order`.
  ///
  /// - Complexity: one step per different n-gram.
  public init(counts: NGramCounts) {
    let adjusted = adjustedCounts(of: counts)
    var countsOfCounts = [[Int]](repeating: [0, 0, 0, 0], count: counts.order)
    for (nGram, count) in adjusted where count <= 4 {
      countsOfCounts[nGram.count - 1][count - 1] += 1
    }
    self.init(
      counts: counts, adjusted: adjusted,
      discounts: countsOfCounts.map(Discounts.init(countsOfCounts:)))
  }

  /// Puts a model together from adjusted counts and discounts that were made elsewhere.
  public init(counts: NGramCounts, adjusted: [[String]: Int], discounts: [Discounts]) {
    var followers: [[String]: FollowerStatistics] = [:]
    for (nGram, count) in adjusted {
      followers[nGram.dropLast(), default: FollowerStatistics()].add(count)
    }
    self.counts = counts
    self.adjusted = adjusted
    self.followers = followers
    self.discounts = discounts
  }
  // #end

  // #exercise 1.16
  /// The smoothed probability of a word after the last n − 1 tokens.
  ///
  /// - Returns: more than 0, whatever the word and the history, since every discount is. After a
  ///   history that was never seen it is the shorter history's probability. A word outside the
  ///   vocabulary has adjusted count 0 at every length, and gets 1/|V| times every γ on the way.
  /// - Complexity: n look-ups.
  public func probability(of word: String, after history: [String]) -> Double {
    func estimate(after history: [String]) -> Double {
      let shorter =
        history.isEmpty
        ? 1 / Double(counts.vocabulary.count) : estimate(after: Array(history.dropFirst()))
      guard let seen = followers[history] else { return shorter }
      let count = adjusted[history + [word]] ?? 0
      let discount = discounts[history.count]
      let freed =
        discount.one * Double(seen.one) + discount.two * Double(seen.two)
        + discount.threeOrMore * Double(seen.threeOrMore)
      return (Double(count) - discount[count] + freed * shorter) / Double(seen.total)
    }
    return estimate(after: Array(history.suffix(counts.order - 1)))
  }
  // #end
}
