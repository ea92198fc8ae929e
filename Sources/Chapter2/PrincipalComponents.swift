import Exercises

/// The direction in which points are spread most, by power iteration.
///
/// ```
/// w ← Xᵀ (X w) / ‖Xᵀ (X w)‖        again and again; ‖w‖ = 1
/// ```
///
/// Each round stretches w most along the greatest spread, until nothing else is left of it.
///
/// - Parameters:
///   - points: X, `[N, n]`, a row for each point; the mean of every column is 0.
///   - start: w to begin with, n numbers, not all zeros.
///   - iterations: the number of rounds.
/// - Returns: w, n numbers of length 1, on the same side as `start`. Where Xᵀ (X w) is all zeros,
///   w stays as it is: `start` at length 1.
/// - Complexity: 2 · N · n multiplications a round; or N · n² for XᵀX, once, and n² a round.
public func principalComponent(of points: Matrix, start: [Float], iterations: Int) -> [Float] {
  todo("2.13")
}

/// A map of points in the plane: their coordinates along the two directions of greatest spread.
///
/// ```
/// X ← X − mean of each column
/// x = X w₁                          w₁ the first component
/// X ← X − x w₁ᵀ                     what w₁ explains is taken out of every point
/// y = X w₂                          w₂ the first component of the rest
/// ```
///
/// - Parameters:
///   - points: `[N, n]`, a row for each point.
///   - starts: where the power iterations for w₁ and w₂ start, n numbers each.
///   - iterations: the rounds of each.
/// - Returns: `[N, 2]`: x and y of each point.
/// - Note: Karl Pearson, *On Lines and Planes of Closest Fit to Systems of Points in Space*, 1901.
public func planeCoordinates(
  of points: Matrix, starts: (first: [Float], second: [Float]), iterations: Int
) -> Matrix {
  todo("2.13")
}
