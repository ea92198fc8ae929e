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
    check([20_000, -20_000, 20_000], is: [0.5, 0, 0.5])
    check([-3e38, 3e38], ", nearly the greatest numbers of a Float", is: [0, 1])
    check([], ", no scores", is: [])
    examination.checkAgreement(
      samples: 60, tolerance: rounding,
      drawing: { draws in
        let count = draws.integer(0...7)
        return draws.scores(count)
      },
      claim: { "softmax(\(written($0)))" },
      computed: { softmax.ofVector($0) },
      expected: { distribution($0) })
    examineRows(softmax, &examination)
  },
  mistakes: softmaxMistakes,
  alternatives: [
    .of("one over the sum of e to the differences of scores") { scores in
      scores.map { score in 1 / scores.reduce(0) { $0 + exp($1 - score) } }
    },
    .of("e to the score minus the logarithm of the sum, in Double") { scores in
      guard let maximum = scores.max() else { return [] }
      let sum = scores.reversed().reduce(0.0) { $0 + exp(Double($1) - Double(maximum)) }
      return scores.map { Float(exp(Double($0) - Double(maximum) - log(sum))) }
    },
    .init(
      "all rows in one loop over the numbers, one number after the other",
      Softmax(ofVector: rightSoftmax) { rows in
        let width = rows.first?.count ?? 0
        var values = Array(rows.joined())
        for first in stride(from: 0, to: values.count, by: max(1, width)) {
          var (maximum, sum) = (-Float.infinity, Float(0))
          for place in first..<first + width { maximum = max(maximum, values[place]) }
          for place in first..<first + width {
            values[place] = exp(values[place] - maximum)
            sum += values[place]
          }
          for place in first..<first + width { values[place] *= 1 / sum }
        }
        return rows.indices.map { Array(values[$0 * width..<($0 + 1) * width]) }
      }),
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
  check([], ", no gaps", is: [])
  examination.checkAgreement(
    samples: 40, seed: 2, tolerance: rounding,
    drawing: { draws in
      let words = draws.integer(1...5)
      return draws.list(0...4) { $0.scores(words) }
    },
    claim: { "softmax(rowsOf: \(written($0)))" },
    computed: { softmax.ofRows($0) },
    expected: { $0.map(distribution) })
}

extension Draws {
  /// Scores that lie near each other, wherever that is, or far apart.
  fileprivate mutating func scores(_ count: Int) -> [Float] {
    let offset: Float = element(of: [0, 0, 1000, -1000, 20_000, -20_000])
    let scale: Float = element(of: [1, 1e-4, 30, 20_000])
    return numbers(count, scale: scale).map { offset + $0 }
  }
}

/// The softmax once more, in Double, by the differences from each score.
private func distribution(_ scores: [Float]) -> [Float] {
  scores.map { score in
    // e to more than 709 is infinite in a Double, and one divided by it 0, as it should be.
    Float(1 / scores.reduce(0.0) { $0 + exp(Double($1) - Double(score)) })
  }
}
