import Chapter2
import Experiments
import Foundation
import Playing
import Text

/// Words with their vectors, and where they come from.
struct LearnedWords {
  /// The most frequent first.
  let words: [String]
  /// V, a column for each word.
  let inputVectors: Matrix
  /// The whole model; nil where the output vectors were not kept.
  let model: CBOWModel?
  /// What it is, and where more of it comes from.
  let description: String
  private let ids: [Spelling: Int]

  init(words: [String], inputVectors: Matrix, model: CBOWModel?, description: String) {
    (self.words, self.inputVectors, self.model) = (words, inputVectors, model)
    self.description = description
    ids = Dictionary(zip(words.lazy.map { Spelling($0) }, 0...)) { first, _ in first }
  }

  /// The id of a word; nil where it has no vector.
  func id(of word: String) -> Int? { ids[Spelling(word)] }

  /// Where `course run 2` keeps what it has trained.
  private static let inputFile = ".course/vectors/cbow.txt"
  private static let outputFile = ".course/vectors/cbow-output.txt"

  /// What the chapter's run has kept; nil where there was none.
  ///
  /// - Throws: `TextError` where a file is not what the run has written.
  static func kept() throws -> LearnedWords? {
    guard FileManager.default.fileExists(atPath: inputFile) else { return nil }
    let input = try WordVectors(textFile: inputFile)
    let inputVectors = Matrix(
      rows: input.words.count, columns: input.size, values: input.values
    ).transposed()
    var model: CBOWModel?
    if FileManager.default.fileExists(atPath: outputFile) {
      let output = try WordVectors(textFile: outputFile)
      if output.words == input.words, output.size == input.size {
        model = CBOWModel(
          inputVectors: inputVectors,
          outputVectors: Matrix(
            rows: output.words.count, columns: output.size, values: output.values))
      }
    }
    return LearnedWords(
      words: input.words, inputVectors: inputVectors, model: model,
      description:
        "The vectors: \(Figure.count(input.words.count)) words, \(input.size) numbers each, "
        + "that `course run 2` has trained.")
  }
}
