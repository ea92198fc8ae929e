import Grading

/// Random inputs of the exercises on a prediction, from the sentence to its loss.
extension Draws {
  /// The ids of a sentence's words, few enough of them that words stand there twice.
  mutating func sentence(_ counts: ClosedRange<Int>, words: Int) -> [Int] {
    list(counts) { $0.integer(0...words - 1) }
  }

  /// A model with unequal numbers of words and of numbers in a vector, more often than not.
  ///
  /// - Parameters:
  ///   - inputScale: the size of the numbers in V.
  ///   - outputScale: the size of the numbers in U.
  mutating func vectors(inputScale: Float = 1, outputScale: Float = 1) -> WordVectors {
    let (words, size) = (integer(1...6), integer(1...4))
    return WordVectors(
      input: matrix(size, words, scale: inputScale),
      output: matrix(words, size, scale: outputScale))
  }

  /// The context of a gap in a model's vocabulary.
  mutating func context(in vectors: WordVectors) -> [Int] {
    sentence(1...6, words: vectors.output.count)
  }
}

/// A model's tables as they are written in code.
func written(_ vectors: WordVectors) -> String {
  "V = \(written(vectors.input)) and U = \(written(vectors.output))"
}
