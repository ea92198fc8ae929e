import Foundation

// #exercise 1.10
/// How many equally likely words the model hesitates between, at the average token of a text.
///
/// ```
/// PP = exp(−1/N · Σ ln P(wᵢ ∣ hᵢ))    over the N predicted tokens: words, one </s> per sentence
/// ```
///
/// - Parameters:
///   - sentences: the text's sentences of words, without markers; at least one.
///   - model: the model that is judged.
/// - Returns: at least 1 for a model whose probabilities sum to one; less is better; +infinity
///   where the model calls any sentence impossible.
/// - Precondition: there is at least one sentence.
/// - Complexity: N calls of the model.
public func perplexity(of sentences: [[String]], under model: some LanguageModel) -> Double {
  precondition(!sentences.isEmpty, "the perplexity of no sentences is not defined")
  let tokenCount = sentences.reduce(0) { $0 + $1.count + 1 }
  let total = sentences.reduce(0) { $0 + logProbability(of: $1, under: model) }
  return exp(-total / Double(tokenCount))
}
// #end
