/// The words of a corpus, each with a number.
///
/// Markers come first, in the order given; then the words, the most frequent first, and words of
/// equal count by the order of their Unicode scalars.
public struct Vocabulary: Sendable {
  /// Every entry; an entry's index is its id.
  public let words: [String]
  /// How often each entry stands in the corpus, by id; 0 for a marker that does not.
  public let counts: [Int]
  /// How many entries, from id 0 on, are markers.
  public let markerCount: Int

  private let ids: [String: Int32]

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
    var counts: [String: Int] = [:]
    for sentence in sentences {
      for word in sentence { counts[word, default: 0] += 1 }
    }
    self.init(counts: counts, minimumCount: minimumCount, markers: markers)
  }

  /// Numbers words that were counted elsewhere.
  ///
  /// - Precondition: no marker is given twice.
  public init(counts: [String: Int], minimumCount: Int = 1, markers: [String] = []) {
    precondition(Set(markers).count == markers.count, "a marker is given twice: \(markers)")
    let isMarker = Set(markers)
    let kept =
      counts
      .filter { $0.value >= minimumCount && !isMarker.contains($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    words = markers + kept.map(\.key)
    self.counts = markers.map { counts[$0] ?? 0 } + kept.map(\.value)
    markerCount = markers.count
    ids = Dictionary(uniqueKeysWithValues: zip(words, Int32(0)...))
  }

  /// The number of entries, markers included.
  public var count: Int { words.count }

  /// The id of a word, or nil where it has no entry.
  public func id(of word: String) -> Int32? { ids[word] }

  /// The ids of a sentence's words; words without an entry are left out.
  public func ids(of sentence: [String]) -> [Int32] {
    sentence.compactMap { ids[$0] }
  }

  /// The ids of a sentence's words; words without an entry get the id `unknown`.
  public func ids(of sentence: [String], unknown: Int32) -> [Int32] {
    sentence.map { ids[$0] ?? unknown }
  }

  /// The word with an id.
  ///
  /// - Precondition: `id` is in `0..<count`.
  public subscript(id: Int32) -> String { words[Int(id)] }
}
