import Foundation
import Grading

/// What people take the cosine for.
let cosineMistakes: [NamedImplementation<CosineSimilarity>] = [
  .init("the dot product is not divided by the lengths", dot),
  .init("the square roots of the lengths are forgotten") { a, b in
    quotient(dot(a, b), dot(a, a) * dot(b, b))
  },
  .init("only the first vector's length is divided by") { a, b in
    dot(a, a) == 0 ? 0 : dot(a, b) / dot(a, a).squareRoot()
  },
  .init("only the second vector's length is divided by") { a, b in
    dot(b, b) == 0 ? 0 : dot(a, b) / dot(b, b).squareRoot()
  },
  .init("the first vector's length is divided by twice, the second's never") { a, b in
    quotient(dot(a, b), dot(a, a))
  },
  .init("the dot product is divided by the number of entries") { a, b in
    dot(a, b) / Float(a.count)
  },
  .init("the lengths are added instead of multiplied") { a, b in
    quotient(dot(a, b), dot(a, a).squareRoot() + dot(b, b).squareRoot())
  },
  .init("the lengths are sums of the numbers without their signs, not roots of squares") { a, b in
    quotient(dot(a, b), sumOfSizes(a) * sumOfSizes(b))
  },
  .init("the sign of the dot product is lost") { a, b in
    abs(quotient(dot(a, b), lengths(a, b)))
  },
  .init("the angle is returned, not its cosine") { a, b in
    acos(min(1, max(-1, quotient(dot(a, b), lengths(a, b)))))
  },
  .init("the angle is returned, not its cosine, and 0 where a vector is all zeros") { a, b in
    lengths(a, b) == 0 ? 0 : acos(min(1, max(-1, dot(a, b) / lengths(a, b))))
  },
  .init("one minus the cosine is returned, the distance") { a, b in
    1 - quotient(dot(a, b), lengths(a, b))
  },
  .init("one minus the cosine is returned, the distance, and 0 where a vector is all zeros") {
    a, b in lengths(a, b) == 0 ? 0 : 1 - dot(a, b) / lengths(a, b)
  },
  .init("a cosine below 0 is raised to 0") { a, b in
    max(0, quotient(dot(a, b), lengths(a, b)))
  },
  .init("the square of the cosine is returned") { a, b in
    quotient(dot(a, b) * dot(a, b), dot(a, a) * dot(b, b))
  },
  .init("each vector's mean is taken off first, as for a correlation") { a, b in
    let (x, y) = (centred(a), centred(b))
    return quotient(dot(x, y), lengths(x, y))
  },
]

/// Slips at the edges, and numbers that are cut.
let cosineSlips: [NamedImplementation<CosineSimilarity>] = [
  .init("equal vectors get 1 before zeros are looked for") { a, b in
    a == b ? 1 : quotient(dot(a, b), lengths(a, b))
  },
  .init("a vector of zeros is not looked for, and 0 / 0 is not a number") { a, b in
    dot(a, b) / lengths(a, b)
  },
  .init("only the first vector is looked at for zeros, and 0 / 0 is not a number") { a, b in
    dot(a, a) == 0 ? 0 : dot(a, b) / lengths(a, b)
  },
  .init("a vector of zeros is called equal to every vector") { a, b in
    lengths(a, b) == 0 ? 1 : dot(a, b) / lengths(a, b)
  },
  .init("a vector whose numbers sum to 0 is taken for all zeros") { a, b in
    a.reduce(0, +) == 0 || b.reduce(0, +) == 0 ? 0 : quotient(dot(a, b), lengths(a, b))
  },
  .init("a vector with a zero among its numbers is taken for all zeros") { a, b in
    a.contains(0) || b.contains(0) ? 0 : quotient(dot(a, b), lengths(a, b))
  },
  .init("the products are cut to whole numbers") { a, b in
    quotient(zip(a, b).reduce(0) { $0 + ($1.0 * $1.1).rounded(.towardZero) }, lengths(a, b))
  },
  .init("the cosine is rounded to two places") { a, b in
    (quotient(dot(a, b), lengths(a, b)) * 100).rounded() / 100
  },
  .init("the last numbers of both vectors are left out of the dot product") { a, b in
    quotient(dot(a.dropLast(), b.dropLast()), lengths(a, b))
  },
]

/// Numbers by which people keep a divisor from being 0; beside short vectors they are not small.
let cosineEpsilons: [NamedImplementation<CosineSimilarity>] =
  [1e-6, .ulpOfOne, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12].map { (small: Float) in
    .init("\(small) is added to the divisor, which is no small number beside short vectors") {
      a, b in dot(a, b) / (lengths(a, b) + small)
    }
  }
  + [1e-6, 1e-8].flatMap { (small: Float) in
    [
      .init("a divisor below \(small) is taken for 0, though short vectors have directions too") {
        a, b in lengths(a, b) < small ? 0 : dot(a, b) / lengths(a, b)
      },
      .init("\(small) stands in for a smaller divisor, which short vectors have") { a, b in
        dot(a, b) / max(lengths(a, b), small)
      },
    ]
  }

/// The product of two vectors' lengths.
private func lengths(_ a: [Float], _ b: [Float]) -> Float {
  dot(a, a).squareRoot() * dot(b, b).squareRoot()
}

/// A quotient, and 0 where the divisor is 0.
func quotient(_ dividend: Float, _ divisor: Float) -> Float {
  divisor == 0 ? 0 : dividend / divisor
}

private func sumOfSizes(_ vector: [Float]) -> Float { vector.reduce(0) { $0 + abs($1) } }

private func centred(_ vector: [Float]) -> [Float] {
  let mean = vector.reduce(0, +) / Float(vector.count)
  return vector.map { $0 - mean }
}
