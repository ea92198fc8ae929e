// #given matrix
/// A table of numbers with rows and columns.
///
/// The numbers lie row after row: the one in row r and column c is `values[r · columns + c]`. A row
/// is one run of neighbours in memory; the numbers of a column lie `columns` apart.
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All numbers, row after row.
  public var values: [Float]

  /// A matrix of given numbers, row after row.
  ///
  /// - Precondition: there are `rows` · `columns` of them.
  public init(rows: Int, columns: Int, values: [Float]) {
    precondition(values.count == rows * columns, "\(values.count) numbers ≠ \(rows) × \(columns)")
    (self.rows, self.columns, self.values) = (rows, columns, values)
  }

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, values: Array(repeating: 0, count: rows * columns))
  }

  /// A matrix of given rows; none make an empty one.
  ///
  /// - Precondition: all rows have equal counts.
  public init(_ rows: [[Float]]) {
    let columns = rows.first?.count ?? 0
    for row in rows {
      precondition(row.count == columns, "a row of \(row.count) numbers ≠ \(columns) of the first")
    }
    self.init(rows: rows.count, columns: columns, values: rows.flatMap { $0 })
  }

  /// The number in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Float {
    get { values[position(row, column)] }
    set { values[position(row, column)] = newValue }
  }

  /// The numbers of a row.
  public func row(_ index: Int) -> [Float] {
    precondition((0..<rows).contains(index), "row \(index) is outside 0..<\(rows)")
    return Array(values[index * columns..<(index + 1) * columns])
  }

  /// The matrix with rows for columns: what stood in (r, c) stands in (c, r).
  public func transposed() -> Matrix {
    var transposed = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { transposed[column, row] = self[row, column] }
    }
    return transposed
  }

  private func position(_ row: Int, _ column: Int) -> Int {
    precondition((0..<rows).contains(row), "row \(row) is outside 0..<\(rows)")
    precondition((0..<columns).contains(column), "column \(column) is outside 0..<\(columns)")
    return row * columns + column
  }
}
// #end
