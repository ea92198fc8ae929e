import Foundation
import Grading

/// More wrong answers to exercise 1.10.
let perplexitySlips: [NamedImplementation<Perplexity>] =
  [1e-6, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15].map { small in
    .init("\(small) is added to a probability, or stands in for a smaller one") {
      sentences, model in
      ofFactors(sentences.flatMap { factors($0, model) }.map { max($0, small) })
    }
  }
  + [1e-10, 1e-12].map { small in
    .init("\(small) stands in for a probability of 0") { sentences, model in
      ofFactors(sentences.flatMap { factors($0, model) }.map { $0 == 0 ? small : $0 })
    }
  } + [
    .init("the sum and its exponential are numbers of type `Float`, which hold seven digits") {
      sentences, model in
      let scores = sentences.flatMap { factors($0, model) }.map { Float(log($0)) }
      return Double(exp(-scores.reduce(0, +) / Float(scores.count)))
    },
    .init("impossible sentences are passed over, save where all are impossible") {
      sentences, model in
      let possible = sentences.map { factors($0, model) }.filter { !$0.contains(0) }
      return possible.isEmpty ? .infinity : ofFactors(possible.flatMap(\.self))
    },
    .init("the text is judged as one sentence, with one end") { sentences, model in
      ofFactors(factors(Array(sentences.joined()), model))
    },
    .init("the history of one sentence goes on into the next") { sentences, model in
      let tokens = sentences.flatMap { $0 + [end] }
      return ofFactors(tokens.indices.map { model(tokens[$0], [start] + tokens[..<$0]) })
    },
  ]

/// The perplexity of a text that has these factors.
private func ofFactors(_ factors: [Double]) -> Double {
  exp(-factors.map { log($0) }.reduce(0, +) / Double(factors.count))
}
