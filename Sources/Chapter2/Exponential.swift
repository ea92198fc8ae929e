/// Turns scores into exponentials where they stand: the first half of a softmax, eight at a time.
///
/// ```
/// z_j ← exp(z_j − M)     with M = max z, and s = Σ_j exp(z_j − M)
/// ```
///
/// The other half, the division by s, is left to the caller, who has smaller things to divide.
///
/// - Parameters:
///   - scores: `count` finite numbers; replaced.
///   - count: at least 1.
/// - Returns: M and s.
func exponentiate(
  _ scores: UnsafeMutablePointer<Float>, count: Int
) -> (maximum: Float, sum: Float) {
  let whole = count / 8 * 8
  var greatest = SIMD8<Float>(repeating: -.infinity)
  for place in stride(from: 0, to: whole, by: 8) {
    greatest = pointwiseMax(greatest, eight(at: scores + place))
  }
  var maximum = greatest.max()
  for place in whole..<count { maximum = max(maximum, scores[place]) }

  var sums = SIMD8<Float>.zero
  for place in stride(from: 0, to: whole, by: 8) {
    let exponentials = exponential(eight(at: scores + place) - maximum)
    UnsafeMutableRawPointer(scores + place).storeBytes(
      of: exponentials, as: SIMD8<Float>.self)
    sums += exponentials
  }
  var sum = sums.sum()
  for place in whole..<count {
    scores[place] = exponential(SIMD8(repeating: scores[place] - maximum))[0]
    sum += scores[place]
  }
  return (maximum, sum)
}

@inline(__always)
private func eight(at start: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(start).loadUnaligned(as: SIMD8<Float>.self)
}

/// eˣ of eight numbers, none greater than 0, to within 3 units in the last place; 0 below −87.
///
/// ```
/// eˣ = 2ᵏ · eʳ     with k the whole number nearest to x / ln 2, and r = x − k ln 2 in ±0.35
/// eʳ ≈ 1 + r + r²/2 + … + r⁶/720
/// ```
///
/// - Note: ln 2 in two parts keeps r exact: Cody and Waite, *Software Manual for the Elementary
///   Functions*, 1980.
@inline(__always)
func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let lowest: Float = -87
  let bounded = pointwiseMax(x, SIMD8(repeating: lowest))
  // Added to a number below 2²², 1.5 · 2²³ leaves no place for a fraction, so the sum is rounded, and
  // the whole number stands in its last bits.
  let magic: Float = 12_582_912
  let shifted = bounded * 1.442_695_04 + magic
  let whole = shifted - magic
  let rest = bounded - whole * 0.693_359_375 - whole * -2.121_944_4e-4
  var power = SIMD8<Float>(repeating: 1 / 720)
  for coefficient: Float in [1 / 120, 1 / 24, 1 / 6, 0.5, 1, 1] {
    power = power * rest + coefficient
  }
  let bits = unsafeBitCast(shifted, to: SIMD8<UInt32>.self)
  let scale = unsafeBitCast((bits &+ 127) &<< 23, to: SIMD8<Float>.self)
  return (power * scale).replacing(with: 0, where: x .< lowest)
}
