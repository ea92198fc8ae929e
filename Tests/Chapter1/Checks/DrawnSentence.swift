import Grading

/// Claims that sentences, and the number of draws for them, are right for random models.
func examineDrawnSentences(
  _ sampleSentence: @escaping SampleSentence, _ examination: inout Examination
) {
  examination.checkAgreement(
    drawing: DrawnSentence.init(from:), claim: { "\($0.claim)" },
    computed: { sampleSentence($0.weight, $0.vocabulary, $0.maximumLength, next(of: $0.draws)) },
    expected: \.sentence)
  examination.checkAgreement(
    seed: 2, drawing: DrawnSentence.init(from:), claim: { "the number of draws for \($0.claim)" },
    computed: { drawn in
      var count = 0
      let draw = next(of: drawn.draws)
      _ = sampleSentence(drawn.weight, drawn.vocabulary, drawn.maximumLength) {
        count += 1
        return draw()
      }
      return count
    },
    expected: { min($0.sentence.count + 1, $0.maximumLength) })
}

/// A model, a vocabulary and draws, of which a learner can work out every step.
private struct DrawnSentence: Sendable {
  let vocabulary: [String]
  /// The weights of the vocabulary's words by the length of the history, over and over.
  let rows: [[Double]]
  let maximumLength: Int
  let draws: [Double]

  init(from draws: inout Draws) {
    let all = draws.truth() ? ["no", end, "yes", "cat"] : ["no", "yes", unknown, end]
    // Sentences end by their length alone where the end is not among what can be drawn.
    let vocabulary = draws.integer(0...4) == 4 ? all.filter { $0 != end } : all
    let scale = draws.element(of: [1.0, 1e-3, 40])
    self.vocabulary = vocabulary
    rows = draws.list(1...3) { draws in
      let weights = vocabulary.map { _ in
        draws.integer(0...3) == 3 ? 0 : draws.positive(scale: scale)
      }
      return weights.contains { $0 > 0 } ? weights : weights.map { _ in scale }
    }
    let maximumLength = draws.integer(0...6)
    self.maximumLength = maximumLength
    // An odd number of 512ths, which is no border between a few equal or simple weights.
    self.draws = (0...maximumLength).map { _ in Double(2 * draws.integer(0...255) + 1) / 512 }
  }

  /// A word's weight is less the more often it has been said.
  var weight: WordProbability {
    { word, history in
      guard let place = vocabulary.firstIndex(of: word) else { return 0 }
      let row = rows[max(history.count - 1, 0) % rows.count]
      return row[place] / Double(1 + history.count { $0 == word })
    }
  }

  var claim: String {
    "a sentence of at most \(maximumLength) words out of \(vocabulary) with the draws \(draws), "
      + "where the weights are \(rows.map { "\($0)" }.joined(separator: ", then ")), over and over, "
      + "each divided by 1 + how often the history holds the word"
  }

  /// Token by token; where the sum of weights is passed, the segment has been found.
  var sentence: [String] {
    var words: [String] = []
    for place in draws.prefix(maximumLength) {
      let weights = vocabulary.map { weight($0, [start] + words) }
      var rest = place * weights.reduce(0, +)
      var chosen = 0
      while rest >= weights[chosen], chosen + 1 < weights.count {
        rest -= weights[chosen]
        chosen += 1
      }
      if vocabulary[chosen] == end { break }
      words.append(vocabulary[chosen])
    }
    return words
  }
}
