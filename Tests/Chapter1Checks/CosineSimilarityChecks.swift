import Grading

/// What exercise 1.2 asks for.
public typealias CosineSimilarity = @Sendable (_ a: [Float], _ b: [Float]) -> Float

/// The grader of exercise 1.2, the cosine of the angle between two vectors.
///
/// The vectors have whole-numbered lengths (3² + 4² = 5², 1² + 2² + 2² = 3²), so that the right
/// values can be worked out in the head.
public let cosineSimilarityExercise = Exercise<CosineSimilarity>(
  "1.2", section: "one-hot-vectors",
  examine: { cosine, examination in
    func check(_ a: [Float], _ b: [Float], _ remark: String, is expected: Float) {
      examination.check(
        "cosineSimilarity(\(whole(a)), \(whole(b))), \(remark)", cosine(a, b), is: expected,
        tolerance: 1e-5)
    }
    check([3, 4], [3, 4], "a vector and itself", is: 1)
    check([1, 0, 0], [0, 0, 1], "two different one-hot vectors", is: 0)
    check([3, 4], [4, 3], "24 / (5 · 5)", is: 0.96)
    check([1, 2, 2], [10, 20, 20], "the same direction", is: 1)
    check([1, 2, 2], [-2, -4, -4], "opposite directions", is: -1)
    check([2, 0, 0], [1, 2, 2], "2 / (2 · 3)", is: 1 / 3)
    check([0, 0], [3, 4], "where the first is all zeros", is: 0)
    check([3, 4], [0, 0], "where the second is all zeros", is: 0)
    check([0, 0], [0, 0], "where both are all zeros", is: 0)
  },
  mistakes: [
    .init("the dot product is not divided by the lengths", dot),
    .init("the square roots of the lengths are forgotten") { a, b in
      quotient(dot(a, b), dot(a, a) * dot(b, b))
    },
    .init("only the first vector's length is divided by") { a, b in
      dot(a, a) == 0 ? 0 : dot(a, b) / dot(a, a).squareRoot()
    },
    .init("the dot product is divided by the number of entries") { a, b in
      dot(a, b) / Float(a.count)
    },
    .init("the sign of the dot product is lost") { a, b in
      abs(quotient(dot(a, b), lengths(a, b)))
    },
    .init("a vector of zeros is not looked for, and 0 / 0 is not a number") { a, b in
      dot(a, b) / lengths(a, b)
    },
    .init("a vector of zeros is called equal to every vector") { a, b in
      lengths(a, b) == 0 ? 1 : dot(a, b) / lengths(a, b)
    },
    .init("the lengths are added instead of multiplied") { a, b in
      quotient(dot(a, b), dot(a, a).squareRoot() + dot(b, b).squareRoot())
    },
  ],
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
  ])

/// The product of two vectors' lengths.
private func lengths(_ a: [Float], _ b: [Float]) -> Float {
  dot(a, a).squareRoot() * dot(b, b).squareRoot()
}

/// A quotient, and 0 where the divisor is 0.
private func quotient(_ dividend: Float, _ divisor: Float) -> Float {
  divisor == 0 ? 0 : dividend / divisor
}

/// A vector as it is written in code, without the ".0" of every entry.
private func whole(_ vector: [Float]) -> String {
  "[" + vector.map { "\(Int($0))" }.joined(separator: ", ") + "]"
}
