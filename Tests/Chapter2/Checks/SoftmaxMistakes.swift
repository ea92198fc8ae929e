import Foundation
import Grading

/// Softmaxes as they come out of the slips that learners make.
let softmaxMistakes: [NamedImplementation<Softmax>] = [
  .of("the maximum is not subtracted, and the exponentials become infinite") {
    shares($0.map { exp($0) })
  },
  .of("scores that are all far below 0 stay there, as if 0 were the maximum, and become 0") {
    scores in
    let maximum = scores.reduce(0, max)
    return shares(scores.map { exp($0 - maximum) })
  },
  .of("the minimum is subtracted in place of the maximum") { scores in
    let minimum = scores.min() ?? 0
    return shares(scores.map { exp($0 - minimum) })
  },
  .of("the exponentials are divided by the greatest of them, not by their sum") { scores in
    let maximum = scores.max() ?? 0
    return scores.map { exp($0 - maximum) }
  },
  .of("the exponentials are divided by their number, not by their sum") { scores in
    let maximum = scores.max() ?? 0
    return scores.map { exp($0 - maximum) / Float(scores.count) }
  },
  .of("the sum of the exponentials is taken before the maximum is subtracted") { scores in
    let sum = scores.reduce(0) { $0 + exp($1) }
    let maximum = scores.max() ?? 0
    return scores.map { exp($0 - maximum) / sum }
  },
  .of("the scores are divided by their sum without an exponential") { shares($0) },
  .of("the sign of the scores is wrong, and the lowest one wins") { rightSoftmax($0.map { -$0 }) },
  .of("the logarithms of the probabilities are returned") { scores in
    guard let maximum = scores.max() else { return [] }
    let logarithm = log(scores.reduce(0) { $0 + exp($1 - maximum) })
    return scores.map { $0 - maximum - logarithm }
  },
  .of("each score goes through a function of its own, 1/(1 + e⁻ᶻ), and nothing is shared") {
    $0.map { 1 / (1 + exp(-$0)) }
  },
  .of("2 is raised to the scores in place of e") { rightSoftmax($0.map { $0 * log(2) }) },
  .of("the probabilities are rounded to three places, as the page shows them") {
    rightSoftmax($0).map { ($0 * 1000).rounded() / 1000 }
  },
  .init(
    "the rows' scores are divided by their sum without an exponential, though a vector's are not",
    Softmax(ofVector: rightSoftmax) { $0.map(shares) }),
  .init(
    "the probabilities of each gap are returned as a column, not as a row",
    Softmax(ofVector: rightSoftmax) { flipped($0.map(rightSoftmax)) }),
  .init(
    "the softmax runs down the columns, the wrong axis: each row is one gap",
    Softmax(ofVector: rightSoftmax) { flipped(flipped($0).map(rightSoftmax)) }),
  .init(
    "the whole matrix is made one distribution",
    Softmax(ofVector: rightSoftmax) { rows in
      let all = rightSoftmax(Array(rows.joined()))
      let width = rows.first?.count ?? 0
      return rows.indices.map { Array(all[$0 * width..<($0 + 1) * width]) }
    }),
  .init(
    "the maximum of the whole matrix is subtracted from every row, and low rows all become 0",
    Softmax(ofVector: rightSoftmax) { rows in
      let maximum = rows.joined().max() ?? 0
      return rows.map { shares($0.map { exp($0 - maximum) }) }
    }),
  .init(
    "only the first row is used, for all of them",
    Softmax(ofVector: rightSoftmax) { rows in rows.map { _ in rightSoftmax(rows[0]) } }),
  .of("the mean is subtracted in place of the maximum, and some exponentials are still infinite") {
    scores in
    let mean = scores.reduce(0, +) / Float(scores.count)
    return shares(scores.map { exp($0 - mean) })
  },
  .of("the largest score without its sign is subtracted, and scores far below 0 all become 0") {
    scores in
    let maximum = scores.map { abs($0) }.max() ?? 0
    return shares(scores.map { exp($0 - maximum) })
  },
  .of("the first score is subtracted in place of the maximum") { scores in
    shares(scores.map { exp($0 - scores[0]) })
  },
  .of("the scores are divided by the maximum, which is not subtracted") { scores in
    guard let maximum = scores.max(), maximum != 0 else { return rightSoftmax(scores) }
    return shares(scores.map { exp($0 / maximum) })
  },
  .of("large scores are cut off before the exponential, and become equal") { scores in
    rightSoftmax(scores.map { min(88, max(-88, $0)) })
  },
  .of("the logarithm of the sum is added to a large maximum first, and loses its last digits") {
    scores in
    guard let maximum = scores.max() else { return [] }
    let logarithm = maximum + log(scores.reduce(0) { $0 + exp($1 - maximum) })
    return scores.map { exp($0 - logarithm) }
  },
  .of("the scores are cut to whole numbers") { rightSoftmax($0.map { $0.rounded(.towardZero) }) },
  .of("the squares of the scores are taken in place of an exponential") {
    shares($0.map { $0 * $0 })
  },
  .of("the sum of the exponentials has a 1 too many, a start from 1 in place of 0") { scores in
    guard let maximum = scores.max() else { return [] }
    let exponentials = scores.map { exp($0 - maximum) }
    return exponentials.map { $0 / (1 + exponentials.reduce(0, +)) }
  },
  .of("the last score is left out of the sum, an off-by-one") { scores in
    guard let maximum = scores.max() else { return [] }
    let exponentials = scores.map { exp($0 - maximum) }
    return exponentials.map { $0 / exponentials.dropLast().reduce(0, +) }
  },
  .of("the probabilities are sorted, and no longer stand where their scores did") {
    rightSoftmax($0.sorted())
  },
  .of("one is given to the largest score, and nothing to the others") { scores in
    let place = scores.indices.max { scores[$0] < scores[$1] }
    return scores.indices.map { $0 == place ? 1 : 0 }
  },
  .init(
    "the sum of the exponentials is not set back to 0 for the next row",
    Softmax(ofVector: rightSoftmax) { rows in
      var sum: Float = 0
      return rows.map { row in
        let maximum = row.max() ?? 0
        let exponentials = row.map { exp($0 - maximum) }
        sum += exponentials.reduce(0, +)
        return exponentials.map { $0 / sum }
      }
    }),
  .init(
    "the first row's maximum is subtracted from every row",
    Softmax(ofVector: rightSoftmax) { rows in
      let maximum = rows.first?.max() ?? 0
      return rows.map { shares($0.map { exp($0 - maximum) }) }
    }),
  .init(
    "the maximum of the rows before is kept, and rows below it lose digits or all become 0",
    Softmax(ofVector: rightSoftmax) { rows in
      var maximum = -Float.infinity
      return rows.map { row in
        maximum = max(maximum, row.max() ?? 0)
        return shares(row.map { exp($0 - maximum) })
      }
    }),
  .init(
    "the maximum is not subtracted in the rows, though it is in a vector",
    Softmax(ofVector: rightSoftmax) { $0.map { shares($0.map { exp($0) }) } }),
  .init(
    "the last row is left out, an off-by-one",
    Softmax(ofVector: rightSoftmax) { $0.dropLast().map(rightSoftmax) }),
  .init(
    "the rows are returned from the last to the first",
    Softmax(ofVector: rightSoftmax) { $0.reversed().map(rightSoftmax) }),
]

/// Numbers divided by their sum.
private func shares(_ numbers: [Float]) -> [Float] {
  let sum = numbers.reduce(0, +)
  return numbers.map { $0 / sum }
}

/// Right probabilities.
@Sendable func rightSoftmax(_ scores: [Float]) -> [Float] {
  guard let maximum = scores.max() else { return [] }
  return shares(scores.map { exp($0 - maximum) })
}

extension NamedImplementation<Softmax> {
  /// A softmax of vectors, which the one of matrices calls for each row.
  static func of(
    _ name: String, _ ofVector: @escaping @Sendable ([Float]) -> [Float]
  ) -> Self {
    .init(name, Softmax(ofVector: ofVector) { $0.map(ofVector) })
  }
}
