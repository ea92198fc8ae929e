import Grading

/// Look-ups as they come out of the slips that learners make.
let lookUpMistakes: [NamedImplementation<LookUp>] = [
  .init(
    "the one-hot vectors are added up to a single one",
    rightLookUp(oneHotVectors: { context, size in
      [(0..<size).map { word in Float(context.count { $0 == word }) }]
    })
  ),
  .init(
    "a word that stands in the context twice gets one one-hot vector",
    rightLookUp(oneHotVectors: { context, size in
      var seen: Set<Int> = []
      return context.filter { seen.insert($0).inserted }.map { unitVector($0, size: size) }
    })
  ),
  .init(
    "every word of the vocabulary gets a vector, whether it is in the context or not",
    rightLookUp(oneHotVectors: { _, size in (0..<size).map { unitVector($0, size: size) } })
  ),
  .init(
    "each different word gets one one-hot vector, in the order of the words' numbers",
    rightLookUp(oneHotVectors: { context, size in
      Set(context).sorted().map { unitVector($0, size: size) }
    })
  ),
  .init(
    "the vector is made once, outside of the loop, and the ones of the words before stay in it",
    rightLookUp(oneHotVectors: { context, size in
      context.indices.map { last in
        (0..<size).map { context[...last].contains($0) ? 1 : 0 }
      }
    })
  ),
  .init(
    "a word's 1 stands one place too far, at its id + 1",
    rightLookUp(oneHotVectors: { context, size in
      context.map { unitVector($0 + 1, size: size) }
    })
  ),
  .init(
    "ids are counted from 1",
    rightLookUp(oneHotVectors: { context, size in
      context.map { unitVector($0 - 1, size: size) }
    })
  ),
  .init(
    "rows are taken for columns in the product",
    rightLookUp(product: { matrix, vector in multiply(flipped(matrix), vector) })
  ),
  .init(
    "the matrix is read in the product as if it lay column after column in `values`",
    rightLookUp(product: { matrix, vector in
      let values = Array(matrix.joined())
      return matrix.indices.map { row in
        vector.indices.reduce(0) { $0 + values[$1 * matrix.count + row] * vector[$1] }
      }
    })
  ),
  .init(
    "every vector is taken for a one-hot one, and the product looks up where it is not 0 first",
    rightLookUp(product: { matrix, vector in
      guard let place = vector.firstIndex(where: { $0 != 0 }) else { return matrix.map { _ in 0 } }
      return columnOf(matrix, place)
    })
  ),
  .init(
    "a matrix without columns has no product, in place of zeros",
    rightLookUp(product: { matrix, vector in vector.isEmpty ? [] : multiply(matrix, vector) })
  ),
  .init(
    "the sums of the product are missing, and only the last column's part is kept",
    rightLookUp(product: { matrix, vector in
      matrix.map { ($0.last ?? 0) * (vector.last ?? 0) }
    })
  ),
  .init(
    "the vector is not multiplied by, and the rows are summed as they are",
    rightLookUp(product: { matrix, _ in matrix.map { $0.reduce(0, +) } })
  ),
  .init(
    "the numbers are added where they should be multiplied",
    rightLookUp(product: { matrix, vector in
      matrix.map { zip($0, vector).reduce(0) { $0 + $1.0 + $1.1 } }
    })
  ),
  .init(
    "the running sum is not set back to 0 for the next row",
    rightLookUp(product: { matrix, vector in
      var sum: Float = 0
      return multiply(matrix, vector).map { number in
        sum += number
        return sum
      }
    })
  ),
  .init(
    "a row is returned in place of a column",
    rightLookUp(column: { index, matrix in matrix[index % matrix.count] })
  ),
  .init(
    "the column is read as if the matrix lay column after column in `values`",
    rightLookUp(column: { index, matrix in
      let values = Array(matrix.joined())
      return (0..<matrix.count).map { values[index * matrix.count + $0] }
    })
  ),
  .init(
    "the column's numbers are taken `rows` apart in `values`, not `columns` apart",
    rightLookUp(column: { index, matrix in
      let values = Array(matrix.joined())
      return matrix.indices.map { values[($0 * matrix.count + index) % values.count] }
    })
  ),
  .init(
    "columns are counted from 1",
    rightLookUp(column: { index, matrix in matrix.map { index > 0 ? $0[index - 1] : 0 } })
  ),
  .init(
    "the one-hot vectors are as long as the context, not as the vocabulary",
    rightLookUp(oneHotVectors: { context, _ in
      context.map { unitVector($0, size: context.count) }
    })
  ),
  .init(
    "the one-hot vectors stand in the order of the words' numbers, not in the context's",
    rightLookUp(oneHotVectors: { context, size in
      context.sorted().map { unitVector($0, size: size) }
    })
  ),
  .init(
    "the one-hot vectors are the columns, not the rows, of what is returned",
    rightLookUp(oneHotVectors: { context, size in
      flipped(context.map { unitVector($0, size: size) })
    })
  ),
  .init(
    "the ones are divided by the number of words, which is the mean's business",
    rightLookUp(oneHotVectors: { context, size in
      context.map { word in
        unitVector(word, size: size).map { $0 / Float(context.count) }
      }
    })
  ),
  .init(
    "the last column is left out of the product's sums",
    rightLookUp(product: { multiply($0.map { $0.dropLast() }, $1.dropLast()) })
  ),
  .init(
    "the first column is left out of the product's sums",
    rightLookUp(product: { matrix, vector in
      multiply(matrix.map { Array($0.dropFirst()) }, Array(vector.dropFirst()))
    })
  ),
  .init(
    "the numbers of the product are summed as whole numbers",
    rightLookUp(product: { matrix, vector in
      multiply(matrix.map { $0.map { $0.rounded(.towardZero) } }, vector)
        .map { $0.rounded(.towardZero) }
    })
  ),
  .init(
    "the products are not summed, and the largest is kept",
    rightLookUp(product: { matrix, vector in
      matrix.map { row in zip(row, vector).map { $0 * $1 }.max() ?? 0 }
    })
  ),
  .init(
    "columns are counted from the last one",
    rightLookUp(column: { index, matrix in matrix.map { $0[$0.count - 1 - index] } })
  ),
  .init(
    "the column is listed from its end",
    rightLookUp(column: { index, matrix in matrix.reversed().map { $0[index] } })
  ),
  .init(
    "the first row's number is left out of the column",
    rightLookUp(column: { index, matrix in matrix.dropFirst().map { $0[index] } })
  ),
]
