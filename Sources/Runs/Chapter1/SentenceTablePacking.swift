import Experiments

extension PackedNumbers {
  /// Appends how many followers there are of each kind.
  fileprivate mutating func append(_ followers: SentenceTable.Followers) {
    for number in [followers.one, followers.two, followers.more] { append(number) }
  }
}

extension SentenceTable {
  /// The table as the page's figure reads it.
  ///
  /// - `words`: without `<s>` and `</s>`, which are 0 and 1.
  /// - `single`: of each token c, a, Σ a and the three kinds of followers.
  /// - `pairs`: of each first token its second tokens, as steps from one to the next; 0 ends them.
  /// - `pairCounts`: of each pair c; where c > 1, c − a unless it starts with `<s>`, and the three
  ///   kinds of followers unless it ends with `</s>`.
  /// - `triples`: of each pair its followers, as steps through the list of tokens that follow the
  ///   pair's second token; 0 ends them, unless they have used up c.
  /// - `tripleCounts`: of each triple c − 1, unless c can only be 1.
  var packed: ResultValue {
    var single = PackedNumbers()
    for word in words {
      for number in [word.count, word.adjusted, word.total] { single.append(number) }
      single.append(word.followers)
    }
    var (pairText, pairCounts) = (PackedNumbers(), PackedNumbers())
    var (triples, tripleCounts) = (PackedNumbers(), PackedNumbers())
    let followers = pairs.map { $0.keys.sorted() }
    for first in pairs.indices where first != 1 {
      var last = 0
      for second in followers[first] {
        guard let pair = pairs[first][second] else { continue }
        pairText.append(second - last)
        last = second
        pairCounts.append(pair.count - 1)
        if pair.count > 1 {
          if first != 0 { pairCounts.append(pair.count - pair.adjusted) }
          if second != 1 { pairCounts.append(pair.followers) }
        }
        if second == 1 { continue }
        var (left, lastRank) = (pair.count, 0)
        for (rank, third) in zip(1..., followers[second]) {
          guard let count = pair.next[third] else { continue }
          triples.append(rank - lastRank)
          lastRank = rank
          if left > 1 { tripleCounts.append(count - 1) }
          left -= count
        }
        if left > 0 { triples.append(0) }
      }
      pairText.append(0)
    }
    return .table([
      ("examples", .list(StoryWords.examples.map { .text($0) })),
      ("words", .text(tokens.dropFirst(2).joined(separator: " "))),
      ("tokens", .integer(tokenCount)), ("types", .integer(typeCount)),
      (
        "discounts",
        .list(
          discounts.map { .list([.number($0.one), .number($0.two), .number($0.threeOrMore)]) })
      ),
      (
        "base",
        .list(
          [base.total, base.followers.one, base.followers.two, base.followers.more].map {
            .integer($0)
          })
      ),
      ("single", .text(single.text)), ("pairs", .text(pairText.text)),
      ("pairCounts", .text(pairCounts.text)), ("triples", .text(triples.text)),
      ("tripleCounts", .text(tripleCounts.text)),
    ])
  }
}
