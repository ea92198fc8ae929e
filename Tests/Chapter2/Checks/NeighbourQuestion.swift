import Grading

/// A question of exercise 2.12 with its answer in Double, straight from the formula.
struct NeighbourQuestion {
  let word: Int
  /// A vector for each word: the columns of V.
  let words: Rows
  let count: Int

  var claim: String {
    "nearestNeighbours(of: \(word), count: \(count)) of the words "
      + words.map { "(\(written($0).dropFirst().dropLast()))" }.joined(separator: " ")
  }

  /// The cosine with each word.
  private var cosines: [Double] {
    let vectors = words.map { $0.map(Double.init) }
    let lengths = vectors.map { dot($0, $0).squareRoot() }
    return vectors.indices.map { other in
      let divisor = lengths[word] * lengths[other]
      return divisor > 0 ? dot(vectors[word], vectors[other]) / divisor : 0
    }
  }

  var expected: [Similar] {
    let cosines = cosines
    let sorted = words.indices.filter { $0 != word }.sorted {
      cosines[$0] == cosines[$1] ? $0 < $1 : cosines[$0] > cosines[$1]
    }
    return sorted.prefix(count).map { Similar($0, Float(cosines[$0])) }
  }

  /// The learner's list with equally near words in the expected order, whichever of them rounding
  /// has put first; a list that is wrong stays as it is.
  func settled(_ found: [Similar]) -> [Similar] {
    let (cosines, expected) = (cosines, expected)
    let chosen = found.map(\.word)
    let areOthers = chosen.allSatisfy { words.indices.contains($0) && $0 != word }
    guard areOthers, found.count == expected.count, Set(chosen).count == chosen.count,
      zip(chosen, expected).allSatisfy({ abs(cosines[$0] - cosines[$1.word]) <= rounding }),
      copiesAreInOrder(chosen)
    else { return found }
    return zip(expected, found).map { Similar($0.word, $1.similarity) }
  }

  /// Whether every word comes after all words of smaller numbers that have the same vector.
  private func copiesAreInOrder(_ chosen: [Int]) -> Bool {
    chosen.enumerated().allSatisfy { place, later in
      (0..<later).allSatisfy { earlier in
        earlier == word || words[earlier] != words[later]
          || chosen[..<place].contains(earlier)
      }
    }
  }
}

extension Draws {
  /// Some words of lengths from 10⁻⁶ to 10⁴, among them zeros and copies.
  mutating func neighbourQuestion() -> NeighbourQuestion {
    let size = integer(1...4)
    var words: Rows = []
    for _ in 0..<integer(1...7) {
      switch integer(0...7) {
      case 0 where !words.isEmpty: words.append(element(of: words))
      case 1: words.append(Array(repeating: 0, count: size))
      default: words.append(numbers(size, scale: element(of: [1, 1e-4, 1e4, 1e-6])))
      }
    }
    return NeighbourQuestion(
      word: integer(0...words.count - 1), words: words, count: integer(0...words.count + 1))
  }
}
