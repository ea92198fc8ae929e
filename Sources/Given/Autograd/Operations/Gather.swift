extension Tensor {
  /// One number of each row along the last axis: the score of the right class, say.
  ///
  /// ```
  /// y_i = x_{i, r_i}        ∂L/∂x_ij = ∂L/∂y_i where j = r_i, else 0
  /// ```
  ///
  /// - Parameter places: for each row a place on the last axis, row after row.
  /// - Returns: the shape without its last axis.
  public func gathered(at places: [Int]) -> Tensor {
    require(rank >= 1, "gathered", "a tensor of no axes has no rows")
    let (full, width) = (shape, shape[rank - 1])
    let rows = rowCount
    require(
      places.count == rows, "gathered", "\(places.count) places for \(rows) rows of \(full)")
    for (row, place) in places.enumerated() {
      require(
        (0..<width).contains(place), "gathered",
        "the place \(place) of row \(row) does not lie inside of 0..<\(width)")
    }
    let (x, result) = (contiguous(), Tensor(uninitialized: full.dropLast()))
    for (row, place) in places.enumerated() { result.start[row] = x.start[row * width + place] }
    return result.recorded(
      "gathered",
      Operand(self) { gradient in
        let (gradient, spread) = (gradient.contiguous(), Tensor.zeros(full))
        for (row, place) in places.enumerated() {
          spread.start[row * width + place] = gradient.start[row]
        }
        return spread
      })
  }
}

extension PlainTensor {
  func gathered(at places: [Int]) -> PlainTensor {
    let width = shape[shape.count - 1]
    return PlainTensor(
      places.enumerated().map { values[$0.offset * width + $0.element] }, shape: shape.dropLast())
  }
}
