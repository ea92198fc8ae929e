/// eˣ of eight numbers that are not greater than 0, to within 3 units in the last place; 0 below −87.34.
///
/// ```
/// eˣ = 2ᵏ · eʳ     with k the whole number nearest to x / ln 2, and r = x − k ln 2 in ±0.35
/// eʳ ≈ 1 + r + r²/2 + … + r⁶/720
/// ```
///
/// - Note: ln 2 in two parts keeps r exact: Cody and Waite, *Software Manual for the Elementary
///   Functions*, 1980.
@inline(__always)
func exponentialBelowOne(_ x: Eight) -> Eight {
  // With the least of these k is −127, whose bits are those of the number 0. A comparison with NaN is
  // false, so that NaN stays.
  let bounded = x.replacing(with: -87.7, where: x .< -87.7)
  let (power, bits) = powerOfTwoAndRest(bounded)
  return power * unsafeBitCast((bits &+ 127) &<< 23, to: Eight.self)
}

/// eˣ of eight numbers, to within 3 units in the last place; 0 below −86.6, ∞ above 88.72.
@inline(__always)
func exponential(_ x: Eight) -> Eight {
  let (lowest, highest): (Float, Float) = (-86.6, 88.722_8)
  let bounded = x.replacing(with: lowest, where: x .< lowest)
    .replacing(with: highest, where: x .> highest)
  let (power, bits) = powerOfTwoAndRest(bounded)
  // 2ᵏ⁻¹ and a factor of 2: 2¹²⁸ is more than the exponent's bits can hold.
  let half = unsafeBitCast((bits &+ 126) &<< 23, to: Eight.self)
  return (power * half * 2)
    .replacing(with: 0, where: x .< lowest)
    .replacing(with: .infinity, where: x .> highest)
}

/// eʳ, and k in the last bits of a word.
@inline(__always)
private func powerOfTwoAndRest(_ x: Eight) -> (power: Eight, bits: SIMD8<UInt32>) {
  // Added to a number below 2²², 1.5 · 2²³ leaves no place for a fraction, so the sum is rounded, and
  // the whole number stands in its last bits.
  let magic: Float = 12_582_912
  let shifted = x * 1.442_695_04 + magic
  let whole = shifted - magic
  let rest = x - whole * 0.693_359_375 - whole * -2.121_944_4e-4
  var power = rest * (1 / 720) + (1 / 120)
  power = power * rest + (1 / 24)
  power = power * rest + (1 / 6)
  power = power * rest + 0.5
  power = power * rest + 1
  power = power * rest + 1
  return (power, unsafeBitCast(shifted, to: SIMD8<UInt32>.self))
}

/// |x|: the numbers without their sign bits.
@inline(__always)
func magnitude(_ x: Eight) -> Eight {
  unsafeBitCast(unsafeBitCast(x, to: SIMD8<UInt32>.self) & 0x7fff_ffff, to: Eight.self)
}

/// tanh x of eight numbers, to within 3 units in the last place.
///
/// Near 0, where 1 − 2 / (e²ˣ + 1) would be a small difference of large numbers, an odd polynomial.
///
/// - Source: the polynomial is that of Moshier, *Cephes Mathematical Library*, 1989.
@inline(__always)
func hyperbolicTangent(_ x: Eight) -> Eight {
  let size = magnitude(x)
  let far = 1 - 2 / (exponential(size * 2) + 1)
  let square = x * x
  var near = square * -5.704_988_7e-3 + 2.063_908_9e-2
  near = near * square - 5.373_971_6e-2
  near = near * square + 1.333_144_2e-1
  near = near * square - 3.333_328_2e-1
  near = near * square * x + x
  return near.replacing(with: far.replacing(with: -far, where: x .< 0), where: size .> 0.625)
}

/// σ(x) = 1 / (1 + e⁻ˣ) of eight numbers.
@inline(__always)
func logisticSigmoid(_ x: Eight) -> Eight { 1 / (exponential(-x) + 1) }

/// Of a normal distribution: the share that lies beyond |x| on one side, and √2π times its density at
/// x, with one exponential for both; to within 4e-7.
///
/// ```
/// φ(x) = e^{−x²/2} / √2π,    Φ(−|x|) ≈ φ(x) · p(t)    with t = 1 / (1 + 0.231641888 |x|)
/// ```
///
/// - Source: Abramowitz and Stegun, *Handbook of Mathematical Functions*, 1964, 26.2.17; here the
///   coefficients are divided by √2π.
@inline(__always)
func normalTail(_ x: Eight) -> (tail: Eight, power: Eight) {
  let power = exponentialBelowOne(x * x * -0.5)
  let t = 1 / (magnitude(x) * 0.231_641_9 + 1)
  var tail = t * 0.530_702_72 - 0.726_576_01
  tail = tail * t + 0.710_706_87
  tail = tail * t - 0.142_248_37
  tail = tail * t + 0.127_414_80
  return (tail * t * power, power)
}
