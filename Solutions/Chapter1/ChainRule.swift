import Foundation

// #exercise 1.3
/// The logarithm of a sentence's probability, by the chain rule.
///
/// ```
/// ln P(w₁ … w_T) = Σ ln P(wᵢ ∣ <s> w₁ … wᵢ₋₁)    for i = 1 … T+1, where w_{T+1} is </s>
/// ```
///
/// - Parameters:
///   - sentence: the words w₁ … w_T, without markers.
///   - model: gives each factor.
/// - Returns: the sum of the T + 1 logarithms, in nats, at most 0; −infinity where a factor is 0.
///   An empty sentence scores ln P(</s> ∣ <s>).
/// - Complexity: T + 1 calls of the model; fewer are as good after a factor of 0.
public func logProbability(of sentence: [String], under model: some LanguageModel) -> Double {
  var history = [Marker.start]
  var sum = 0.0
  for token in sentence + [Marker.end] {
    sum += log(model.probability(of: token, after: history))
    history.append(token)
  }
  return sum
}
// #end
