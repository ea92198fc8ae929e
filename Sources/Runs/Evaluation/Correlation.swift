import Text

extension WordPairs {
  /// How well a measure of likeness ranks the pairs as people do.
  ///
  /// - Parameter similarity: the likeness of two words; nil where it knows one of them not.
  /// - Returns: Spearman's ρ over the pairs that `similarity` knows, and how many those are; ρ is
  ///   not a number where fewer than two pairs are known, or all have one rank.
  public func correlation(
    with similarity: (String, String) -> Double?
  ) -> (spearman: Double, known: Int) {
    var measured: [Double] = []
    var judged: [Double] = []
    for pair in pairs {
      guard let value = similarity(pair.first, pair.second) else { continue }
      measured.append(value)
      judged.append(pair.judgement)
    }
    return (spearman(measured, judged), measured.count)
  }
}
