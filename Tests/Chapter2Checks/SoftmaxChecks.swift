import Foundation
import Grading

/// What exercise 2.5 asks for: softmax of a vector, and of every row of a matrix.
public struct Softmax: Sendable {
  let ofVector: @Sendable ([Float]) -> [Float]
  let ofRows: @Sendable (Rows) -> Rows

  /// Collects the two functions.
  public init(
    ofVector: @escaping @Sendable ([Float]) -> [Float], ofRows: @escaping @Sendable (Rows) -> Rows
  ) {
    self.ofVector = ofVector
    self.ofRows = ofRows
  }
}

/// The grader of exercise 2.5, softmax.
///
/// With scores that are logarithms of whole numbers, the exponentials are these numbers: ln 1 and
/// ln 3 have the probabilities 1/4 and 3/4. For 0 and 1 they are 1 / (1 + e) and e / (1 + e).
public let softmaxExercise = Exercise<Softmax>(
  "2.5", section: "softmax",
  examine: { softmax, examination in
    func check(_ scores: [Float], _ remark: String = "", is expected: [Float]) {
      examination.check(
        "softmax(\(written(scores)))\(remark)", softmax.ofVector(scores), is: expected,
        tolerance: rounding)
    }
    check([0, 0], is: [0.5, 0.5])
    check([0, 1], ", 1/(1 + e) and e/(1 + e)", is: zeroAndOne)
    check([0, log(3), log(4)], ", the logarithms of 1, 3 and 4", is: [0.125, 0.375, 0.5])
    check([-2, -2, -2, -2], is: [0.25, 0.25, 0.25, 0.25])
    check(
      [0.4, 0.6, 0.3, -0.2, 1], ", the page's scores",
      is: [0.1819118, 0.2221875, 0.1646006, 0.0998353, 0.3314648])
    check([5], ", a single score", is: [1])
    check([1000, 1001], ", which must give what 0 and 1 give", is: zeroAndOne)
    check([-1000, -999], ", which must give what 0 and 1 give", is: zeroAndOne)
    check([0, -200], is: [1, 0])
    check([-1000, 1000], is: [0, 1])
    check([], ", no scores", is: [])
    examineRows(softmax, &examination)
  },
  mistakes: [
    .of("the maximum is not subtracted, and the exponentials become infinite") {
      shares($0.map { exp($0) })
    },
    .of("the maximum is looked for from 0 up, and scores far below 0 all become 0") { scores in
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
    .of("the sign of the scores is wrong, and the lowest one wins") { right($0.map { -$0 }) },
    .of("the logarithms of the probabilities are returned") { scores in
      guard let maximum = scores.max() else { return [] }
      let logarithm = log(scores.reduce(0) { $0 + exp($1 - maximum) })
      return scores.map { $0 - maximum - logarithm }
    },
    .of("each score goes through a function of its own, 1/(1 + e⁻ᶻ), and nothing is shared") {
      $0.map { 1 / (1 + exp(-$0)) }
    },
    .of("2 is raised to the scores in place of e") { right($0.map { $0 * log(2) }) },
    .init(
      "the softmax runs down the columns, the wrong axis: each row is one gap",
      Softmax(ofVector: right) { flipped(flipped($0).map(right)) }),
    .init(
      "the whole matrix is made one distribution",
      Softmax(ofVector: right) { rows in
        let all = right(Array(rows.joined()))
        let width = rows.first?.count ?? 0
        return rows.indices.map { Array(all[$0 * width..<($0 + 1) * width]) }
      }),
    .init(
      "the maximum of the whole matrix is subtracted from every row, and low rows all become 0",
      Softmax(ofVector: right) { rows in
        let maximum = rows.joined().max() ?? 0
        return rows.map { shares($0.map { exp($0 - maximum) }) }
      }),
    .init(
      "only the first row is used, for all of them",
      Softmax(ofVector: right) { rows in rows.map { _ in right(rows[0]) } }),
  ],
  alternatives: [
    .of("one over the sum of e to the differences of scores") { scores in
      scores.map { score in 1 / scores.reduce(0) { $0 + exp($1 - score) } }
    },
    .of("e to the score minus the logarithm of the sum, in Double") { scores in
      guard let maximum = scores.max() else { return [] }
      let sum = scores.reversed().reduce(0.0) { $0 + exp(Double($1) - Double(maximum)) }
      return scores.map { Float(exp(Double($0) - Double(maximum) - log(sum))) }
    },
  ])

/// 1 / (1 + e) and e / (1 + e).
private let zeroAndOne: [Float] = [0.26894142, 0.73105858]

private func examineRows(_ softmax: Softmax, _ examination: inout Examination) {
  func check(_ scores: Rows, _ remark: String, is expected: Rows) {
    examination.check(
      "softmax(rowsOf: \(written(scores)))\(remark)", softmax.ofRows(scores), is: expected,
      tolerance: rounding)
  }
  check([[0, 1]], ", one gap", is: [zeroAndOne])
  check([[0, 1], [3, 3]], ", two gaps", is: [zeroAndOne, [0.5, 0.5]])
  check(
    [[0, 0, 0, 0], [0, log(3), 0, log(3)]], "",
    is: [[0.25, 0.25, 0.25, 0.25], [0.125, 0.375, 0.125, 0.375]])
  check([[1], [2], [3]], ", three gaps and one word", is: [[1], [1], [1]])
  check([[1000, 1001], [0, 1], [-1000, -999]], "", is: [zeroAndOne, zeroAndOne, zeroAndOne])
}

/// Numbers divided by their sum.
private func shares(_ numbers: [Float]) -> [Float] {
  let sum = numbers.reduce(0, +)
  return numbers.map { $0 / sum }
}

@Sendable private func right(_ scores: [Float]) -> [Float] {
  guard let maximum = scores.max() else { return [] }
  return shares(scores.map { exp($0 - maximum) })
}

extension NamedImplementation<Softmax> {
  /// A softmax of vectors, which the one of matrices calls for each row.
  fileprivate static func of(
    _ name: String, _ ofVector: @escaping @Sendable ([Float]) -> [Float]
  ) -> Self {
    .init(name, Softmax(ofVector: ofVector) { $0.map(ofVector) })
  }
}
