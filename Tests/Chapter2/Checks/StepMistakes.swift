import Foundation
import Grading

/// More of what goes wrong in exercise 2.10.
let moreStepMistakes: [NamedImplementation<Step>] = [
  .of("V goes uphill, its gradient being added, though U goes down") { oracle, rate in
    oracle.step(-rate, rate)
  },
  .of("U goes uphill, its gradient being added, though V goes down") { oracle, rate in
    oracle.step(rate, -rate)
  },
  .of("the loss is returned in bits") { oracle, rate in oracle.step(rate, rate) / log(2) },
  .of("the logarithm of the probability is returned, the loss with the wrong sign") {
    oracle, rate in -oracle.step(rate, rate)
  },
  .of("the loss is made of the probability, and infinite where that is too small for a Float") {
    oracle, rate in
    let probability = Float(oracle.probabilities[oracle.gap.centre])
    _ = oracle.step(rate, rate)
    return Double(-log(probability))
  },
  .of("a word that stands in the context twice is moved once") { oracle, rate in
    let old = oracle
    let loss = oracle.step(rate, rate)
    for word in Set(old.gap.context) {
      let count = Double(old.gap.context.count { $0 == word })
      for place in old.input.indices {
        let move = oracle.input[place][word] - old.input[place][word]
        oracle.input[place][word] = old.input[place][word] + move / count
      }
    }
    return loss
  },
  .of("the centre's input vector is moved, and the context's stay where they were") {
    oracle, rate in
    let old = oracle
    let loss = oracle.step(rate, rate)
    oracle.input = old.input
    for (place, slope) in old.meanGradient.enumerated() {
      oracle.input[place][old.gap.centre] -= rate * slope
    }
    return loss
  },
  .of("the context's words are moved one after the other, each with a new gradient") {
    oracle, rate in
    let old = oracle
    for word in old.gap.context {
      for (place, slope) in oracle.meanGradient.enumerated() {
        oracle.input[place][word] -= rate * slope / Double(old.gap.context.count)
      }
    }
    oracle.output = moved(old.output, against: old.outputGradient, rate)
    return old.loss
  },
  .of("U's gradient is divided by the number of words in the vocabulary") { oracle, rate in
    oracle.step(rate, rate / Double(oracle.output.count))
  },
]
