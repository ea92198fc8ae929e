import LinearAlgebra

extension Tensor {
  // #given matmul
  /// The product of matrices, one for each index of the axes before the last two.
  ///
  /// ```
  /// C = A B        ∂L/∂A = ∂L/∂C Bᵀ,  ∂L/∂B = Aᵀ ∂L/∂C
  /// ```
  ///
  /// A transposed view is read as it lies: `queries.matmul(keys.transposed())` copies nothing.
  ///
  /// - Parameter right: `[…, k, n]` for a tensor of `[…, m, k]`; the axes before the last two
  ///   broadcast.
  /// - Returns: `[…, m, n]`.
  /// - Complexity: m · n · k multiplications for each of the products.
  public func matmul(_ right: Tensor) -> Tensor {
    checkInner(right)
    if right.rank == 2, rank > 2 {
      // One matrix for the whole batch: the batch's rows are the rows of one large matrix.
      let rows = reshaped([rowCount, shape[rank - 1]])
      return rows.matmul(right).reshaped(shape.dropLast() + [right.shape[1]])
    }
    let (a, b) = (detached, right.detached)
    return a.product(b).recorded(
      "matmul",
      Operand(self) { $0.product(b.transposed()).summed(to: a.shape) },
      Operand(right) { a.transposed().product($0).summed(to: b.shape) })
  }
  // #end

  private func checkInner(_ right: Tensor) {
    require(
      rank >= 2 && right.rank >= 2, "matmul",
      "left \(shape) and right \(right.shape): both need at least two axes, rows and columns")
    let (columns, rows) = (shape[rank - 1], right.shape[right.rank - 2])
    require(
      columns == rows, "matmul",
      "left \(shape) and right \(right.shape): the left has \(columns) columns and the right "
        + "\(rows) rows; they must be equal")
  }

  /// C = A B without a tape.
  func product(_ right: Tensor) -> Tensor {
    let (left, right) = (withEvenRows(), right.withEvenRows())
    let (rows, inner) = (left.shape[left.rank - 2], left.shape[left.rank - 1])
    let columns = right.shape[right.rank - 1]
    let batch = broadcastShape("matmul", left.shape.dropLast(2), right.shape.dropLast(2))
    let result = Tensor(uninitialized: batch + [rows, columns])
    let strides = [left, right].map { side in
      Layout(
        shape: side.shape.dropLast(2), strides: side.layout.strides.dropLast(2), offset: 0
      ).strides(broadcastTo: batch)
    }
    let walk = Traversal(batch, strides[0], strides[1])
    let work = rows * columns * inner
    guard walk.rows * walk.width > 1 else {
      if result.count > 0 {
        multiplyShared(
          left.matrix(at: 0), right.matrix(at: 0),
          into: MutableMatrixView(result.start, rows: rows, columns: columns))
      }
      return result
    }
    Workers.share(walk.rows * walk.width, grain: multiplicationGrain / Swift.max(work, 1) + 1) {
      for place in $0 {
        let (row, step) = place.quotientAndRemainder(dividingBy: walk.width)
        let start = walk.start(of: row)
        BLAS.multiply(
          left.matrix(at: start.left + step * walk.spacing.0),
          right.matrix(at: start.right + step * walk.spacing.1),
          into: MutableMatrixView(
            result.start + place * rows * columns, rows: rows, columns: columns))
      }
    }
    return result
  }

  /// The tensor, or a copy of it, such that in each of its matrices the numbers of a row, or those of a
  /// column, are neighbours: what BLAS can read.
  func withEvenRows() -> Tensor {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let (rowStride, columnStride) = (layout.strides[rank - 2], layout.strides[rank - 1])
    let isRowMajor = columnStride == 1 && rowStride >= columns
    let isColumnMajor = rowStride == 1 && columnStride >= rows
    return isRowMajor || isColumnMajor ? detached : contiguous()
  }

  /// The matrix of the last two axes that starts so many places behind the first.
  func matrix(at place: Int) -> MatrixView {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let (rowStride, columnStride) = (layout.strides[rank - 2], layout.strides[rank - 1])
    if columnStride == 1, rowStride >= columns {
      return MatrixView(start + place, rows: rows, columns: columns, stride: rowStride)
    }
    return MatrixView(start + place, rows: columns, columns: rows, stride: columnStride).transposed
  }
}

/// Multiplications that are worth a thread of their own.
private let multiplicationGrain = 1 << 17

/// One product, cut into bands of rows or of columns for the threads.
///
/// - Parameter bias: what the rows of the result start from.
func multiplyShared(
  _ left: MatrixView, _ right: MatrixView, into result: MutableMatrixView,
  bias: UnsafePointer<Float>? = nil
) {
  let (rows, columns) = (result.rows, result.columns)
  let inner = left.isTransposed ? left.rows : left.columns
  let cutsRows = rows >= columns
  // Bands of whole register blocks: a kernel computes sixteen rows or columns at a time.
  let blocks = ((cutsRows ? rows : columns) + 15) / 16
  let work = 16 * inner * (cutsRows ? columns : rows)
  Workers.share(blocks, grain: multiplicationGrain / max(work, 1) + 1) { part in
    let band = part.lowerBound * 16..<min(part.upperBound * 16, cutsRows ? rows : columns)
    let target =
      cutsRows
      ? MutableMatrixView(
        result.start + band.lowerBound * result.stride, rows: band.count, columns: columns,
        stride: result.stride)
      : MutableMatrixView(
        result.start + band.lowerBound, rows: rows, columns: band.count, stride: result.stride)
    if let bias {
      let bias = cutsRows ? bias : bias + band.lowerBound
      for row in 0..<target.rows {
        (target.start + row * target.stride).update(from: bias, count: target.columns)
      }
    }
    BLAS.multiply(
      cutsRows ? left.rows(band) : left, cutsRows ? right : right.columns(band), into: target,
      keeping: bias == nil ? 0 : 1)
  }
}

extension PlainTensor {
  func matmul(_ right: PlainTensor) -> PlainTensor {
    let batch = broadcastShape("matmul", shape.dropLast(2), right.shape.dropLast(2))
    let (inner, rank) = (shape[shape.count - 1], batch.count + 2)
    return PlainTensor(batch + [shape[shape.count - 2], right.shape[right.shape.count - 1]]) {
      index in
      (0..<inner).reduce(0) { sum, k in
        var (left, other) = (index, index)
        left[rank - 1] = k
        other[rank - 2] = k
        return sum + self[left] * right[other]
      }
    }
  }
}
