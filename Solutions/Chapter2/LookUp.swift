// #exercise 2.2
/// Step 1: the one-hot vectors of a context.
///
/// - Parameters:
///   - context: word ids, each in `0..<vocabularySize`.
///   - vocabularySize: the number of words, |V|.
/// - Returns: one vector of |V| numbers for each word of the context, in order.
public func oneHotVectors(of context: [Int], vocabularySize: Int) -> [[Float]] {
  context.map { oneHot($0, size: vocabularySize) }
}
// #end

// #exercise 2.2
/// Step 2 as the formula says it: a matrix times a vector.
///
/// ```
/// (A x)_r = Σ_c A_rc x_c
/// ```
///
/// - Parameters:
///   - matrix: A, `[rows, columns]`.
///   - vector: x, `columns` numbers.
/// - Returns: `rows` numbers; zeros where the matrix has no columns.
/// - Precondition: `vector` has as many numbers as `matrix` has columns.
/// - Complexity: rows · columns multiplications.
public func product(_ matrix: Matrix, _ vector: [Float]) -> [Float] {
  precondition(
    vector.count == matrix.columns,
    "the vector has \(vector.count) numbers ≠ \(matrix.columns) columns of the matrix")
  return (0..<matrix.rows).map { row in
    var sum: Float = 0
    for column in 0..<matrix.columns { sum += matrix[row, column] * vector[column] }
    return sum
  }
}
// #end

// #exercise 2.2
/// Step 2 as a machine should do it: the column that the product with a one-hot vector picks out.
///
/// ```
/// column(i, of: A)  =  A xᵢ      with the one-hot vector xᵢ
/// ```
///
/// - Parameters:
///   - index: the column, in `0..<columns`.
///   - matrix: `[rows, columns]`.
/// - Returns: `rows` numbers.
/// - Precondition: `index` is in `0..<columns`.
/// - Complexity: one step for each row, whatever the number of columns.
public func column(_ index: Int, of matrix: Matrix) -> [Float] {
  precondition(
    (0..<matrix.columns).contains(index), "column \(index) is outside 0..<\(matrix.columns)")
  return (0..<matrix.rows).map { matrix[$0, index] }
}
// #end
