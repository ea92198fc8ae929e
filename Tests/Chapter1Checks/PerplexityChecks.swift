import Foundation
import Grading

/// What exercise 1.10 asks for.
public typealias Perplexity =
  @Sendable (_ sentences: [[String]], _ model: @escaping WordProbability) -> Double

/// The grader of exercise 1.10, the perplexity of a text.
///
/// The bigram factors of the three sentences, worked out by hand, are
/// 3/5 · 1/3 · 1/5 = 1/25, then 3/5 · 1/3 = 1/5, then 1/5 · 3/5 · 1/3 = 1/25, all others being 1;
/// together 5⁻⁵ over 18 tokens.
public let perplexityExercise = Exercise<Perplexity>(
  "1.10", section: "perplexity",
  examine: { perplexity, examination in
    examination.check(
      "the perplexity of “the cat” where every factor is 1/4",
      perplexity([["the", "cat"]]) { _, _ in 0.25 }, is: 4)
    examination.check(
      "the perplexity of “the cat”, with the factors 1/8, 1/4 and 1/2",
      perplexity([["the", "cat"]], eighthQuarterHalf), is: 4)
    examination.check(
      "the perplexity of “the cat” and of an empty sentence, with the factors 1/8, 1/4, 1/2 "
        + "and 1/8, so 512 to the power of 1/4",
      perplexity([["the", "cat"], []], eighthQuarterHalf), is: 4.756828460010884)
    examination.check(
      "the perplexity of the three sentences under their own bigrams, 5 to the power of 5/18",
      perplexity(threeSentences, bigramOfThree), is: 1.5637176369465455)
    examination.check(
      "the perplexity where every factor is 1", perplexity(threeSentences) { _, _ in 1 }, is: 1)
    examination.check(
      "the perplexity of “the cat sat” and “the dog sat”, which the bigrams call impossible",
      perplexity([["the", "cat", "sat"], ["the", "dog", "sat"]], bigramOfThree), is: .infinity)
    examination.check(
      "the perplexity of one empty sentence where every factor is 1/4",
      perplexity([[]]) { _, _ in 0.25 }, is: 4)
    examination.check(
      "the perplexity of 2 sentences of 1 000 words where every factor is 1/4",
      perplexity(Array(repeating: Array(repeating: "no", count: 1000), count: 2)) { _, _ in 0.25 },
      is: 4)
  },
  mistakes: [
    .init("the sentence ends are left out of N") { sentences, model in
      exp(-total(sentences, model) / Double(sentences.joined().count))
    },
    .init("the sentence ends are neither scored, which is exercise 1.3's part, nor counted in N") {
      sentences, model in
      let scores = sentences.flatMap { factors($0, model).dropLast() }.map { log($0) }
      return exp(-scores.reduce(0, +) / Double(scores.count))
    },
    .init("the start markers are counted in N too") { sentences, model in
      exp(-total(sentences, model) / Double(tokenCount(sentences) + sentences.count))
    },
    .init("N is the number of sentences") { sentences, model in
      exp(-total(sentences, model) / Double(sentences.count))
    },
    .init("the mean of the sentences' perplexities is taken") { sentences, model in
      sentences.map { exp(-total([$0], model) / Double($0.count + 1)) }.reduce(0, +)
        / Double(sentences.count)
    },
    .init("every sentence weighs the same, however long it is") { sentences, model in
      let means = sentences.map { total([$0], model) / Double($0.count + 1) }
      return exp(-means.reduce(0, +) / Double(sentences.count))
    },
    .init("the minus before the sum is missing") { sentences, model in
      exp(total(sentences, model) / Double(tokenCount(sentences)))
    },
    .init("2 is raised to a power that was worked out in nats") { sentences, model in
      exp2(-total(sentences, model) / Double(tokenCount(sentences)))
    },
    .init("the mean of −ln P is returned without raising e to it") { sentences, model in
      -total(sentences, model) / Double(tokenCount(sentences))
    },
    .init("the probabilities are multiplied first, and the product becomes too small to hold") {
      sentences, model in
      let product = sentences.flatMap { factors($0, model) }.reduce(1, *)
      return pow(product, -1 / Double(tokenCount(sentences)))
    },
    .init("impossible sentences are passed over") { sentences, model in
      let possible = sentences.filter { !factors($0, model).contains(0) }
      return exp(-total(possible, model) / Double(tokenCount(possible)))
    },
  ],
  alternatives: [
    .init("2 raised to the mean of bits") { sentences, model in
      let bits = sentences.flatMap { factors($0, model) }.map { -log2($0) }.reduce(0, +)
      return exp2(bits / Double(tokenCount(sentences)))
    },
    .init("a product of each factor's N-th root") { sentences, model in
      let exponent = -1 / Double(tokenCount(sentences))
      return sentences.flatMap { factors($0, model) }.map { pow($0, exponent) }.reduce(1, *)
    },
  ])

/// The sum of ln P over all tokens.
private func total(_ sentences: [[String]], _ model: WordProbability) -> Double {
  sentences.flatMap { factors($0, model) }.map { log($0) }.reduce(0, +)
}

/// How many tokens are predicted: the words, and one end per sentence.
private func tokenCount(_ sentences: [[String]]) -> Int {
  sentences.joined().count + sentences.count
}

/// A model that gives 1/8 to a sentence's first token, 1/4 to its second and 1/2 to its third.
private let eighthQuarterHalf: WordProbability = { _, history in
  history.count > 3 ? 1 : [1, 0.125, 0.25, 0.5][history.count]
}

/// Bigram probabilities of the three sentences, written down from the counts.
let bigramOfThree: WordProbability = { word, history in
  switch "\(history.last ?? "") \(word)" {
  case "the cat": 0.6
  case "the puddle", "the dog": 0.2
  case "cat jumped", "cat sat", "cat </s>": 1.0 / 3
  case "<s> the", "jumped over", "over the", "puddle </s>", "sat </s>", "dog jumped": 1
  default: 0
  }
}
