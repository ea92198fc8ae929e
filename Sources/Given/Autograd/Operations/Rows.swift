extension Tensor {
  // #given rows
  /// Rows by their numbers: the look-up of an embedding.
  ///
  /// ```
  /// y_i = x_{r_i}        ∂L/∂x_r = Σ over the i with r_i = r  of  ∂L/∂y_i
  /// ```
  ///
  /// - Parameter numbers: of rows, 0..<v, in any order, as often as needed.
  /// - Returns: `[n, …]` for n numbers and a table of `[v, …]`.
  public func rows(at numbers: [Int]) -> Tensor {
    require(rank >= 1, "rows", "a tensor of no axes has no rows")
    for (place, number) in numbers.enumerated() {
      require(
        (0..<shape[0]).contains(number), "rows",
        "number \(number) at place \(place) is no row of \(shape)")
    }
    let (table, full) = (contiguous(), shape)
    let result = Tensor(uninitialized: [numbers.count] + full.dropFirst())
    let width = full.dropFirst().reduce(1, *)
    for (place, number) in numbers.enumerated() {
      (result.start + place * width).update(from: table.start + number * width, count: width)
    }
    return result.recorded(
      "rows",
      Operand(self) { gradient in
        let (gradient, collected) = (gradient.contiguous(), Tensor.zeros(full))
        for (place, number) in numbers.enumerated() {
          let row = collected.start + number * width
          zipRuns(row, 1, gradient.start + place * width, 1, into: row, count: width) { $0 + $1 }
        }
        return collected
      })
  }
  // #end
}

extension PlainTensor {
  func rows(at numbers: [Int]) -> PlainTensor {
    PlainTensor([numbers.count] + shape.dropFirst()) { self[[numbers[$0[0]]] + $0.dropFirst()] }
  }
}
