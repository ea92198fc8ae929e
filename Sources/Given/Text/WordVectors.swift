/// Words with a vector each.
public struct WordVectors: Sendable {
  /// The words; none stands twice. Two are the same where their bytes are, see ``Spelling``.
  public let words: [String]
  /// The number of numbers in a vector, n.
  public let size: Int
  /// All vectors, word after word: `[words, n]`.
  public let values: [Float]

  private let places: [Spelling: Int]

  /// Vectors of words.
  ///
  /// - Precondition: no word stands twice, and there are n numbers for each of them.
  public init(words: [String], size: Int, values: [Float]) {
    precondition(
      values.count == words.count * size, "\(values.count) numbers ≠ \(words.count) × \(size)")
    (self.words, self.size, self.values) = (words, size, values)
    places = Dictionary(zip(words.lazy.map { Spelling($0) }, 0...)) { first, _ in first }
    precondition(places.count == words.count, "a word stands twice")
  }

  /// The vector of a word, n numbers; nil where it has none.
  public func vector(of word: String) -> ArraySlice<Float>? {
    places[Spelling(word)].map { values[$0 * size..<($0 + 1) * size] }
  }
}
