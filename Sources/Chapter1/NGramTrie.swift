import Text

/// The different n-grams of one length, and a hash table that finds them.
///
/// An n-gram is its prefix, an entry of the level below, and one more word: eight bytes, whatever
/// its length.
public struct NGramLevel: Sendable {
  /// One n-gram w₁ … w_k, in 16 bytes.
  public struct Entry: Sendable {
    /// The entry of w₁ … w_{k−1}, one level below.
    public let prefix: Int32
    /// The id of w_k.
    public let word: Int32
    /// The entry of w₂ … w_k, one level below.
    public let suffix: Int32
    /// How often the n-gram was seen.
    public var count: Int32
  }

  /// The n-grams in the order in which they were first seen.
  public private(set) var entries: [Entry] = []
  /// A power of two of places; each is empty or holds the index of an entry.
  private var slots = [Int32](repeating: NGramLevel.empty, count: 1 << 10)
  private var shift: UInt64 = 54

  private static let empty: Int32 = -1

  /// The memory that the level takes, in bytes.
  public var bytes: Int {
    entries.capacity * MemoryLayout<Entry>.stride + slots.count * MemoryLayout<Int32>.stride
  }
}

extension NGramLevel {
  /// The entry of a prefix and a word, or nil where it was never seen.
  ///
  /// - Complexity: about two places are looked at, however many entries there are.
  public func entry(prefix: Int32, word: Int32) -> Int32? {
    let found = slots[slot(prefix, word)]
    return found == Self.empty ? nil : found
  }

  /// Where the pair stands in the table, or the empty place where it belongs.
  private func slot(_ prefix: Int32, _ word: Int32) -> Int {
    var place = firstPlace(prefix, word)
    while slots[place] != Self.empty {
      let entry = entries[Int(slots[place])]
      if entry.prefix == prefix && entry.word == word { break }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  /// Where to look for the pair first.
  private func firstPlace(_ prefix: Int32, _ word: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: prefix)) << 32 | UInt64(UInt32(bitPattern: word))
    // Multiplicative hashing: the top bits of key · 2⁶⁴/φ depend on every bit of the key.
    return Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}

extension NGramLevel {
  /// Counts an n-gram `times` more and gives its entry, which is made where there was none.
  mutating func count(prefix: Int32, word: Int32, suffix: Int32, times: Int32 = 1) -> Int32 {
    let place = slot(prefix, word)
    let found = slots[place]
    if found != Self.empty {
      entries[Int(found)].count += times
      return found
    }
    let new = Int32(entries.count)
    entries.append(Entry(prefix: prefix, word: word, suffix: suffix, count: times))
    slots[place] = new
    if entries.count * 2 > slots.count { grow() }
    return new
  }

  /// Doubles the table, so that at least half of its places stay empty.
  private mutating func grow() {
    shift -= 1
    slots = [Int32](repeating: Self.empty, count: slots.count * 2)
    for index in entries.indices {
      var place = firstPlace(entries[index].prefix, entries[index].word)
      while slots[place] != Self.empty { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(index)
    }
  }
}

extension NGramLevel {
  /// For each of many pairs, the entry that stands in its first place if that is the right one,
  /// otherwise −1.
  ///
  /// Each look-up waits for main memory, twice. Here none waits for the one before it, and the
  /// processor fetches many at once; counting one by one takes about twice as long.
  func guesses(_ pairs: [(prefix: Int32, word: Int32)]) -> [Int32] {
    // Pass 1: what stands in each first place.
    let found = pairs.map { slots[firstPlace($0.prefix, $0.word)] }
    // Pass 2: is it the pair's?
    return zip(pairs, found).map { pair, found in
      guard found != Self.empty else { return Self.empty }
      let entry = entries[Int(found)]
      return entry.prefix == pair.prefix && entry.word == pair.word ? found : Self.empty
    }
  }

  /// Counts an n-gram once more, for which ``guesses(_:)`` gave a guess.
  mutating func count(_ pair: (prefix: Int32, word: Int32), suffix: Int32, guess: Int32) -> Int32 {
    guard guess != Self.empty else {
      return count(prefix: pair.prefix, word: pair.word, suffix: suffix)
    }
    entries[Int(guess)].count += 1
    return guess
  }
}

/// How often each n-gram of length 1…`order` stands in a corpus: ``NGramCounts`` for large corpora.
///
/// Words are ids, and an n-gram is a path: its entry points to the entry of its prefix. Level 1 has
/// an entry for every id of the vocabulary, at the index of that id, with count 0 where the corpus
/// lacks it; `<s>`, which is never predicted, has count 0 as well.
public struct NGramTrie: Sendable {
  /// Gives each word its id; ``Marker``'s three tokens are among its markers.
  public let vocabulary: Vocabulary
  /// The n-grams of length k stand at k − 1.
  public let levels: [NGramLevel]

  /// The length of the longest n-grams.
  public var order: Int { levels.count }

  /// How many different n-grams of one length were seen.
  public func distinct(length: Int) -> Int { levels[length - 1].entries.count { $0.count > 0 } }

  /// The number of tokens that can be predicted, |V|: every entry of the vocabulary but `<s>`.
  public var predictedCount: Int { vocabulary.count - 1 }
}

extension NGramTrie {
  /// Counts the n-grams of a corpus, one length after the other.
  ///
  /// - Parameters:
  ///   - sentences: sentences of words, without markers; a word outside the vocabulary counts as
  ///     ``Marker/unknown``.
  ///   - vocabulary: has the three tokens of ``Marker`` among its markers.
  ///   - order: the greatest length to count, at least 1.
  /// - Complexity: one look-up per token and length.
  public init(sentences: [[String]], vocabulary: Vocabulary, order: Int) {
    precondition(order >= 1, "an n-gram model has at least order 1, not \(order)")
    let markers = vocabulary.markers
    var tokens: [Int32] = []
    for sentence in sentences {
      tokens.append(markers.start)
      tokens += vocabulary.ids(of: sentence, unknown: markers.unknown)
      tokens.append(markers.end)
    }
    var unigrams = NGramLevel()
    for word in 0..<Int32(vocabulary.count) {
      _ = unigrams.count(prefix: 0, word: word, suffix: 0, times: 0)
    }
    for token in tokens where token != markers.start {
      _ = unigrams.count(prefix: 0, word: token, suffix: 0)
    }
    var levels = [unigrams]
    var windows = tokens
    for length in 1..<order {
      levels.append(Self.nextLevel(&windows, tokens, start: markers.start, length: length + 1))
    }
    self.vocabulary = vocabulary
    self.levels = levels
  }
}

extension NGramTrie {
  /// Counts the n-grams that are one word longer than those counted last.
  ///
  /// - Parameters:
  ///   - windows: for each position, the entry of the n-gram of `length` − 1 tokens that starts
  ///     there, or −1 where its sentence ends too early. Left behind for `length` tokens.
  ///   - tokens: the ids of every sentence with its markers, one after the other.
  private static func nextLevel(
    _ windows: inout [Int32], _ tokens: [Int32], start: Int32, length: Int
  ) -> NGramLevel {
    var level = NGramLevel()
    var longer = [Int32](repeating: -1, count: windows.count)
    let blockSize = 256
    for blockStart in stride(from: 0, to: windows.count, by: blockSize) {
      let block = blockStart..<min(blockStart + blockSize, windows.count)
      let positions = block.filter { position in
        let last = position + length - 1
        // The next sentence's <s> shows that this one has ended.
        return windows[position] >= 0 && last < tokens.count && tokens[last] != start
      }
      let pairs = positions.map { (prefix: windows[$0], word: tokens[$0 + length - 1]) }
      let guesses = level.guesses(pairs)
      for (index, position) in positions.enumerated() {
        longer[position] = level.count(
          pairs[index], suffix: windows[position + 1], guess: guesses[index])
      }
    }
    windows = longer
    return level
  }
}

extension Vocabulary {
  /// The words of a corpus with the markers that a language model needs.
  ///
  /// - Parameters:
  ///   - sentences: sentences of words, without markers.
  ///   - minimumCount: rarer words get no entry; they count as ``Marker/unknown``.
  public init(forModelOf sentences: [[String]], minimumCount: Int = 1) {
    self.init(
      countingWordsOf: sentences, minimumCount: minimumCount,
      markers: [Marker.unknown, Marker.start, Marker.end])
  }

  /// The ids of the three tokens of ``Marker``.
  ///
  /// - Precondition: the vocabulary has them.
  var markers: (unknown: Int32, start: Int32, end: Int32) {
    guard let unknown = id(of: Marker.unknown), let start = id(of: Marker.start),
      let end = id(of: Marker.end)
    else { preconditionFailure("the vocabulary lacks a marker; make it with init(forModelOf:)") }
    return (unknown, start, end)
  }
}
