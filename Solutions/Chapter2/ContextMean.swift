// #exercise 2.3
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
  precondition(!context.isEmpty, "the context is empty, and has no mean")
  var mean = [Float](repeating: 0, count: inputVectors.rows)
  for word in context {
    let vector = column(word, of: inputVectors)
    for place in mean.indices { mean[place] += vector[place] / Float(context.count) }
  }
  return mean
}
// #end
