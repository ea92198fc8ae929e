import Chapter1

/// All that unigrams, bigrams, trigrams and Kneser–Ney of order 3 say of sentences over few words.
///
/// It is cut out of a model of the whole corpus and gives the same numbers as that model: where it
/// has no pair or triple of its words, the corpus has none either.
struct SentenceTable {
  /// How many different followers a history has, by their adjusted count: 1, 2, 3 or more.
  struct Followers {
    var one = 0
    var two = 0
    var more = 0

    mutating func add(_ count: Int) {
      if count == 1 { one += 1 } else if count == 2 { two += 1 } else { more += 1 }
    }

    var checksum: Int { 5 * one + 7 * two + 11 * more }
  }

  /// What the corpus says of a word, or of `<s>` and `</s>`.
  struct Word {
    /// c(w); for `<s>`, the number of sentences.
    var count = 0
    /// The number of different tokens in front of it.
    var adjusted = 0
    /// Σ a(w v) over all v, of the whole vocabulary.
    var total = 0
    var followers = Followers()
  }

  /// What the corpus says of a pair of tokens.
  struct Pair {
    var count = 0
    var adjusted = 0
    var followers = Followers()
    /// c of the triple that each token makes with the pair.
    var next: [Int: Int] = [:]
  }

  /// `<s>` at 0, `</s>` at 1, then the words, the most frequent first.
  let tokens: [String]
  let words: [Word]
  /// The pairs of each first token, by second token.
  let pairs: [[Int: Pair]]
  /// Σ a(w) and the kinds of a(w), over the whole vocabulary.
  let base: (total: Int, followers: Followers)
  /// The number of tokens that can be predicted, |V|.
  let typeCount: Int
  /// The number of tokens that were predicted, N.
  let tokenCount: Int
  /// Of lengths 1, 2, 3.
  let discounts: [Discounts]

  /// Cuts the table of some words out of a model of order 3.
  ///
  /// - Parameter chosen: words; those outside the model's vocabulary are left out.
  init(_ model: KneserNeyTrie, words chosen: Set<String>) {
    let trie = model.trie
    let vocabulary = trie.vocabulary
    let ids =
      [Marker.start, Marker.end].compactMap { vocabulary.id(of: $0) }
      + chosen.compactMap { vocabulary.id(of: $0) }.sorted()
    var places = [Int32: Int](minimumCapacity: ids.count)
    for (place, id) in ids.enumerated() { places[id] = place }
    let start = ids[0]
    let (singles, doubles, triples) = (
      trie.levels[0].entries, trie.levels[1].entries, trie.levels[2].entries
    )

    var adjustedPairs = [Int](repeating: 0, count: doubles.count)
    var pairFollowers = [Followers](repeating: Followers(), count: doubles.count)
    for triple in triples {
      adjustedPairs[Int(triple.suffix)] += 1
      pairFollowers[Int(triple.prefix)].add(Int(triple.count))
    }
    var all = [Word](repeating: Word(), count: singles.count)
    for (place, single) in singles.enumerated() { all[place].count = Int(single.count) }
    var pairs = [[Int: Pair]](repeating: [:], count: ids.count)
    for (place, double) in doubles.enumerated() {
      // What starts with <s> has nothing in front of it and keeps its count.
      if double.prefix == start { adjustedPairs[place] = Int(double.count) }
      all[Int(double.word)].adjusted += 1
      all[Int(double.prefix)].total += adjustedPairs[place]
      all[Int(double.prefix)].followers.add(adjustedPairs[place])
      if double.prefix == start { all[Int(start)].count += Int(double.count) }
      if let first = places[double.prefix], let second = places[double.word] {
        pairs[first][second] = Pair(
          count: Int(double.count), adjusted: adjustedPairs[place],
          followers: pairFollowers[place])
      }
    }
    for triple in triples {
      let pair = doubles[Int(triple.prefix)]
      if let first = places[pair.prefix], let second = places[pair.word],
        let third = places[triple.word]
      {
        pairs[first][second]?.next[third] = Int(triple.count)
      }
    }
    var base = (total: 0, followers: Followers())
    for word in all where word.adjusted > 0 {
      base.total += word.adjusted
      base.followers.add(word.adjusted)
    }
    tokens = ids.map { vocabulary[$0] }
    words = ids.map { all[Int($0)] }
    self.pairs = pairs
    self.base = base
    typeCount = trie.predictedCount
    tokenCount = singles.reduce(0) { $0 + Int($1.count) }
    discounts = model.discounts
  }

  /// Three sums in which every number of the table has a weight of its own, to tell whether a reader
  /// has read them all: over words, pairs and triples.
  var checksums: [Int] {
    var sums = [0, 0, 0]
    for (place, word) in words.enumerated() {
      sums[0] +=
        (place + 1)
        * (word.count + 2 * word.adjusted + 3 * word.total + word.followers.checksum)
    }
    for (first, followers) in pairs.enumerated() {
      for (second, pair) in followers {
        let weight = (first + 1) * (second + 1)
        sums[1] += weight * (pair.count + 2 * pair.adjusted)
        // </s> ends a sentence: what follows it is not asked for.
        if second != 1 { sums[1] += weight * pair.followers.checksum }
        for (third, count) in pair.next { sums[2] += weight * (third + 1) * count }
      }
    }
    return sums
  }

  /// How many pairs and how many triples it holds.
  var sizes: (pairs: Int, triples: Int) {
    let all = pairs.flatMap(\.values)
    return (all.count, all.reduce(0) { $0 + $1.next.count })
  }
}
