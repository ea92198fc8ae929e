import Exercises

/// Step 3: the mean of the context's input vectors.
///
/// ```
/// v̂ = (1 / |C|) Σ_{i ∈ C} vᵢ
/// ```
///
/// - Parameters:
///   - context: the ids of the words in C; a word that stands twice counts twice.
///   - inputVectors: V, `[n, |V|]`, a column for each word.
/// - Returns: v̂, n numbers.
/// - Precondition: `context` is not empty.
public func contextMean(of context: [Int], in inputVectors: Matrix) -> [Float] {
  todo("2.3")
}
