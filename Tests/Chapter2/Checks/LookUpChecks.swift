import Grading

/// What exercise 2.2 asks for: three functions.
public struct LookUp: Sendable {
  let oneHotVectors: @Sendable (_ context: [Int], _ vocabularySize: Int) -> Rows
  let product: @Sendable (_ matrix: Rows, _ vector: [Float]) -> [Float]
  /// Looks columns up in a matrix that is made once, so that its making is not taken for their work.
  let columns: @Sendable (_ matrix: Rows) -> (_ index: Int) -> [Float]

  /// Collects the three functions.
  public init(
    oneHotVectors: @escaping @Sendable (_ context: [Int], _ vocabularySize: Int) -> Rows,
    product: @escaping @Sendable (_ matrix: Rows, _ vector: [Float]) -> [Float],
    columns: @escaping @Sendable (_ matrix: Rows) -> (_ index: Int) -> [Float]
  ) {
    self.oneHotVectors = oneHotVectors
    self.product = product
    self.columns = columns
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
  mistakes: lookUpMistakes,
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
        columns: { matrix in
          let columns = flipped(matrix)
          return { columns[$0] }
        })
    ),
    .init(
      "sums in Double from the last column on, and the column with a stride",
      LookUp(
        oneHotVectors: { context, size in context.map { unitVector($0, size: size) } },
        product: multiplyInDouble,
        columns: { matrix in
          let values = Array(matrix.joined())
          let width = matrix[0].count
          return { column in stride(from: column, to: values.count, by: width).map { values[$0] } }
        })),
  ],
  tooSlow: [
    .init(
      "the column as a product with a one-hot vector",
      rightLookUp(column: { multiply($1, unitVector($0, size: $1[0].count)) })),
    .init(
      "the matrix is transposed for every column", rightLookUp(column: { flipped($1)[$0] })),
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
  check([4, 0, 0], 5, is: [[0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0]])
  check([0, 0], 1, is: [[1], [1]])
  examination.checkAgreement(
    samples: 30,
    drawing: { draws in
      let words = draws.integer(1...7)
      return (draws.sentence(0...6, words: words), words)
    },
    claim: { context, words in "oneHotVectors(of: \(context), vocabularySize: \(words))" },
    computed: { lookUp.oneHotVectors($0, $1) },
    expected: { context, words -> Rows in
      context.map { word in (0..<words).map { $0 == word ? 1 : 0 } }
    })
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
  check(
    [[0.1, -0.7], [2.5, 0.3]], [1.3, -0.9], ", 0.13 + 0.63 and 3.25 − 0.27", is: [0.76, 2.98])
  check([[], [], []], [], ", three rows without columns", is: [0, 0, 0])
  check([], [], ", a matrix without rows", is: [])
  for scale: Float in [1, 1e-4, 300] {
    examination.checkAgreement(
      samples: 15, seed: UInt64(scale), tolerance: rounding, scale: .of(Double(scale)),
      drawing: { draws -> (Rows, [Float]) in
        let (rows, columns) = (draws.integer(1...5), draws.integer(0...5))
        return (draws.matrix(rows, columns, scale: scale), draws.numbers(columns))
      },
      claim: { matrix, vector in "product(\(written(matrix)), \(written(vector)))" },
      computed: { lookUp.product($0, $1) },
      expected: { matrix, vector in
        matrix.map { row in Float(dot(row.map(Double.init), vector.map(Double.init))) }
      })
  }
}

private func examineColumn(_ lookUp: LookUp, _ examination: inout Examination) {
  func check(_ index: Int, _ matrix: Rows, is expected: [Float]) {
    examination.check(
      "column(\(index), of: \(written(matrix)))", lookUp.columns(matrix)(index), is: expected)
  }
  // First those that tell a row from numbers read in the wrong order: a crash may follow.
  check(0, wide, is: [1, 4])
  check(1, flipped(wide), is: [4, 5, 6])
  check(0, square, is: [1, 3])
  check(1, square, is: [2, 4])
  check(2, wide, is: [3, 6])
  for word in [0, 1, 4] {
    examination.check(
      "column(\(word), of: V), V being the page's input vectors",
      lookUp.columns(pageVectors.input)(word),
      is: [[0.5, 0], [1, 1], [0, 0.5], [0, 1], [1, 0]][word])
  }
  examination.checkAgreementInTurn(
    drawing: { draws -> Rows in
      let (rows, columns) = (draws.integer(1...5), draws.integer(1...6))
      return draws.matrix(rows, columns, scale: draws.element(of: [1, 1e-4, 300]))
    },
    making: lookUp.columns,
    asking: { draws, matrix in draws.integer(0...matrix[0].count - 1) },
    claim: { "column(\($1), of: \(written($0)))" },
    computed: { $0($1) },
    expected: { matrix, index -> [Float] in
      var numbers: [Float] = []
      for row in matrix { numbers.append(row[index]) }
      return numbers
    })
  // Many, since a single one takes no time that can be measured.
  examination.checkGrowth(
    of: "looking up 200 columns of n", from: 256, to: 4096, atMost: .constant,
    preparing: { lookUp.columns(pattern(rows: 3, columns: $0, seed: 3)) },
    working: { column in for index in 0..<200 { _ = column(index) } })
}

/// Right look-ups but for the functions given.
func rightLookUp(
  oneHotVectors: @escaping @Sendable ([Int], Int) -> Rows = { context, size in
    context.map { unitVector($0, size: size) }
  },
  product: @escaping @Sendable (Rows, [Float]) -> [Float] = multiply,
  column: @escaping @Sendable (Int, Rows) -> [Float] = { columnOf($1, $0) }
) -> LookUp {
  LookUp(
    oneHotVectors: oneHotVectors, product: product,
    columns: { matrix in { column($0, matrix) } })
}

/// A matrix times a vector, summed in Double and backwards.
@Sendable private func multiplyInDouble(_ matrix: Rows, _ vector: [Float]) -> [Float] {
  matrix.map { row in
    Float(zip(row, vector).reversed().reduce(0.0) { $0 + Double($1.0) * Double($1.1) })
  }
}
