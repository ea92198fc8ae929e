import Chapter1
import Text

/// Looks counts up in a trie: what ``NGramCounts`` answers, at the size of a whole corpus.
struct CountLookup {
  let trie: NGramTrie
  /// c(h •) of each history: the empty one alone at 0, those of length k at k, by entry.
  let contextCounts: [[Int]]
  let start: Int32
  let end: Int32

  init(_ trie: NGramTrie) {
    self.trie = trie
    start = trie.vocabulary.id(of: Marker.start) ?? 0
    end = trie.vocabulary.id(of: Marker.end) ?? 0
    var historyCount = 1
    contextCounts = trie.levels.map { level in
      var totals = [Int](repeating: 0, count: historyCount)
      for entry in level.entries { totals[Int(entry.prefix)] += Int(entry.count) }
      historyCount = level.entries.count
      return totals
    }
  }

  /// The number of tokens that can be predicted, |V|.
  var predictedCount: Int { trie.predictedCount }

  /// The entry of an n-gram in the level of its length; nil where it was never seen.
  func entry(of nGram: ArraySlice<Int32>) -> Int32? {
    guard var entry = nGram.first else { return nil }
    for (length, word) in zip(1..., nGram.dropFirst()) {
      guard let longer = trie.levels[length].entry(prefix: entry, word: word) else { return nil }
      entry = longer
    }
    return entry
  }

  /// c(h w) and c(h •).
  func counts(of word: Int32, after history: ArraySlice<Int32>) -> (word: Int, context: Int) {
    if history.isEmpty {
      return (Int(trie.levels[0].entries[Int(word)].count), contextCounts[0][0])
    }
    guard let context = entry(of: history) else { return (0, 0) }
    let level = trie.levels[history.count]
    let found = level.entry(prefix: context, word: word)
    return (
      found.map { Int(level.entries[Int($0)].count) } ?? 0,
      contextCounts[history.count][Int(context)]
    )
  }

  /// Both counts of every predicted token of a sentence, for a model of order `order`.
  func counts(
    inSentence words: [Int32], order: Int
  ) -> [(word: Int, context: Int)] {
    let tokens = [start] + words + [end]
    return (1..<tokens.count).map { position in
      counts(of: tokens[position], after: tokens[max(0, position - order + 1)..<position])
    }
  }

  /// Whether an n-gram stands in the corpus; `<s>` alone does not.
  func contains(_ nGram: ArraySlice<Int32>) -> Bool {
    if nGram.count == 1, let word = nGram.first {
      return trie.levels[0].entries[Int(word)].count > 0
    }
    return entry(of: nGram) != nil
  }
}
