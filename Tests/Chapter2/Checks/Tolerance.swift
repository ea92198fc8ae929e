/// The largest difference that rounding may make, for numbers of about 1.
///
/// A Float has 24 binary digits, so that every operation is off by up to 2⁻²⁴ ≈ 6·10⁻⁸ of its
/// result. The largest example is a sum of 6 scores, each a sum of 3 products with a mean of 6
/// numbers of at most 1: about 40 operations lie between an input and a gradient, none of them on a
/// number greater than 4. Were all of them off in the same direction, the result would be off by
/// 40 · 4 · 6·10⁻⁸ ≈ 10⁻⁵. Whatever order a learner sums in stays below that; the slightest of the
/// named mistakes is off by more than ten times as much.
let rounding = 1e-5

/// The same after some steps of training, each of which adds its rounding to the weights.
///
/// At most 12 steps with rates of at most 1/2: 12 · 1/2 · 10⁻⁵ < 10⁻⁴.
let roundingOfSteps = 1e-4
