/// Words with a vector each.
public struct WordVectors: Sendable {
  /// The words; none stands twice.
  public let words: [String]
  /// The number of numbers in a vector, n.
  public let size: Int
  /// All vectors, word after word: `[words, n]`.
  public let values: [Float]

  private let places: [String: Int]

  /// Vectors of words.
  ///
  /// - Precondition: no word stands twice, and there are n numbers for each of them.
  public init(words: [String], size: Int, values: [Float]) {
    precondition(
      values.count == words.count * size, "\(values.count) numbers ≠ \(words.count) × \(size)")
    (self.words, self.size, self.values) = (words, size, values)
    places = Dictionary(zip(words, 0...)) { first, _ in first }
    precondition(places.count == words.count, "a word stands twice")
  }

  /// The vector of a word, n numbers; nil where it has none.
  public func vector(of word: String) -> ArraySlice<Float>? {
    places[word].map { values[$0 * size..<($0 + 1) * size] }
  }

  /// The cosine of the angle between two words' vectors: 1 where they point the same way.
  ///
  /// - Returns: a number in −1…1 up to rounding; 0 where a vector is all zeros, and nil where a word
  ///   has none.
  public func similarity(_ first: String, _ second: String) -> Double? {
    guard let a = vector(of: first), let b = vector(of: second) else { return nil }
    var (product, ofFirst, ofSecond) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      product += Double(x) * Double(y)
      ofFirst += Double(x) * Double(x)
      ofSecond += Double(y) * Double(y)
    }
    let lengths = (ofFirst * ofSecond).squareRoot()
    return lengths > 0 ? product / lengths : 0
  }
}
