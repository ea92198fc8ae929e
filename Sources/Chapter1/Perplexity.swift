import Exercises
import Foundation

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
  todo("1.10")
}
