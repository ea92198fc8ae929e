import Exercises

/// How the loss of a window changes with the input vectors.
///
/// ```
/// z = U v̂                      ∂J/∂v̂  = Uᵀ (ŷ − y)
/// v̂ = (1/|C|) Σ_{i ∈ C} vᵢ     ∂J/∂vᵢ = (1/|C|) ∂J/∂v̂     once for each time that i stands in C
/// ```
///
/// - Parameters:
///   - window: the centre and its context.
///   - model: the two tables of vectors.
/// - Returns: ∂J/∂V, `[n, |V|]`: a column for each word, zeros where it is not in the context.
/// - Complexity: |V| · n multiplications, and as many for the scores.
public func inputGradient(of window: Window, in model: CBOWModel) -> Matrix {
  todo("2.9")
}
