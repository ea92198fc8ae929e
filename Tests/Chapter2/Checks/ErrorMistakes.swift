import Foundation

/// Slips in ŷ − y itself, which make both gradients wrong.
let errorMistakes: [(name: String, error: @Sendable (Oracle) -> [Double])] = [
  (
    "1 is subtracted at every word of the context, twice at a repeated one, and not at the centre",
    { oracle in
      oracle.probabilities.enumerated().map { word, probability in
        probability - Double(oracle.gap.context.count { $0 == word })
      }
    }
  ),
  (
    "the centre is left out of the softmax's sum, as if it were not in the vocabulary",
    { oracle in
      let scores = oracle.scores.map { Float($0) }
      let greatest = scores.max() ?? 0
      let exponentials = scores.map { exp($0 - greatest) }
      let sum = exponentials.reduce(0, +) - exponentials[oracle.gap.centre]
      return lessCentre(exponentials.map { $0 / sum }, oracle)
    }
  ),
  (
    "a softmax of its own does not take the maximum out, and large scores make no number",
    { oracle in
      let exponentials = oracle.scores.map { exp(Float($0)) }
      let sum = exponentials.reduce(0, +)
      return lessCentre(exponentials.map { $0 / sum }, oracle)
    }
  ),
]

private func lessCentre(_ probabilities: [Float], _ oracle: Oracle) -> [Double] {
  probabilities.enumerated().map {
    Double($0.element) - ($0.offset == oracle.gap.centre ? 1 : 0)
  }
}
