import Grading

/// What exercise 2.2 asks for: three functions.
public struct LookUp: Sendable {
  let oneHotVectors: @Sendable (_ context: [Int], _ vocabularySize: Int) -> Rows
  let product: @Sendable (_ matrix: Rows, _ vector: [Float]) -> [Float]
  let column: @Sendable (_ index: Int, _ matrix: Rows) -> [Float]

  /// Collects the three functions.
  public init(
    oneHotVectors: @escaping @Sendable (_ context: [Int], _ vocabularySize: Int) -> Rows,
    product: @escaping @Sendable (_ matrix: Rows, _ vector: [Float]) -> [Float],
    column: @escaping @Sendable (_ index: Int, _ matrix: Rows) -> [Float]
  ) {
    self.oneHotVectors = oneHotVectors
    self.product = product
    self.column = column
  }
}

/// The grader of exercise 2.2, one-hot vectors, their product with a matrix, and the look-up.
///
/// A square matrix comes first: with rows and columns exchanged it gives wrong numbers, where any
/// other would only be out of range.
public let lookUpExercise = Exercise<LookUp>(
  "2.2", section: "look-up",
  examine: { lookUp, examination in
    examineOneHot(lookUp, &examination)
    examineProduct(lookUp, &examination)
    examineColumn(lookUp, &examination)
  },
  mistakes: [
    .init(
      "the one-hot vectors are added up to a single one",
      right(oneHotVectors: { context, size in
        [(0..<size).map { word in Float(context.count { $0 == word }) }]
      })
    ),
    .init(
      "a word that stands in the context twice gets one one-hot vector",
      right(oneHotVectors: { context, size in
        var seen: Set<Int> = []
        return context.filter { seen.insert($0).inserted }.map { unitVector($0, size: size) }
      })
    ),
    .init(
      "every word of the vocabulary gets a vector, whether it is in the context or not",
      right(oneHotVectors: { _, size in (0..<size).map { unitVector($0, size: size) } })
    ),
    .init(
      "ids are counted from 1",
      right(oneHotVectors: { context, size in
        context.map { unitVector($0 - 1, size: size) }
      })
    ),
    .init(
      "rows are taken for columns in the product",
      right(product: { matrix, vector in multiply(flipped(matrix), vector) })
    ),
    .init(
      "the sums of the product are missing, and only the last column's part is kept",
      right(product: { matrix, vector in
        matrix.map { ($0.last ?? 0) * (vector.last ?? 0) }
      })
    ),
    .init(
      "the vector is not multiplied by, and the rows are summed as they are",
      right(product: { matrix, _ in matrix.map { $0.reduce(0, +) } })
    ),
    .init(
      "the numbers are added where they should be multiplied",
      right(product: { matrix, vector in
        matrix.map { zip($0, vector).reduce(0) { $0 + $1.0 + $1.1 } }
      })
    ),
    .init(
      "the running sum is not set back to 0 for the next row",
      right(product: { matrix, vector in
        var sum: Float = 0
        return multiply(matrix, vector).map { number in
          sum += number
          return sum
        }
      })
    ),
    .init(
      "a row is returned in place of a column",
      right(column: { index, matrix in index < matrix.count ? matrix[index] : [] })
    ),
    .init(
      "the column is read as if the matrix lay column after column in `values`",
      right(column: { index, matrix in
        let values = Array(matrix.joined())
        return (0..<matrix.count).map { values[index * matrix.count + $0] }
      })
    ),
    .init(
      "columns are counted from 1",
      right(column: { index, matrix in matrix.map { index > 0 ? $0[index - 1] : 0 } })
    ),
  ],
  alternatives: [
    .init(
      "one dimension after the other, without helpers",
      LookUp(
        oneHotVectors: { context, size in
          var vectors = Array(repeating: [Float](repeating: 0, count: size), count: context.count)
          for (place, word) in context.enumerated() { vectors[place][word] = 1 }
          return vectors
        },
        product: { matrix, vector in
          // Column after column, each times one number of the vector.
          var sums = [Float](repeating: 0, count: matrix.count)
          for (column, factor) in vector.enumerated() {
            for row in matrix.indices { sums[row] += matrix[row][column] * factor }
          }
          return sums
        },
        column: { index, matrix in flipped(matrix)[index] })
    ),
    .init(
      "sums in Double from the last column on, and the column as a product",
      right(
        product: multiplyInDouble,
        column: { multiplyInDouble($1, unitVector($0, size: $1.first?.count ?? 0)) })),
  ])

private let square: Rows = [[1, 2], [3, 4]]
private let wide: Rows = [[1, 2, 3], [4, 5, 6]]

private func examineOneHot(_ lookUp: LookUp, _ examination: inout Examination) {
  func check(_ context: [Int], _ size: Int, is expected: Rows) {
    examination.check(
      "oneHotVectors(of: \(context), vocabularySize: \(size))", lookUp.oneHotVectors(context, size),
      is: expected)
  }
  check([2], 3, is: [[0, 0, 1]])
  check([1, 0], 3, is: [[0, 1, 0], [1, 0, 0]])
  check([2, 1, 2], 3, is: [[0, 0, 1], [0, 1, 0], [0, 0, 1]])
  check([], 3, is: [])
}

private func examineProduct(_ lookUp: LookUp, _ examination: inout Examination) {
  func check(_ matrix: Rows, _ vector: [Float], _ remark: String = "", is expected: [Float]) {
    examination.check(
      "product(\(written(matrix)), \(written(vector)))\(remark)", lookUp.product(matrix, vector),
      is: expected, tolerance: rounding)
  }
  check(square, [1, 0], ", the first column", is: [1, 3])
  check(square, [0, 1], ", the second column", is: [2, 4])
  check(square, [5, 1], ", 5 + 2 and 15 + 4", is: [7, 19])
  check(wide, [1, 0, 2], ", 1 + 6 and 4 + 12", is: [7, 16])
  check(flipped(wide), [1, 1], ", 1 + 4, 2 + 5 and 3 + 6", is: [5, 7, 9])
}

private func examineColumn(_ lookUp: LookUp, _ examination: inout Examination) {
  func check(_ index: Int, _ matrix: Rows, is expected: [Float]) {
    examination.check(
      "column(\(index), of: \(written(matrix)))", lookUp.column(index, matrix), is: expected)
  }
  // First one that tells a row from numbers read in the wrong order: a crash may follow.
  check(1, flipped(wide), is: [4, 5, 6])
  check(0, square, is: [1, 3])
  check(1, square, is: [2, 4])
  check(2, wide, is: [3, 6])
  for word in [0, 1, 4] {
    examination.check(
      "column(\(word), of: V), V being the page's input vectors",
      lookUp.column(word, pageVectors.input),
      is: [[0.5, 0], [1, 1], [0, 0.5], [0, 1], [1, 0]][word])
  }
}

/// Right functions but for those given.
private func right(
  oneHotVectors: @escaping @Sendable ([Int], Int) -> Rows = { context, size in
    context.map { unitVector($0, size: size) }
  },
  product: @escaping @Sendable (Rows, [Float]) -> [Float] = multiply,
  column: @escaping @Sendable (Int, Rows) -> [Float] = { columnOf($1, $0) }
) -> LookUp {
  LookUp(oneHotVectors: oneHotVectors, product: product, column: column)
}

/// A matrix times a vector, summed in Double and backwards.
@Sendable private func multiplyInDouble(_ matrix: Rows, _ vector: [Float]) -> [Float] {
  matrix.map { row in
    Float(zip(row, vector).reversed().reduce(0.0) { $0 + Double($1.0) * Double($1.1) })
  }
}
