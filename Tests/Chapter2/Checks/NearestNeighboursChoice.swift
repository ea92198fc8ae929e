import Grading

/// Wrong choices and orders of right cosines in exercise 2.12.
let choiceMistakes: [NamedImplementation<NearestNeighbours>] = [
  .init("words with which the cosine would be 0 / 0 are left out of the list") {
    word, vectors, count in
    let lengths = flipped(vectors).map(euclideanLength)
    return Array(
      others(word, vectors).filter { lengths[word] * lengths[$0.word] > 0 }.prefix(count))
  },
  .init("words with a cosine below 0 are left out of the list") { word, vectors, count in
    Array(others(word, vectors).filter { $0.similarity >= 0 }.prefix(count))
  },
  .init("the last word is not looked at, an off-by-one") { word, vectors, count in
    let last = (vectors.first?.count ?? 0) - 1
    return Array(others(word, vectors).filter { $0.word != last }.prefix(count))
  },
  .init("only as many words are looked at as a vector has numbers") { word, vectors, count in
    Array(others(word, vectors).filter { $0.word < vectors.count }.prefix(count))
  },
  .init("the words are sorted by the distance of their vectors, whatever their cosine") {
    word, vectors, count in
    let columns = flipped(vectors)
    let distances = columns.map { column in
      euclideanLength(zip(column, columns[word]).map { $0 - $1 })
    }
    let sorted = others(word, vectors).sorted {
      (distances[$0.word], $0.word) < (distances[$1.word], $1.word)
    }
    return Array(sorted.prefix(count))
  },
  .init("the first words are taken, and only these are sorted") { word, vectors, count in
    let first = others(word, vectors).map(\.word).sorted().prefix(count)
    return others(word, vectors).filter { first.contains($0.word) }
  },
  .init("V is read in `values` as if each word had a run of n numbers there") {
    word, vectors, count in
    let values = Array(vectors.joined())
    let runs = vectors.indices.map { place in
      (vectors.first ?? []).indices.map { values[$0 * vectors.count + place] }
    }
    return Array(others(word, runs).prefix(count))
  },
]

/// The right list of all other words.
private func others(_ word: Int, _ vectors: Rows) -> [Similar] {
  rankedWords(vectors, word, cosine).filter { $0.word != word }
}
