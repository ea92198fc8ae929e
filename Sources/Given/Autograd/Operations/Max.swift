extension Tensor {
  /// The greatest of all numbers, of no axes.
  public func max() -> Tensor { reshaped([count]).max(along: 0) }

  /// The greatest number along an axis.
  ///
  /// ```
  /// y_i = max_j x_ij        ∂L/∂x_ij = ∂L/∂y_i for the first j that has the maximum, else 0
  /// ```
  ///
  /// NaN where one of the numbers is NaN. The axis must not be empty.
  ///
  /// - Parameters: as of ``sum(along:keepingAxis:)``.
  public func max(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    let axis = self.axis(axis, "max")
    let (length, shape) = (shape[axis], shape)
    require(length > 0, "max", "axis \(axis) of \(shape) is empty: nothing is its greatest number")
    let x = contiguous()
    let inner = shape[(axis + 1)...].reduce(1, *)
    var kept = shape
    kept[axis] = 1
    let result = Tensor(uninitialized: kept)
    var places = [Int](repeating: 0, count: result.count)
    for row in 0..<result.count {
      let first = row / inner * length * inner + row % inner
      var place = first
      for other in stride(from: first, to: first + length * inner, by: inner)
      where x.start[other] > x.start[place] || x.start[other].isNaN && !x.start[place].isNaN {
        place = other
      }
      places[row] = place
      result.start[row] = x.start[place]
    }
    let recorded = result.recorded(
      "max",
      Operand(self) { [places] gradient in
        let (gradient, spread) = (gradient.contiguous(), Tensor.zeros(shape))
        for (row, place) in places.enumerated() { spread.start[place] = gradient.start[row] }
        return spread
      })
    return keepingAxis ? recorded : recorded.droppingAxis(axis)
  }
}

extension PlainTensor {
  func max(along axis: Int) -> PlainTensor { reduce(along: axis) { $0.max() ?? -.infinity } }
}
