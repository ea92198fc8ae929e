/// A table of numbers in memory that somebody else owns: read only.
///
/// The number in row r and column c is `start[r · stride + c]`.
public struct MatrixView {
  /// The first number of the first row.
  public let start: UnsafePointer<Float>
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// How far apart in memory two neighbours of a column lie, at least `columns`.
  public let stride: Int
  /// Whether the table is to be read with rows for columns.
  public let isTransposed: Bool

  /// A table of rows that lie `stride` apart; right behind each other where none is given.
  public init(
    _ start: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int? = nil
  ) {
    self.init(start, rows, columns, stride ?? columns, isTransposed: false)
  }

  private init(
    _ start: UnsafePointer<Float>, _ rows: Int, _ columns: Int, _ stride: Int, isTransposed: Bool
  ) {
    precondition(stride >= columns, "rows \(stride) apart overlap: they have \(columns) columns")
    (self.start, self.rows, self.columns, self.stride) = (start, rows, columns, stride)
    self.isTransposed = isTransposed
  }

  /// The same numbers with rows for columns; nothing is copied.
  public var transposed: MatrixView {
    MatrixView(start, rows, columns, stride, isTransposed: !isTransposed)
  }

  /// Some of the rows, as they are read; nothing is copied.
  public func rows(_ range: Range<Int>) -> MatrixView {
    isTransposed
      ? transposed.columns(range).transposed
      : MatrixView(
        start + range.lowerBound * stride, range.count, columns, stride, isTransposed: false)
  }

  /// Some of the columns, as they are read; nothing is copied.
  public func columns(_ range: Range<Int>) -> MatrixView {
    isTransposed
      ? transposed.rows(range).transposed
      : MatrixView(start + range.lowerBound, rows, range.count, stride, isTransposed: false)
  }

  /// The rows and columns as they are read.
  var shape: (rows: Int, columns: Int) { isTransposed ? (columns, rows) : (rows, columns) }
}

/// A table of numbers in memory that somebody else owns, to be written to.
public struct MutableMatrixView {
  /// The first number of the first row.
  public let start: UnsafeMutablePointer<Float>
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// How far apart in memory two neighbours of a column lie, at least `columns`.
  public let stride: Int

  /// A table of rows that lie `stride` apart; right behind each other where none is given.
  public init(
    _ start: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stride: Int? = nil
  ) {
    (self.start, self.rows, self.columns) = (start, rows, columns)
    self.stride = stride ?? columns
    precondition(
      self.stride >= columns, "rows \(self.stride) apart overlap: they have \(columns) columns")
  }

  /// The same numbers, read only.
  public var view: MatrixView { MatrixView(start, rows: rows, columns: columns, stride: stride) }
}
