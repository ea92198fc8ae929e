import Foundation

// #exercise 2.7
/// The loss of a window: the cross-entropy against a one-hot target, simplified.
///
/// ```
/// J = −ln P(w_c ∣ C) = −u_c · v̂ + ln Σ_j exp(u_j · v̂)
/// ln Σ_j exp(z_j)    = M + ln Σ_j exp(z_j − M)              with M = max z
/// ```
///
/// Taken from the scores, not from the probability: where that is too small for a `Float` and has
/// become 0, its logarithm is infinite, and the scores still know how far off they are.
///
/// - Parameters:
///   - window: the centre to predict and its context, at least one word.
///   - model: the two tables of vectors.
/// - Returns: J in nats, at least 0; finite for scores of any size, where a `Float` holds it.
public func loss(of window: Window, in model: CBOWModel) -> Float {
  let scores = scores(of: window.context, in: model)
  let maximum = scores.max() ?? 0
  let sum = scores.reduce(0) { $0 + exp($1 - maximum) }
  return maximum - scores[window.centre] + log(sum)
}
// #end

// #given mean-loss
/// The objective: the mean loss of some windows, in nats; 0 for none.
///
/// ```
/// J = (1/N) Σ −ln P(w_c ∣ C)
/// ```
public func meanLoss(of windows: [Window], in model: CBOWModel) -> Float {
  guard !windows.isEmpty else { return 0 }
  return windows.reduce(0) { $0 + loss(of: $1, in: model) } / Float(windows.count)
}
// #end
