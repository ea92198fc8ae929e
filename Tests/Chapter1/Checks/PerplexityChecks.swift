import Foundation
import Grading
import Synchronization

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
    examination.checkAgreement(
      drawing: JudgedText.init(from:), claim: \.claim,
      computed: { perplexity($0.sentences, $0.model) }, expected: \.perplexity)
    examination.checkGrowth(of: "calls of the model for n sentences", from: 4, to: 128) { count in
      let calls = Mutex(0)
      _ = perplexity(Array(repeating: ["no"], count: count)) { _, _ in
        calls.withLock { $0 += 1 }
        return 0.5
      }
      return calls.withLock { $0 }
    }
  },
  mistakes: [
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
      guard !possible.isEmpty else { return 1 }
      return exp(-total(possible, model) / Double(tokenCount(possible)))
    },
    .init("an impossible token adds nothing to the sum, but is counted in N") { sentences, model in
      let scores = sentences.flatMap { factors($0, model) }.filter { $0 > 0 }.map { log($0) }
      return exp(-scores.reduce(0, +) / Double(tokenCount(sentences)))
    },
    .init("e is raised to a power that was worked out in bits") { sentences, model in
      exp(-total(sentences, model) / log(2) / Double(tokenCount(sentences)))
    },
    .init("one sentence end is counted in N for the whole text") { sentences, model in
      exp(-total(sentences, model) / Double(sentences.reduce(0) { $0 + $1.count } + 1))
    },
    .init("a sentence that stands twice in the text is judged once") { sentences, model in
      let different = Array(Set(sentences))
      return exp(-total(different, model) / Double(tokenCount(different)))
    },
    .init("the mean of the tokens' 1/P is taken, without logarithms") { sentences, model in
      sentences.flatMap { factors($0, model) }.map { 1 / $0 }.reduce(0, +)
        / Double(tokenCount(sentences))
    },
    .init("the mean probability is turned round, without logarithms") { sentences, model in
      Double(tokenCount(sentences)) / sentences.flatMap { factors($0, model) }.reduce(0, +)
    },
    .init("empty sentences are passed over, though their end is predicted") { sentences, model in
      let full = sentences.filter { !$0.isEmpty }
      return full.isEmpty ? 1 : exp(-total(full, model) / Double(tokenCount(full)))
    },
    .init("the first sentence only is judged") { sentences, model in
      exp(-total([sentences[0]], model) / Double(sentences[0].count + 1))
    },
  ] + perplexitySlips,
  conventions: [
    .init("sentence ends are scored but left out of N, as in SRILM's ppl1") { sentences, model in
      exp(-total(sentences, model) / Double(sentences.joined().count))
    },
    .init("sentence ends are neither scored nor counted in N") { sentences, model in
      let scores = sentences.flatMap { factors($0, model).dropLast() }.map { log($0) }
      return exp(-scores.reduce(0, +) / Double(scores.count))
    },
    .init("impossible tokens are left out of both the sum and N, as in SRILM") { sentences, model in
      let scores = sentences.flatMap { factors($0, model) }.filter { $0 > 0 }.map { log($0) }
      return exp(-scores.reduce(0, +) / Double(max(scores.count, 1)))
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
    .init("a running mean of −ln P, and infinity at the first 0") { sentences, model in
      var (mean, count) = (0.0, 0.0)
      for factor in sentences.flatMap({ factors($0, model) }) {
        guard factor > 0 else { return .infinity }
        count += 1
        mean += (-log(factor) - mean) / count
      }
      return exp(mean)
    },
    .init("decimal logarithms, and each sentence weighed by its tokens") { sentences, model in
      let count = Double(tokenCount(sentences))
      return pow(
        10,
        sentences.reduce(0) {
          $0 - factors($1, model).map { log10($0) }.reduce(0, +) / count
        })
    },
  ],
  tooSlow: [
    .init("all sentences so far are scored again with each") { sentences, model in
      var result = 1.0
      for end in sentences.indices {
        let read = Array(sentences[...end])
        result = exp(-total(read, model) / Double(tokenCount(read)))
      }
      return result
    }
  ])

/// A text, and a model of which a learner can work out every answer.
private struct JudgedText: Sendable {
  let sentences: [[String]]
  /// What each token gets at a sentence's beginning.
  let first: [String: Double]

  init(from draws: inout Draws) {
    let vocabulary = ["no", "yes", "cat", end]
    // What is so small that the product of few is 0.
    let scale = draws.element(of: [0.25, 0.25, 1e-3, 1e-90])
    var first: [String: Double] = [:]
    for token in vocabulary { first[token] = draws.positive(scale: scale) }
    if draws.integer(0...4) == 4 { first[draws.element(of: vocabulary)] = 0 }
    self.first = first
    sentences = draws.list(1...5) { draws in
      draws.list(0...5) { $0.element(of: Array(vocabulary.dropLast())) }
    }
  }

  /// What a token gets at a sentence's beginning, divided by the number of tokens before it.
  var model: WordProbability {
    { word, history in (first[word] ?? 0) / Double(max(history.count, 1)) }
  }

  var claim: String {
    let model = first.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return "the perplexity of \(sentences.quoted) where P(w | h) is w's number among "
      + "\(model.joined(separator: ", ")), divided by the number of tokens in h"
  }

  /// Straight from the formula.
  var perplexity: Double {
    var sum = 0.0
    var count = 0
    for sentence in sentences {
      for (place, token) in (sentence + [end]).enumerated() {
        sum += log((first[token] ?? 0) / Double(place + 1))
        count += 1
      }
    }
    return exp(-sum / Double(count))
  }
}

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
