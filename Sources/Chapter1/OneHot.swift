import Exercises

/// The one-hot vector of a word: a 1 at the word's index, 0 everywhere else.
///
/// ```
/// oneHot(2, size: 5)    // [0, 0, 1, 0, 0]
/// ```
///
/// - Parameters:
///   - index: the word's place in the vocabulary, in `0..<size`.
///   - size: the number of words in the vocabulary, |V|.
/// - Returns: a vector of `size` numbers.
/// - Precondition: `index` is in `0..<size`.
public func oneHot(_ index: Int, size: Int) -> [Float] {
  todo("1.1")
}

/// The cosine of the angle between two vectors: 1 for the same direction, 0 for a right angle.
///
/// ```
/// cos(a, b) = Σ aᵢ bᵢ / (√Σ aᵢ² · √Σ bᵢ²)
/// ```
///
/// - Parameters:
///   - a: a vector.
///   - b: a vector with as many numbers as `a`.
/// - Returns: a number in −1…1, up to rounding, for vectors as short as 1e-8 or as long as 1e8; 0
///   where either vector is all zeros, since a vector without a direction has no angle.
/// - Precondition: `a` and `b` have equal counts.
public func cosineSimilarity(_ a: [Float], _ b: [Float]) -> Float {
  todo("1.2")
}
