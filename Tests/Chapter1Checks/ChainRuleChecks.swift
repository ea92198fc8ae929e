import Foundation
import Grading
import Synchronization

/// What exercise 1.3 asks for.
public typealias LogProbability =
  @Sendable (_ sentence: [String], _ model: @escaping WordProbability) -> Double

/// The grader of exercise 1.3, a sentence's log probability by the chain rule.
public let logProbabilityExercise = Exercise<LogProbability>(
  "1.3", section: "the-chain-rule",
  examine: { logProbability, examination in
    examination.check(
      "what the model is asked for “the cat”",
      questions { _ = logProbability(["the", "cat"], $0) },
      is: ["P(the | <s>)", "P(cat | <s> the)", "P(</s> | <s> the cat)"])
    examination.check(
      "ln P(“the cat”) where every factor is 1/2, so 3 · ln 1/2",
      logProbability(["the", "cat"]) { _, _ in 0.5 }, is: -2.0794415416798357)
    examination.check(
      "ln P(“the cat”) with factors 1/2, 1/4 and 1/5, so ln 1/40",
      logProbability(["the", "cat"], threeFactors), is: -3.6888794541139363)
    examination.check(
      "ln P of the empty sentence where P(</s> | <s>) is 1/10",
      logProbability([], threeFactors), is: -2.302585092994046)
    examination.check(
      "ln P(“the dog”) where P(dog | <s> the) is 0",
      logProbability(["the", "dog"], threeFactors), is: -.infinity)
    examination.check(
      "ln P of 2 000 words where every factor is 1/2, so 2 001 · ln 1/2",
      logProbability(Array(repeating: "the", count: 2000)) { _, _ in 0.5 },
      is: -1386.9875083004504, tolerance: 1e-9)
  },
  mistakes: [
    .init("the sentence end is not scored") { sentence, model in
      sentence.indices.reduce(0) {
        $0 + log(model(sentence[$1], [start] + sentence[..<$1]))
      }
    },
    .init("the history lacks the start marker") { sentence, model in
      factors(sentence) { model($0, Array($1.dropFirst())) }.reduce(0) { $0 + log($1) }
    },
    .init("every word is given only the word before it") { sentence, model in
      factors(sentence) { model($0, $1.suffix(1)) }.reduce(0) { $0 + log($1) }
    },
    .init("the history already holds the word that it should predict") { sentence, model in
      factors(sentence) { model($0, $1 + [$0]) }.reduce(0) { $0 + log($1) }
    },
    .init("the start marker is scored as if the model predicted it") { sentence, model in
      factors(sentence, model).reduce(log(model(start, []))) { $0 + log($1) }
    },
    .init("the logarithm is taken to base 2") { sentence, model in
      factors(sentence, model).reduce(0) { $0 + log2($1) }
    },
    .init("the logarithm is taken to base 10") { sentence, model in
      factors(sentence, model).reduce(0) { $0 + log10($1) }
    },
    .init("the minus of the sum is returned") { sentence, model in
      -factors(sentence, model).reduce(0) { $0 + log($1) }
    },
    .init("the product is returned, not its logarithm") { sentence, model in
      factors(sentence, model).reduce(1, *)
    },
    .init("the probabilities are multiplied first, and the product becomes too small to hold") {
      sentence, model in log(factors(sentence, model).reduce(1, *))
    },
    .init("factors of 0 are passed over") { sentence, model in
      factors(sentence, model).filter { $0 > 0 }.reduce(0) { $0 + log($1) }
    },
    .init("the sum is divided by the number of factors") { sentence, model in
      factors(sentence, model).reduce(0) { $0 + log($1) } / Double(sentence.count + 1)
    },
  ],
  alternatives: [
    .init("summed from the sentence end to its start") { sentence, model in
      factors(sentence, model).reversed().reduce(0) { $0 + log($1) }
    },
    .init("base-2 logarithms, changed to natural ones at the end") { sentence, model in
      factors(sentence, model).reduce(0) { $0 + log2($1) } * log(2)
    },
    .init("leaves at the first factor of 0") { sentence, model in
      var (sum, history) = (0.0, [start])
      for token in sentence + [end] {
        let probability = model(token, history)
        if probability == 0 { return -.infinity }
        sum += log(probability)
        history.append(token)
      }
      return sum
    },
  ])

/// The factors of the chain rule, one for every word and one for the sentence end.
func factors(_ sentence: [String], _ model: WordProbability) -> [Double] {
  let tokens = padded(sentence)
  return tokens.indices.dropFirst().map { model(tokens[$0], Array(tokens[..<$0])) }
}

/// A model that knows three sentences' worth of factors, each for one history only.
private let threeFactors: WordProbability = { word, history in
  switch (history + [word]).joined(separator: " ") {
  case "<s> the": 0.5
  case "<s> the cat": 0.25
  case "<s> the cat </s>": 0.2
  case "<s> </s>": 0.1
  case "<s> the dog": 0
  case "<s> the dog </s>": 0.3
  default: 0.001
  }
}

/// What a model is asked while a body runs: each question once, short histories first.
func questions(_ body: (@escaping WordProbability) -> Void) -> [String] {
  let asked = Asked()
  body { word, history in
    asked.histories.withLock { _ = $0.insert(history + [word]) }
    return 0.5
  }
  return asked.histories.withLock { $0 }
    .sorted { ($0.count, $0.joined()) < ($1.count, $1.joined()) }
    .map { "P(\($0.last ?? "") | \($0.dropLast().joined(separator: " ")))" }
}

/// The questions that a model was asked, as history and word in one array.
private final class Asked: Sendable {
  let histories = Mutex<Set<[String]>>([])
}
