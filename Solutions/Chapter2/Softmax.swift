import Foundation

// #exercise 2.5
/// Step 5: scores as probabilities.
///
/// ```
/// ŷ_j = exp(z_j) / Σ_k exp(z_k)  =  exp(z_j − M) / Σ_k exp(z_k − M)      with M = max z
/// ```
///
/// The two are equal, but exp(89) is more than a `Float` can hold. With the maximum taken away no
/// exponent is greater than 0.
///
/// - Parameter scores: finite numbers of any size.
/// - Returns: as many numbers in 0…1, which sum to 1; none for none.
public func softmax(_ scores: [Float]) -> [Float] {
  guard let maximum = scores.max() else { return [] }
  let exponentials = scores.map { exp($0 - maximum) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
// #end

// #exercise 2.5
/// The softmax of several windows at once: each row is a distribution of its own.
///
/// - Parameter scores: `[windows, |V|]`, a row of scores for each window.
/// - Returns: `[windows, |V|]`; every row sums to 1. No rows make no rows, however
///   wide.
public func softmax(rowsOf scores: Matrix) -> Matrix {
  Matrix(
    rows: scores.rows, columns: scores.columns,
    values: (0..<scores.rows).flatMap { softmax(scores.row($0)) })
}
// #end

// #given probabilities
/// What the model expects in the middle of a context: steps 1 to 5.
///
/// ```
/// ŷ = softmax(U v̂),    P(w_j ∣ C) = ŷ_j
/// ```
///
/// - Parameters:
///   - context: the ids of the words around the centre, at least one.
///   - model: the two tables of vectors.
/// - Returns: ŷ, |V| probabilities.
public func probabilities(of context: [Int], in model: CBOWModel) -> [Float] {
  softmax(scores(of: context, in: model))
}
// #end
