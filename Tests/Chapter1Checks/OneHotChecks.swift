import Grading

/// What exercise 1.1 asks for.
public typealias OneHot = @Sendable (_ index: Int, _ size: Int) -> [Float]

/// The grader of exercise 1.1, the one-hot vector of a word.
public let oneHotExercise = Exercise<OneHot>(
  "1.1", section: "one-hot-vectors",
  examine: { oneHot, examination in
    examination.check("oneHot(2, size: 5)", oneHot(2, 5), is: [0, 0, 1, 0, 0])
    examination.check("oneHot(0, size: 3)", oneHot(0, 3), is: [1, 0, 0])
    examination.check("oneHot(3, size: 4), the last word", oneHot(3, 4), is: [0, 0, 0, 1])
    examination.check("oneHot(0, size: 1), the only word", oneHot(0, 1), is: [1])
    examination.check(
      "the dot products of all pairs of 3 words' vectors",
      (0..<3).map { row in (0..<3).map { column in dot(oneHot(row, 3), oneHot(column, 3)) } },
      is: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    examination.check("the length of oneHot(700, size: 1000)", oneHot(700, 1000).count, is: 1000)
    examination.check(
      "the sum of the entries of oneHot(700, size: 1000)", oneHot(700, 1000).reduce(0, +), is: 1)
  },
  mistakes: [
    .init("words are numbered from one") { index, size in
      (0..<size).map { $0 == index - 1 ? 1 : 0 }
    },
    .init("the place itself is written there instead of 1") { index, size in
      (0..<size).map { $0 == index ? Float(index) : 0 }
    },
    .init("the vector has one place too many") { index, size in
      (0...size).map { $0 == index ? 1 : 0 }
    },
    .init("the vector ends at the word's own place") { index, _ in
      (0...index).map { $0 == index ? 1 : 0 }
    },
    .init("zeros and ones are swapped") { index, size in
      (0..<size).map { $0 == index ? 0 : 1 }
    },
    .init("every place up to the word's is set to 1") { index, size in
      (0..<size).map { $0 <= index ? 1 : 0 }
    },
    .init("no place is set to 1") { _, size in [Float](repeating: 0, count: size) },
  ],
  alternatives: [
    .init("each place compared with the index") { index, size in
      (0..<size).map { $0 == index ? 1 : 0 }
    },
    .init("zeros, a one and zeros joined") { index, size in
      Array(repeating: 0, count: index) + [1] + Array(repeating: 0, count: size - index - 1)
    },
  ])

/// The dot product over the places that both vectors have.
func dot(_ a: [Float], _ b: [Float]) -> Float {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
