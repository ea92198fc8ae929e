import Grading

/// A matrix as its rows, so that a verdict shows it as it is written in `Matrix([[…], […]])`.
public typealias Rows = [[Float]]

/// The two tables of a model as plain arrays: the checks know no implementation.
public struct WordVectors: Sendable, Equatable {
  /// The input vectors V: n rows of |V| numbers, so that a word is a column.
  public var input: Rows
  /// The output vectors U: |V| rows of n numbers, so that a word is a row.
  public var output: Rows

  /// Collects both tables.
  public init(input: Rows, output: Rows) {
    self.input = input
    self.output = output
  }
}

/// A centre with its context, all as word ids.
public struct Gap: Sendable, Equatable, Observable {
  /// The word to predict.
  public let centre: Int
  /// The words around it, with repetitions.
  public let context: [Int]

  /// A centre with its context.
  public init(centre: Int, context: [Int]) {
    self.centre = centre
    self.context = context
  }

  /// As a verdict shows it: `2 in [0, 1, 3]`.
  public var observation: Observation { .text("\(centre) in \(context)") }
}

// MARK: What is computed with

/// The page's example: the, cat, jumped, over and puddle, with n = 2.
let pageVectors = WordVectors(
  input: [[0.5, 1, 0, 0, 1], [0, 1, 0.5, 1, 0]],
  output: [[0, 1], [1, 0], [0.5, 0], [-1, 1], [1, 1]])

/// The page's gap: *jumped*, with *the* twice in its context.
let pageGap = Gap(centre: 2, context: [0, 1, 3, 0, 4])

/// Three words with n = 1 and scores of 0, so that every probability is 1/3.
let threeWords = WordVectors(input: [[3, 6, 0]], output: [[0], [0], [0]])

/// Six words with n = 3; every number is a multiple of 1/8, and no two words are alike.
let sixWords = WordVectors(
  input: pattern(rows: 3, columns: 6, seed: 2), output: pattern(rows: 6, columns: 3, seed: 5))

/// Gaps for the six words: a short context, a repeated word, and the centre's word beside itself.
let sixWordsGaps = [
  Gap(centre: 0, context: [1]), Gap(centre: 5, context: [2, 4, 4]),
  Gap(centre: 3, context: [0, 3, 1, 5, 3, 3]),
]

/// Numbers in −1…1 without any symmetry, each exact in a Float.
func pattern(rows: Int, columns: Int, seed: Int) -> Rows {
  (0..<rows).map { row in
    (0..<columns).map { Float((row * 7 + $0 * 11 + row * $0 * 3 + seed * 5) % 17 - 8) / 8 }
  }
}

/// The one-hot vector of an index.
func unitVector(_ index: Int, size: Int) -> [Float] { (0..<size).map { $0 == index ? 1 : 0 } }

/// A column of a matrix.
func columnOf(_ rows: Rows, _ index: Int) -> [Float] { rows.map { $0[index] } }

/// A matrix with rows for columns.
func flipped<Number>(_ rows: [[Number]]) -> [[Number]] {
  guard let width = rows.first?.count else { return [] }
  return (0..<width).map { column in rows.map { $0[column] } }
}

/// A matrix times a vector.
func multiply(_ rows: Rows, _ vector: [Float]) -> [Float] {
  rows.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
}

/// The numbers of a matrix in the type that learners use.
func single(_ rows: [[Double]]) -> Rows { rows.map { $0.map(Float.init) } }
