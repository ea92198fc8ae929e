import Grading

/// A word and how similar it is, as a verdict shows it: `[word 3, 0.96]`.
public struct Similar: Sendable, Equatable, Observable {
  let word: Int
  let similarity: Float

  /// A word and its similarity.
  public init(_ word: Int, _ similarity: Float) {
    self.word = word
    self.similarity = similarity
  }

  /// The word, which has to be exact, and the similarity.
  public var observation: Observation { .list([.text("word \(word)"), similarity.observation]) }
}

/// What exercise 2.12 asks for: the nearest words by cosine.
public typealias NearestNeighbours =
  @Sendable (_ word: Int, _ inputVectors: Rows, _ count: Int) -> [Similar]

/// The grader of exercise 2.12, nearest neighbours.
///
/// The vectors' lengths are whole numbers, 3² + 4² = 5², so that their cosines are worked out in the
/// head. Words that are equally near have bit for bit the same cosine, however it is computed: they
/// are copies of each other, or at a right angle with products that cancel out, or all zeros.
public let nearestNeighboursExercise = Exercise<NearestNeighbours>(
  "2.12", section: "neighbours",
  examine: { neighbours, examination in
    func check(
      _ word: Int, _ words: Rows, _ count: Int, _ remark: String, is expected: [Similar]
    ) {
      examination.check(
        "nearestNeighbours(of: \(word), count: \(count)) of the words "
          + words.map { "(\(written($0).dropFirst().dropLast()))" }.joined(separator: " ")
          + "\(remark)",
        neighbours(word, flipped(words), count), is: expected, tolerance: rounding)
    }
    check(0, [[3, 4], [4, 3]], 1, ", 24 / (5 · 5)", is: [Similar(1, 0.96)])
    check(0, [[3, 4], [4, 3], [0, 2]], 1, "", is: [Similar(1, 0.96)])
    check(0, [[3, 4], [4, 3], [0, 2]], 2, "", is: [Similar(1, 0.96), Similar(2, 0.8)])
    check(2, [[3, 4], [4, 3], [0, 2]], 2, "", is: [Similar(0, 0.8), Similar(1, 0.6)])
    check(
      0, [[3, 4], [1, 0], [0, 2], [4, 3]], 2, "", is: [Similar(3, 0.96), Similar(2, 0.8)])
    // A dot product prefers the long (0, 20), whose cosine is only 0.8.
    check(
      0, [[3, 4], [0, 20], [0.8, 0.6]], 2, ", a long vector among them",
      is: [Similar(2, 0.96), Similar(1, 0.8)])
    check(
      1, [[-3, -4], [3, 4], [4, -3], [6, 8]], 3,
      ", the same direction, a right angle, the opposite",
      is: [Similar(3, 1), Similar(2, 0), Similar(0, -1)])
    check(
      3, [[4, 3], [0, 1], [4, 3], [3, 4]], 3, ", where 0 and 2 are equally near",
      is: [Similar(0, 0.96), Similar(2, 0.96), Similar(1, 0.8)])
    check(
      1, [[3, 4], [3, 4], [4, 3]], 2, ", where 0 has the same vector",
      is: [Similar(0, 1), Similar(2, 0.96)])
    check(
      0, [[3, 4], [0, 0], [-4, 3], [4, 3]], 3, ", one of them all zeros",
      is: [Similar(3, 0.96), Similar(1, 0), Similar(2, 0)])
    check(
      1, [[3, 4], [0, 0], [4, 3]], 2, ", where the word itself is all zeros",
      is: [Similar(0, 0), Similar(2, 0)])
    check(
      0, [[3, 4], [4, 3], [0, 2]], 10, ", more than there are",
      is: [Similar(1, 0.96), Similar(2, 0.8)])
    check(0, [[3, 4], [4, 3]], 0, ", none", is: [])
  },
  mistakes: nearestNeighboursMistakes,
  alternatives: [
    .init("vectors brought to length 1 first, then the best taken one by one") {
      word, vectors, count in
      let units = flipped(vectors).map { vector -> [Double] in
        let length = vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        return vector.map { length > 0 ? Double($0) / length : 0 }
      }
      var left = units.indices.filter { $0 != word }
      var result: [Similar] = []
      while result.count < count, !left.isEmpty {
        var best = 0
        for place in left.indices
        where Float(dot(units[left[place]], units[word]))
          > Float(dot(units[left[best]], units[word]))
        { best = place }
        result.append(Similar(left[best], Float(dot(units[left[best]], units[word]))))
        left.remove(at: best)
      }
      return result
    },
    .init("all words sorted, the word itself taken out of the list, and then cut") {
      word, vectors, count in
      let all = ranked(vectors, word, cosine).filter { $0.word != word }
      return Array(all[..<min(count, all.count)])
    },
  ])

private let nearestNeighboursMistakes: [NamedImplementation<NearestNeighbours>] = [
  .by("the dot product is not divided by the lengths, and long vectors win") { a, b in
    product(a, b)
  },
  .by("the dot product is divided by one vector's length only, and long vectors win") { a, b in
    quotient(product(a, b), length(a))
  },
  .by("the dot product is divided by the squares of the lengths, the roots being forgotten") {
    a, b in quotient(product(a, b), product(a, a) * product(b, b))
  },
  .by("the sign of the cosine is lost, and the opposite counts as near") { abs(cosine($0, $1)) },
  .by("a vector of zeros is not looked for, and 0 / 0 is not a number") { a, b in
    product(a, b) / (length(a) * length(b))
  },
  .by("a vector of zeros is called as near as can be") { a, b in
    length(a) * length(b) == 0 ? 1 : cosine(a, b)
  },
  .by("minus the distance of the vectors stands in place of their cosine") { a, b in
    let difference = zip(a, b).map { $0 - $1 }
    return -length(difference)
  },
  .init("the word itself is among its neighbours, as the nearest of all") { word, vectors, count in
    Array(ranked(vectors, word, cosine).prefix(count))
  },
  .init("one neighbour more than asked for is returned") { word, vectors, count in
    Array(ranked(vectors, word, cosine).filter { $0.word != word }.prefix(count + 1))
  },
  .init("the list is cut before the word itself is taken out, and one is missing") {
    word, vectors, count in
    ranked(vectors, word, cosine).prefix(count).filter { $0.word != word }
  },
  .init("the first of the list is dropped as the word itself, which need not be the first") {
    word, vectors, count in
    Array(ranked(vectors, word, cosine).dropFirst().prefix(count))
  },
  .init("every word with the cosine 1 is taken for the word itself") { word, vectors, count in
    Array(
      ranked(vectors, word, cosine).filter { $0.word != word && $0.similarity < 1 }.prefix(count))
  },
  .init("the least similar come first") { word, vectors, count in
    let all = ranked(vectors, word, cosine).filter { $0.word != word }
    return Array(all.sorted { ($0.similarity, $0.word) < ($1.similarity, $1.word) }.prefix(count))
  },
  .init("the first words are returned, whether they are near or not") { word, vectors, count in
    let all = ranked(vectors, word, cosine).filter { $0.word != word }
    return Array(all.sorted { $0.word < $1.word }.prefix(count))
  },
  .init("the nearest words are chosen, but then listed by their numbers") {
    word, vectors, count in
    ranked(vectors, word, cosine).filter { $0.word != word }.prefix(count)
      .sorted { $0.word < $1.word }
  },
  .init("of equally near words the greater number comes first") { word, vectors, count in
    let all = ranked(vectors, word, cosine).filter { $0.word != word }
    return Array(all.sorted { ($0.similarity, $0.word) > ($1.similarity, $1.word) }.prefix(count))
  },
  .init("rows of V are taken for words, in place of columns") { word, vectors, count in
    guard word < vectors.count else { return [] }
    let all = ranked(flipped(vectors), word, cosine).filter { $0.word != word }
    return Array(all.prefix(count))
  },
]

/// All words, the most similar first, the word itself among them.
private func ranked(
  _ vectors: Rows, _ word: Int, _ similarity: ([Float], [Float]) -> Float
) -> [Similar] {
  let columns = flipped(vectors)
  return columns.enumerated().map { Similar($0.offset, similarity(columns[word], $0.element)) }
    .sorted { ($1.similarity, $0.word) < ($0.similarity, $1.word) }
}

private func product(_ a: [Float], _ b: [Float]) -> Float {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

private func length(_ vector: [Float]) -> Float { product(vector, vector).squareRoot() }

private func quotient(_ dividend: Float, _ divisor: Float) -> Float {
  divisor == 0 ? 0 : dividend / divisor
}

@Sendable private func cosine(_ a: [Float], _ b: [Float]) -> Float {
  quotient(product(a, b), length(a) * length(b))
}

extension NamedImplementation<NearestNeighbours> {
  /// Neighbours that are right but for the measure.
  fileprivate static func by(
    _ name: String, _ similarity: @escaping @Sendable ([Float], [Float]) -> Float
  ) -> Self {
    .init(name) { word, vectors, count in
      Array(ranked(vectors, word, similarity).filter { $0.word != word }.prefix(count))
    }
  }
}
