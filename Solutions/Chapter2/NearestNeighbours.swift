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
  func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
  let vector = column(word, of: inputVectors)
  let neighbours = (0..<inputVectors.columns).filter { $0 != word }.map { other in
    let candidate = column(other, of: inputVectors)
    let lengths = dot(vector, vector).squareRoot() * dot(candidate, candidate).squareRoot()
    return Neighbour(word: other, similarity: lengths > 0 ? dot(vector, candidate) / lengths : 0)
  }
  let sorted = neighbours.sorted { ($1.similarity, $0.word) < ($0.similarity, $1.word) }
  return Array(sorted.prefix(count))
}
// #end
