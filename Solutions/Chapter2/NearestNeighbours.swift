// #given neighbour
/// A word beside another one, and how near it is.
public struct Neighbour: Sendable, Equatable {
  /// The word's id.
  public let word: Int
  /// The cosine of the angle between the two vectors, in −1…1 up to rounding.
  public let similarity: Float

  /// A word with its similarity.
  public init(word: Int, similarity: Float) {
    (self.word, self.similarity) = (word, similarity)
  }
}
// #end

// #given cosine
/// The cosine of the angle between two vectors, as in exercise 1.2; 0 where either is all zeros.
///
/// - Precondition: `a` and `b` have equal counts.
public func cosineSimilarity(_ a: [Float], _ b: [Float]) -> Float {
  precondition(a.count == b.count, "a has \(a.count) numbers ≠ b has \(b.count)")
  func dot(_ x: [Float], _ y: [Float]) -> Float { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
  let lengths = dot(a, a).squareRoot() * dot(b, b).squareRoot()
  return lengths > 0 ? dot(a, b) / lengths : 0
}
// #end

// #exercise 2.12
/// The words whose input vectors point most nearly the same way as a word's.
///
/// ```
/// cos(vᵢ, vⱼ) = vᵢ · vⱼ / (‖vᵢ‖ ‖vⱼ‖)
/// ```
///
/// - Parameters:
///   - word: the id of the word whose neighbours are sought; it is none of them.
///   - inputVectors: V, `[n, |V|]`, a column for each word.
///   - count: how many neighbours to return, at least 0; all there are where it is more.
/// - Returns: the most similar first, and equally similar ones by their ids. A vector of zeros has
///   the similarity 0 to every other.
/// - Complexity: |V| · n multiplications, and a sort.
public func nearestNeighbours(
  of word: Int, in inputVectors: Matrix, count: Int
) -> [Neighbour] {
  let vector = column(word, of: inputVectors)
  let neighbours = (0..<inputVectors.columns).filter { $0 != word }.map { other in
    Neighbour(word: other, similarity: cosineSimilarity(vector, column(other, of: inputVectors)))
  }
  let sorted = neighbours.sorted { ($1.similarity, $0.word) < ($0.similarity, $1.word) }
  return Array(sorted.prefix(count))
}
// #end
