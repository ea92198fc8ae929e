/// The words of a corpus, each with a number.
///
/// Markers come first, in the order given; then the words, the most frequent first, and words of
/// equal count by the order of their Unicode scalars. Words are told apart by their bytes, see
/// ``WordTable``.
public struct Vocabulary: Sendable {
  /// How often each entry stands in the corpus, by id; 0 for a marker that does not.
  public let counts: [Int]
  /// How many entries, from id 0 on, are markers.
  public let markerCount: Int

  private let table: WordTable

  /// Counts the words of a corpus and numbers them.
  ///
  /// - Parameters:
  ///   - sentences: sentences of words.
  ///   - minimumCount: words that are rarer than this get no entry.
  ///   - markers: entries that exist in any case, such as `<unk>`.
  /// - Precondition: no marker is given twice.
  /// - Complexity: one look-up per word, and a sort of the different ones.
  public init(
    countingWordsOf sentences: [[String]], minimumCount: Int = 1, markers: [String] = []
  ) {
    var seen = WordTable()
    var counts: [Int] = []
    for sentence in sentences {
      for word in sentence {
        let id = Int(seen.insert(word))
        if id == counts.count { counts.append(0) }
        counts[id] += 1
      }
    }
    self.init(counts: zip(seen.words, counts), minimumCount: minimumCount, markers: markers)
  }

  /// Numbers words that were counted elsewhere.
  ///
  /// - Precondition: no word and no marker is given twice.
  public init(
    counts: some Sequence<(String, Int)>, minimumCount: Int = 1, markers: [String] = []
  ) {
    var table = WordTable()
    for marker in markers { _ = table.insert(marker) }
    precondition(table.count == markers.count, "a marker is given twice: \(markers)")
    var entryCounts = [Int](repeating: 0, count: markers.count)
    var kept: [(word: String, count: Int)] = []
    for (word, count) in counts {
      if let marker = table.id(of: word) {
        entryCounts[Int(marker)] = count
      } else if count >= minimumCount {
        kept.append((word, count))
      }
    }
    // Bytes of UTF-8 sort as the scalars that they encode.
    kept.sort { one, other in
      one.count == other.count
        ? one.word.utf8.lexicographicallyPrecedes(other.word.utf8) : one.count > other.count
    }
    for (word, count) in kept {
      let id = table.insert(word)
      precondition(id == entryCounts.count, "the word “\(word)” is given twice")
      entryCounts.append(count)
    }
    self.table = table
    self.counts = entryCounts
    markerCount = markers.count
  }

  /// Every entry; an entry's index is its id.
  public var words: [String] { table.words }

  /// The number of entries, markers included.
  public var count: Int { counts.count }

  /// The id of a word, or nil where it has no entry.
  public func id(of word: String) -> Int32? { table.id(of: word) }

  /// The ids of a sentence's words; words without an entry are left out.
  public func ids(of sentence: [String]) -> [Int32] {
    sentence.compactMap { table.id(of: $0) }
  }

  /// The ids of a sentence's words; words without an entry get the id `unknown`.
  public func ids(of sentence: [String], unknown: Int32) -> [Int32] {
    sentence.map { table.id(of: $0) ?? unknown }
  }

  /// The ids of a line's words, which stand between spaces; those without an entry get `unknown`.
  ///
  /// No string is made of a word: the line's own bytes are looked up.
  public func ids(ofLine line: String, unknown: Int32) -> [Int32] {
    var line = line
    return line.withUTF8 { bytes in
      var ids: [Int32] = []
      // Most words have three letters or more; for shorter ones the array grows.
      ids.reserveCapacity(bytes.count / 4)
      for word in LineWords(bytes) { ids.append(table.id(ofUTF8: bytes, in: word) ?? unknown) }
      return ids
    }
  }

  /// A sentence's words by names that differ wherever the words do: the digits of their ids.
  ///
  /// For models that count strings. To those, two spellings of a letter are one; to the vocabulary,
  /// and to a model of ids with which they are compared, they are two.
  ///
  /// - Parameter unknown: the name of every word without an entry.
  public func names(of sentence: [String], unknown: String) -> [String] {
    sentence.map { word in table.id(of: word).map { String($0) } ?? unknown }
  }

  /// The word with an id.
  ///
  /// - Precondition: `id` is in `0..<count`.
  public subscript(id: Int32) -> String { words[Int(id)] }
}
