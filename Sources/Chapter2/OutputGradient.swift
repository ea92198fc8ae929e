import Exercises

/// How the loss of a window changes with the output vectors.
///
/// ```
/// J       = −u_c · v̂ + ln Σ_j exp(u_j · v̂)
/// ∂J/∂z   = ŷ − y                        y is the one-hot vector of the centre
/// ∂J/∂u_j = (ŷ_j − y_j) v̂,   ∂J/∂U = (ŷ − y) v̂ᵀ
/// ```
///
/// Every word's output vector has a part in the sum, so every row has a gradient.
///
/// - Parameters:
///   - window: the centre and its context.
///   - model: the two tables of vectors.
/// - Returns: ∂J/∂U, `[|V|, n]`.
/// - Complexity: |V| · n multiplications, and as many for the scores.
public func outputGradient(of window: Window, in model: CBOWModel) -> Matrix {
  todo("2.8")
}
