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
/// head. Words that are equally near may come in either order, as rounding will have it: a cosine of
/// 0 is 7·10⁻⁹ by another way of computing it. Copies of one vector have the same cosine bit for bit,
/// and their order is asked for.
public let nearestNeighboursExercise = Exercise<NearestNeighbours>(
  "2.12", section: "neighbours",
  examine: { neighbours, examination in
    func check(
      _ word: Int, _ words: Rows, _ count: Int, _ remark: String, is expected: [Similar]
    ) {
      let question = NeighbourQuestion(word: word, words: words, count: count)
      examination.check(
        "\(question.claim)\(remark)", question.settled(neighbours(word, flipped(words), count)),
        is: expected, tolerance: rounding)
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
    check(0, [[3, 4]], 3, ", the only one there is", is: [])
    check(
      0, [[3, 4], [4, 3], [0, 0], [4, 3], [0, 0], [4, 3]], 4,
      ", where 1, 3 and 5 are equally near, and 2 and 4",
      is: [Similar(1, 0.96), Similar(3, 0.96), Similar(5, 0.96), Similar(2, 0)])
    examination.checkAgreement(
      samples: 60, tolerance: rounding, drawing: { $0.neighbourQuestion() }, claim: \.claim,
      computed: { $0.settled(neighbours($0.word, flipped($0.words), $0.count)) },
      expected: \.expected)
    examination.checkGrowth(
      of: "looking for 5 neighbours among n words", from: 60, to: 1920,
      run: RunSize(5002, "the 5002 words of the run"),
      preparing: { pattern(rows: 3, columns: $0, seed: 2) },
      working: { _ = neighbours(7, $0, 5) })
  },
  mistakes: nearestNeighboursMistakes,
  conventions: nearestNeighboursConventions,
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
      let all = rankedWords(vectors, word, cosine).filter { $0.word != word }
      return Array(all[..<min(count, all.count)])
    },
    .init("each word put where it belongs in a list that is never longer than asked for") {
      word, vectors, count in
      let columns = flipped(vectors)
      var best: [Similar] = []
      for other in columns.indices where other != word {
        let similarity = cosine(columns[word], columns[other])
        let place = best.firstIndex { $0.similarity < similarity } ?? best.count
        best.insert(Similar(other, similarity), at: place)
        if best.count > count { best.removeLast() }
      }
      return best
    },
    .init("a fused multiplication and addition, which makes a right angle's cosine 7e-9") {
      word, vectors, count in
      let all = rankedWords(vectors, word) { a, b in
        let (ofA, ofB) = (euclideanLength(a), euclideanLength(b))
        guard ofA > 0, ofB > 0 else { return 0 }
        return zip(a, b).reduce(Float(0)) { $0.addingProduct($1.0 / ofA, $1.1 / ofB) }
      }
      return Array(all.filter { $0.word != word }.prefix(count))
    },
  ],
  tooSlow: [
    .init("each word's rank counted by comparing it with all others") { word, vectors, count in
      let columns = flipped(vectors)
      let all = columns.map { cosine(columns[word], $0) }
      let others = all.indices.filter { $0 != word }
      let placed = others.map { other in
        let rank = others.count { ($0 < other ? all[$0] >= all[other] : all[$0] > all[other]) }
        return (rank: rank, similar: Similar(other, all[other]))
      }
      let nearest = placed.filter { $0.rank < count }.sorted { $0.rank < $1.rank }
      return nearest.map(\.similar)
    },
    .init("V turned into rows anew for each word") { word, vectors, count in
      let all = (vectors.first ?? []).indices.map { other in
        Similar(other, cosine(flipped(vectors)[word], flipped(vectors)[other]))
      }
      let sorted = all.sorted { ($1.similarity, $0.word) < ($0.similarity, $1.word) }
      return Array(sorted.filter { $0.word != word }.prefix(count))
    },
  ])
