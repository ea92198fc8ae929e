extension Tensor {
  /// The sum of all numbers, of no axes; 0 for none.
  public func sum() -> Tensor { reshaped([count]).sum(along: 0) }

  // #given sum
  /// The sum along an axis.
  ///
  /// ```
  /// y_i = Σ_j x_ij        ∂L/∂x_ij = ∂L/∂y_i
  /// ```
  ///
  /// - Parameters:
  ///   - axis: counted from the end where negative.
  ///   - keepingAxis: leaves the axis in the shape with size 1, so that the result broadcasts against
  ///     the tensor.
  public func sum(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    let axis = self.axis(axis, "sum")
    let shape = shape
    var kept = shape
    kept[axis] = 1
    let sums = summed(along: axis, kept).recorded(
      "sum", Operand(self) { ($0.reshaped(kept) + .zeros(shape)) })
    return keepingAxis ? sums : sums.droppingAxis(axis)
  }
  // #end

  /// A view without an axis of size 1.
  func droppingAxis(_ axis: Int) -> Tensor {
    var shape = shape
    shape.remove(at: axis)
    return reshaped(shape)
  }

  // #given summed-to
  /// Undoes broadcasting in a gradient: a number that was repeated collects the gradients of all its
  /// copies.
  ///
  /// - Parameter target: the shape before it was stretched to this tensor's.
  func summed(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    let missing = rank - target.count
    var result = self
    for axis in shape.indices where axis < missing || target[axis - missing] != shape[axis] {
      result = result.sum(along: axis, keepingAxis: true)
    }
    return result.reshaped(target)
  }
  // #end

  private func summed(along axis: Int, _ kept: [Int]) -> Tensor {
    let x = contiguous()
    let result = Tensor(uninitialized: kept)
    let (length, inner) = (shape[axis], shape[(axis + 1)...].reduce(1, *))
    let outer = shape[..<axis].reduce(1, *)
    guard length > 0, result.count > 0 else { return .zeros(kept) }
    if inner == 1 {
      Workers.share(outer, grain: Traversal.grain / length) { rows in
        for row in rows { result.start[row] = sumRun(x.start + row * length, count: length) }
      }
    } else {
      // Few outer parts, as in the sum over a batch: the threads divide the columns.
      let isWide = outer < Workers.count
      Workers.share(isWide ? inner : outer, grain: isWide ? 64 : Traversal.grain / inner / length) {
        let rows = isWide ? 0..<outer : $0
        let columns = isWide ? $0 : 0..<inner
        for row in rows {
          let sums = result.start + row * inner + columns.lowerBound
          sums.update(repeating: 0, count: columns.count)
          for place in 0..<length {
            zipRuns(
              sums, 1, x.start + (row * length + place) * inner + columns.lowerBound, 1, into: sums,
              count: columns.count
            ) { $0 + $1 }
          }
        }
      }
    }
    return result
  }
}

extension PlainTensor {
  func sum(along axis: Int) -> PlainTensor { reduce(along: axis) { $0.reduce(0, +) } }
}
