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
      "ln P of 1 100 words where every factor is 1/2, so 1 101 · ln 1/2",
      logProbability(Array(repeating: "the", count: 1100)) { _, _ in 0.5 },
      is: -763.1550457964997, tolerance: 1e-9)
    examination.check(
      "how often the model is asked for “no no no”",
      numberOfQuestions { _ = logProbability(["no", "no", "no"], $0) }, is: 4)
    examination.checkAgreement(
      drawing: { ScoredSentence(&$0) }, claim: \.claim,
      computed: { logProbability($0.sentence, $0.model) },
      expected: { $0.factors.contains(0) ? -.infinity : $0.factors.map { log($0) }.reduce(0, +) })
  },
  mistakes: chainRuleMistakes + chainRuleArithmeticMistakes + chainRuleNumberMistakes,
  conventions: [
    .init("logarithms are taken to base 2 and their unit is the bit") { sentence, model in
      factors(sentence, model).reduce(0) { $0 + log2($1) }
    },
    .init("logarithms are taken to base 10, as in ARPA files") { sentence, model in
      factors(sentence, model).reduce(0) { $0 + log10($1) }
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
    .init("the words first and the sentence end after them, by recursion") { sentence, model in
      func words(_ count: Int) -> Double {
        guard count > 0 else { return 0 }
        let history = [start] + sentence.prefix(count - 1)
        return words(count - 1) + log(model(sentence[count - 1], history))
      }
      return words(sentence.count) + log(model(end, [start] + sentence))
    },
    .init("significands multiplied, exponents added") { sentence, model in
      var (significand, exponent) = (1.0, 0)
      for factor in factors(sentence, model) {
        if factor == 0 { return -.infinity }
        significand *= factor.significand
        exponent += Int(factor.exponent) + Int(significand.exponent)
        significand = significand.significand
      }
      return log(significand) + Double(exponent) * log(2)
    },
  ])

/// The factors of the chain rule, one for every word and one for the sentence end.
func factors(_ sentence: [String], _ model: WordProbability) -> [Double] {
  let tokens = padded(sentence)
  return tokens.indices.dropFirst().map { model(tokens[$0], Array(tokens[..<$0])) }
}

/// A sentence and the factors that a model gives it: of any size, now and then 0 or 1.
private struct ScoredSentence {
  let sentence: [String]
  let factors: [Double]

  init(_ draws: inout Draws) {
    sentence = DrawnText.sentence(&draws, longest: 5)
    let hasEdges = draws.integer(0...3) == 3
    let scale = draws.element(of: [0.25, 0.01, 1e-90])
    factors = (0...sentence.count).map { _ in
      let factor: Double = draws.positive(scale: scale)
      return hasEdges ? draws.element(of: [factor, 1, 0]) : factor
    }
  }

  /// Gives each factor for its own word and history, and other numbers for all others.
  var model: WordProbability {
    var table: [[String]: Double] = [:]
    for (place, factor) in factors.enumerated() {
      table[[start] + sentence.prefix(place) + [place < sentence.count ? sentence[place] : end]] =
        factor
    }
    let answers = table
    return { word, history in
      answers[history + [word]] ?? 1 / Double(7 + 3 * history.count + word.count)
    }
  }

  var claim: String {
    let numbers = factors.map { String(format: "%.5g", $0) }
    let list = numbers.dropLast().joined(separator: ", ")
    let words = (list.isEmpty ? [] : [list]) + numbers.suffix(1)
    return "ln P of \(DrawnText.quoted(sentence)) with "
      + (factors.count == 1 ? "the factor " : "factors ") + words.joined(separator: " and ")
  }
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

/// How often a model is asked while a body runs.
private func numberOfQuestions(_ body: (@escaping WordProbability) -> Void) -> Int {
  let asked = Counter()
  body { _, _ in
    asked.count.withLock { $0 += 1 }
    return 0.5
  }
  return asked.count.withLock { $0 }
}

private final class Counter: Sendable {
  let count = Mutex(0)
}
