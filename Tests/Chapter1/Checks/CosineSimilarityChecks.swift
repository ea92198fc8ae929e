import Foundation
import Grading

/// What exercise 1.2 asks for.
public typealias CosineSimilarity = @Sendable (_ a: [Float], _ b: [Float]) -> Float

/// The grader of exercise 1.2, the cosine of the angle between two vectors.
///
/// The first vectors have whole-numbered lengths (3² + 4² = 5², 1² + 2² + 2² = 3²), so that the
/// right values can be worked out in the head.
public let cosineSimilarityExercise = Exercise<CosineSimilarity>(
  "1.2", section: "one-hot-vectors",
  examine: { cosine, examination in
    func check(_ a: [Float], _ b: [Float], _ remark: String, is expected: Float) {
      examination.check(
        "cosineSimilarity(\(code(a)), \(code(b))), \(remark)", cosine(a, b), is: expected,
        tolerance: 1e-5)
    }
    check([3, 4], [3, 4], "a vector and itself", is: 1)
    check([1, 0, 0], [0, 0, 1], "two different one-hot vectors", is: 0)
    check([3, 4], [4, 3], "24 / (5 · 5)", is: 0.96)
    check([1, 2, 2], [10, 20, 20], "the same direction", is: 1)
    check([1, 2, 2], [-2, -4, -4], "opposite directions", is: -1)
    check([2, 0, 0], [1, 2, 2], "2 / (2 · 3)", is: 1 / 3)
    check([0.3, 0.4], [-0.4, 0.3], "a right angle", is: 0)
    check([0.7, -2.4], [1.5, 0.8], "−0.87 / (2.5 · 1.7)", is: -0.87 / 4.25)
    check([2, -2], [3, -1], "8 / (√8 · √10); numbers that sum to 0", is: 0.894_427_2)
    check([3e-5, 4e-5], [4e-5, 3e-5], "very short vectors have directions too", is: 0.96)
    check([30_000, 40_000], [8000, 6000], "very long vectors", is: 0.96)
    check([0, 0], [3, 4], "where the first is all zeros", is: 0)
    check([3, 4], [0, 0], "where the second is all zeros", is: 0)
    check([0, 0], [0, 0], "where both are all zeros", is: 0)
    // Six products of Floats, near cancellation: no right answer was off by 3e-7.
    examination.checkAgreement(
      samples: 60, tolerance: 1e-5, drawing: pair,
      claim: { "cosineSimilarity(\(code($0.a)), \(code($0.b)))" },
      computed: { cosine($0.a, $0.b) }, expected: plainCosine)
  },
  mistakes: cosineMistakes + cosineSlips + cosineEpsilons,
  alternatives: [
    .init("each vector is brought to length 1 first") { a, b in
      func unit(_ vector: [Float]) -> [Float] {
        let length = dot(vector, vector).squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
      }
      return dot(unit(a), unit(b))
    },
    .init("one square root of the product of the squared lengths") { a, b in
      quotient(dot(a, b), (dot(a, a) * dot(b, b)).squareRoot())
    },
    .init("summed in Double from the last entry on") { a, b in
      var (product, left, right) = (0.0, 0.0, 0.0)
      for (x, y) in zip(a.reversed(), b.reversed()) {
        product += Double(x) * Double(y)
        left += Double(x) * Double(x)
        right += Double(y) * Double(y)
      }
      return left * right > 0 ? Float(product / (left.squareRoot() * right.squareRoot())) : 0
    },
    .init("zeros are looked for first, and the result is kept within −1…1") { a, b in
      if a.allSatisfy({ $0 == 0 }) || b.allSatisfy({ $0 == 0 }) { return 0 }
      return min(1, max(-1, dot(a, b) / dot(a, a).squareRoot() / dot(b, b).squareRoot()))
    },
    .init("by the law of cosines, in Double") { a, b in
      let (x, y) = (a.map(Double.init), b.map(Double.init))
      let (left, right) = (squares(x), squares(y))
      guard left > 0, right > 0 else { return 0 }
      let (p, q) = (x.map { $0 / left.squareRoot() }, y.map { $0 / right.squareRoot() })
      return Float(1 - squares(zip(p, q).map { $0 - $1 }) / 2)
    },
  ])

/// Two vectors of equal counts, now and then parallel, or all zeros, of the lengths that the
/// statement promises: the squares of 1e-8 and 1e8, multiplied, are numbers that a Float holds.
private func pair(_ draws: inout Draws) -> (a: [Float], b: [Float]) {
  let count = draws.integer(1...6)
  func vector(_ draws: inout Draws) -> [Float] {
    let kind = draws.integer(0...7)
    let scale: Float = draws.element(of: [1, 1e-4, 1e4, 1e-5, 1e6])
    return (0..<count).map { _ in
      kind == 7 || draws.integer(0...7) == 7 ? 0 : draws.number(scale: scale)
    }
  }
  let a = vector(&draws)
  if draws.integer(0...7) < 7 { return (a, vector(&draws)) }
  let factor: Float = draws.element(of: [2, 0.37, 1, -1, -3.3])
  return (a, a.map { $0 * factor })
}

/// The formula, number by number in Double.
private func plainCosine(_ pair: (a: [Float], b: [Float])) -> Float {
  var (product, left, right) = (0.0, 0.0, 0.0)
  for place in pair.a.indices {
    let (x, y) = (Double(pair.a[place]), Double(pair.b[place]))
    product += x * y
    left += x * x
    right += y * y
  }
  return left == 0 || right == 0 ? 0 : Float(product / (sqrt(left) * sqrt(right)))
}

private func squares(_ vector: [Double]) -> Double { vector.reduce(0) { $0 + $1 * $1 } }

/// A vector as it is written in code, without the ".0" of whole numbers.
private func code(_ vector: [Float]) -> String {
  let numbers = vector.map { $0 == $0.rounded() && abs($0) < 1e6 ? "\(Int($0))" : "\($0)" }
  return "[" + numbers.joined(separator: ", ") + "]"
}
