import Foundation
import Grading

/// Wrong questions to the model.
let chainRuleMistakes: [NamedImplementation<LogProbability>] = [
  .init("the sentence end is not scored") { sentence, model in
    sentence.indices.reduce(0) {
      $0 + log(model(sentence[$1], [start] + sentence[..<$1]))
    }
  },
  .init("the first word is not scored") { sentence, model in
    sumOfLogarithms(factors(sentence, model).dropFirst())
  },
  .init("an empty sentence is not looked at, and its end is not scored") { sentence, model in
    sentence.isEmpty ? 0 : sumOfLogarithms(factors(sentence, model))
  },
  .init("the history lacks the start marker") { sentence, model in
    sumOfLogarithms(factors(sentence) { model($0, Array($1.dropFirst())) })
  },
  .init("the history stays at the start marker") { sentence, model in
    sumOfLogarithms(factors(sentence) { model($0, Array($1.prefix(1))) })
  },
  .init("every word is given only the word before it") { sentence, model in
    sumOfLogarithms(factors(sentence) { model($0, $1.suffix(1)) })
  },
  .init("every word is given only the two tokens before it") { sentence, model in
    sumOfLogarithms(factors(sentence) { model($0, $1.suffix(2)) })
  },
  .init("the history already holds the word that it should predict") { sentence, model in
    sumOfLogarithms(factors(sentence) { model($0, $1 + [$0]) })
  },
  .init("the history holds all other words of the sentence, those that follow too") {
    sentence, model in
    let words = sentence.indices.map { place in
      model(sentence[place], [start] + sentence[..<place] + sentence[(place + 1)...])
    }
    return sumOfLogarithms(words + [model(end, [start] + sentence)])
  },
  .init("each word is put before the history, not behind it") { sentence, model in
    sumOfLogarithms(factors(sentence) { model($0, $1.reversed()) })
  },
  .init("the sentence end is asked for before the last word is in the history") {
    sentence, model in
    let words = sentence.indices.map { model(sentence[$0], [start] + sentence[..<$0]) }
    return sumOfLogarithms(words + [model(end, [start] + sentence.dropLast())])
  },
  .init("the start marker is scored as if the model predicted it") { sentence, model in
    log(model(start, [])) + sumOfLogarithms(factors(sentence, model))
  },
  .init("the model is asked twice for each factor, not once") { sentence, model in
    sumOfLogarithms(factors(sentence) { max(model($0, $1), model($0, $1)) })
  },
]

/// Wrong sums of the right factors.
let chainRuleArithmeticMistakes: [NamedImplementation<LogProbability>] = [
  .init("the minus of the sum is returned") { sentence, model in
    -sumOfLogarithms(factors(sentence, model))
  },
  .init("the product is returned, not its logarithm") { sentence, model in
    factors(sentence, model).reduce(1, *)
  },
  .init("the probabilities are multiplied first, and the product becomes too small to hold") {
    sentence, model in log(factors(sentence, model).reduce(1, *))
  },
  .init("the probabilities are added, and the logarithm is taken of their sum") {
    sentence, model in log(factors(sentence, model).reduce(0, +))
  },
  .init("the logarithms are multiplied instead of added") { sentence, model in
    factors(sentence, model).reduce(1) { $0 * log($1) }
  },
  .init("factors of 0 are passed over") { sentence, model in
    sumOfLogarithms(factors(sentence, model).filter { $0 > 0 })
  },
  .init("a factor of 0 makes the result 0, the logarithm of 1") { sentence, model in
    let factors = factors(sentence, model)
    return factors.contains(0) ? 0 : sumOfLogarithms(factors)
  },
  .init("a factor of 0 ends the sum there, and what was summed before is returned") {
    sentence, model in sumOfLogarithms(factors(sentence, model).prefix { $0 > 0 })
  },
  .init("the sum is divided by the number of factors") { sentence, model in
    sumOfLogarithms(factors(sentence, model)) / Double(sentence.count + 1)
  },
]

/// What people write lest a logarithm be infinite, and numbers that hold too little.
let chainRuleNumberMistakes: [NamedImplementation<LogProbability>] =
  [1e-6, 1e-8].map { small in
    .init("\(small) is added to every factor, so that nothing is impossible") { sentence, model in
      sumOfLogarithms(factors(sentence, model).map { $0 + small })
    }
  }
  // What is added and what stands in for a smaller number cannot be told apart here.
  + [1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-300].map { small in
    .init("\(small) is added, or stands in for smaller factors, so that nothing is impossible") {
      sentence, model in sumOfLogarithms(factors(sentence, model).map { max($0, small) })
    }
  }
  + [1e-10, 1e-12].map { small in
    .init("\(small) stands in for a factor of 0, so that nothing is impossible") {
      sentence, model in sumOfLogarithms(factors(sentence, model).map { $0 == 0 ? small : $0 })
    }
  } + [
    .init("digits after the seventh are lost, as in numbers of type `Float`") { sentence, model in
      Double(factors(sentence, model).reduce(Float(0)) { $0 + Float(log($1)) })
    },
    .init("the lowest finite number stands in for minus infinity") { sentence, model in
      let factors = factors(sentence, model)
      return factors.contains(0) ? -Double.greatestFiniteMagnitude : sumOfLogarithms(factors)
    },
    .init("the factors are kept in numbers of type `Float`, which hold nothing below 1e-45") {
      sentence, model in
      sumOfLogarithms(factors(sentence, model).map { Double(Float($0)) })
    },
  ]

private func sumOfLogarithms(_ factors: some Sequence<Double>) -> Double {
  factors.reduce(0) { $0 + log($1) }
}
