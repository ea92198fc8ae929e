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
    examination.check("oneHot(1, size: 4)", oneHot(1, 4), is: [0, 1, 0, 0])
    examination.check("oneHot(0, size: 1), the only word", oneHot(0, 1), is: [1])
    examination.check(
      "the dot products of all pairs of 3 words' vectors",
      (0..<3).map { row in (0..<3).map { column in dot(oneHot(row, 3), oneHot(column, 3)) } },
      is: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    examination.check("the length of oneHot(700, size: 1000)", oneHot(700, 1000).count, is: 1000)
    examination.check(
      "the places of oneHot(700, size: 1000) that are not 0",
      oneHot(700, 1000).enumerated().filter { $0.element != 0 }.map(\.offset), is: [700])
    examination.checkAgreement(
      drawing: { draws in
        let size = draws.integer(1...30)
        return (index: draws.integer(0...size - 1), size: size)
      },
      claim: { "oneHot(\($0.index), size: \($0.size))" },
      computed: { oneHot($0.index, $0.size) },
      expected: { word in
        var vector: [Float] = []
        while vector.count < word.size { vector.append(vector.count == word.index ? 1 : 0) }
        return vector
      })
  },
  mistakes: [
    .init("words are numbered from one") { index, size in
      (0..<size).map { $0 == index - 1 ? 1 : 0 }
    },
    .init("the place itself is written there instead of 1") { index, size in
      (0..<size).map { $0 == index ? Float(index) : 0 }
    },
    .init("the size is written there instead of 1") { index, size in
      (0..<size).map { $0 == index ? Float(size) : 0 }
    },
    .init("the 1 stands one place too far, and the last word has none") { index, size in
      (0..<size).map { $0 == index + 1 ? 1 : 0 }
    },
    .init("the places are counted from the vector's end") { index, size in
      (0..<size).map { $0 == size - 1 - index ? 1 : 0 }
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
    .init("every place from the word's on is set to 1") { index, size in
      (0..<size).map { $0 >= index ? 1 : 0 }
    },
    .init("no place is set to 1") { _, size in [Float](repeating: 0, count: size) },
    .init("the first word, of index 0, gets no 1") { index, size in
      (0..<size).map { $0 == index && index > 0 ? 1 : 0 }
    },
    .init("the last word gets no 1") { index, size in
      (0..<size).map { $0 == index && index < size - 1 ? 1 : 0 }
    },
    .init("the vector has 5 places, as many as the page's vocabulary has words") { index, _ in
      (0..<5).map { $0 == index ? 1 : 0 }
    },
  ],
  alternatives: [
    .init("each place compared with the index") { index, size in
      (0..<size).map { $0 == index ? 1 : 0 }
    },
    .init("zeros, a one and zeros joined") { index, size in
      Array(repeating: 0, count: index) + [1] + Array(repeating: 0, count: size - index - 1)
    },
    .init("a row of the identity matrix") { index, size in
      let identity = (0..<size).map { row in (0..<size).map { Float(row == $0 ? 1 : 0) } }
      return identity[index]
    },
    .init("one place after the other, by recursion") { index, size in
      @Sendable func rest(from place: Int) -> [Float] {
        place == size ? [] : [place == index ? 1 : 0] + rest(from: place + 1)
      }
      return rest(from: 0)
    },
  ])

/// The dot product over the places that both vectors have.
func dot(_ a: [Float], _ b: [Float]) -> Float {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
