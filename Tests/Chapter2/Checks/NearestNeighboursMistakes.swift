import Foundation
import Grading

/// What goes wrong in exercise 2.12.
let nearestNeighboursMistakes: [NamedImplementation<NearestNeighbours>] =
  choiceMistakes + [
    .by("the dot product is not divided by the lengths, and long vectors win") { a, b in
      product(a, b)
    },
    .by("the dot product is divided by one vector's length only, and long vectors win") { a, b in
      quotient(product(a, b), euclideanLength(a))
    },
    .by("the dot product is divided by the other vector's length only") { a, b in
      quotient(product(a, b), euclideanLength(b))
    },
    .by("a vector of zeros is called as far as can be") { a, b in
      euclideanLength(a) * euclideanLength(b) == 0 ? -1 : cosine(a, b)
    },
    .by("1e-8 is added to the product of the lengths, against 0 / 0") { a, b in
      product(a, b) / (euclideanLength(a) * euclideanLength(b) + 1e-8)
    },
    .by("the mean of each vector's numbers is subtracted first, as in a correlation") { a, b in
      cosine(a.map { $0 - mean(a) }, b.map { $0 - mean(b) })
    },
    .by("the dot product is divided by the squares of the lengths, the roots being forgotten") {
      a, b in quotient(product(a, b), product(a, a) * product(b, b))
    },
    .by("the sign of the cosine is lost, and the opposite counts as near") { abs(cosine($0, $1)) },
    .by("a vector of zeros is not looked for, and 0 / 0 is not a number") { a, b in
      product(a, b) / (euclideanLength(a) * euclideanLength(b))
    },
    .by("a vector of zeros is called as near as can be") { a, b in
      euclideanLength(a) * euclideanLength(b) == 0 ? 1 : cosine(a, b)
    },
    .by("lengths below 1e-3 are taken for 0") { a, b in
      euclideanLength(a) < 1e-3 || euclideanLength(b) < 1e-3 ? 0 : cosine(a, b)
    },
    .by("the cosines are rounded to two places") { a, b in (cosine(a, b) * 100).rounded() / 100 },
    .by("only the part of the cosine above 0 is kept") { a, b in max(cosine(a, b), 0) },
    .by("the angle's share of a half turn stands in place of its cosine") { a, b in
      1 - Float(acos(Double(min(max(cosine(a, b), -1), 1))) / .pi)
    },
    .init("vectors of zeros are left out of the list") { word, vectors, count in
      let columns = flipped(vectors)
      return Array(
        rankedWords(vectors, word, cosine).filter {
          $0.word != word && euclideanLength(columns[$0.word]) > 0
        }
        .prefix(count))
    },
    .init("of equally near words only one is kept, as if the cosine were a key") {
      word, vectors, count in
      let all = rankedWords(vectors, word, cosine).filter { $0.word != word }
      let kept = Dictionary(
        all.map { ($0.similarity, $0) }, uniquingKeysWith: { first, _ in first })
      return Array(kept.values.sorted { $0.similarity > $1.similarity }.prefix(count))
    },
    .init("a word whose vector is a copy is taken for the word itself") { word, vectors, count in
      let columns = flipped(vectors)
      return Array(
        rankedWords(vectors, word, cosine).filter { columns[$0.word] != columns[word] }.prefix(
          count))
    },
    .by("minus the distance of the vectors stands in place of their cosine") { a, b in
      let difference = zip(a, b).map { $0 - $1 }
      return -euclideanLength(difference)
    },
    .init("the word itself is among its neighbours, as the nearest of all") {
      word, vectors, count in
      Array(rankedWords(vectors, word, cosine).prefix(count))
    },
    .init("one neighbour more than asked for is returned") { word, vectors, count in
      Array(rankedWords(vectors, word, cosine).filter { $0.word != word }.prefix(count + 1))
    },
    .init("the list is cut before the word itself is taken out, and one is missing") {
      word, vectors, count in
      rankedWords(vectors, word, cosine).prefix(count).filter { $0.word != word }
    },
    .init("the first of the list is dropped as the word itself, which need not be the first") {
      word, vectors, count in
      Array(rankedWords(vectors, word, cosine).dropFirst().prefix(count))
    },
    .init("every word with the cosine 1 is taken for the word itself") { word, vectors, count in
      Array(
        rankedWords(vectors, word, cosine).filter { $0.word != word && $0.similarity < 1 }.prefix(
          count))
    },
    .init("the least similar come first") { word, vectors, count in
      let all = rankedWords(vectors, word, cosine).filter { $0.word != word }
      return Array(all.sorted { ($0.similarity, $0.word) < ($1.similarity, $1.word) }.prefix(count))
    },
    .init("the first words are returned, whether they are near or not") { word, vectors, count in
      let all = rankedWords(vectors, word, cosine).filter { $0.word != word }
      return Array(all.sorted { $0.word < $1.word }.prefix(count))
    },
    .init("the nearest words are chosen, but then listed by their numbers") {
      word, vectors, count in
      rankedWords(vectors, word, cosine).filter { $0.word != word }.prefix(count)
        .sorted { $0.word < $1.word }
    },
    .init("of equally near words the greater number comes first") { word, vectors, count in
      let all = rankedWords(vectors, word, cosine).filter { $0.word != word }
      return Array(all.sorted { ($0.similarity, $0.word) > ($1.similarity, $1.word) }.prefix(count))
    },
    .init("rows of V are taken for words, in place of columns") { word, vectors, count in
      guard word < vectors.count else { return [] }
      let all = rankedWords(flipped(vectors), word, cosine).filter { $0.word != word }
      return Array(all.prefix(count))
    },
  ]

/// What others do in exercise 2.12.
let nearestNeighboursConventions: [NamedImplementation<NearestNeighbours>] = [
  .by("the product of the lengths is taken for 1e-8 at least, as in PyTorch") { a, b in
    product(a, b) / max(euclideanLength(a) * euclideanLength(b), 1e-8)
  }
]

/// All words, the most similar first, the word itself among them.
func rankedWords(
  _ vectors: Rows, _ word: Int, _ similarity: ([Float], [Float]) -> Float
) -> [Similar] {
  let columns = flipped(vectors)
  return columns.enumerated().map { Similar($0.offset, similarity(columns[word], $0.element)) }
    .sorted { ($1.similarity, $0.word) < ($0.similarity, $1.word) }
}

private func mean(_ vector: [Float]) -> Float { vector.reduce(0, +) / Float(vector.count) }

private func product(_ a: [Float], _ b: [Float]) -> Float {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

/// ‖v‖ in Float.
func euclideanLength(_ vector: [Float]) -> Float { product(vector, vector).squareRoot() }

private func quotient(_ dividend: Float, _ divisor: Float) -> Float {
  divisor == 0 ? 0 : dividend / divisor
}

/// As the formula says it, in Float.
@Sendable func cosine(_ a: [Float], _ b: [Float]) -> Float {
  quotient(product(a, b), euclideanLength(a) * euclideanLength(b))
}

extension NamedImplementation<NearestNeighbours> {
  /// Neighbours that are right but for the measure.
  fileprivate static func by(
    _ name: String, _ similarity: @escaping @Sendable ([Float], [Float]) -> Float
  ) -> Self {
    .init(name) { word, vectors, count in
      Array(rankedWords(vectors, word, similarity).filter { $0.word != word }.prefix(count))
    }
  }
}
