extension Tensor {
  /// The same numbers in the same order with another shape.
  ///
  /// ```
  /// ∂L/∂x = ∂L/∂y in the shape of x
  /// ```
  ///
  /// Nothing is copied, but where a view has the numbers in another order in memory.
  ///
  /// - Parameter shape: of as many numbers as the tensor's own.
  public func reshaped(_ shape: [Int]) -> Tensor {
    checkSizes("reshaped", shape)
    require(
      shape.reduce(1, *) == count, "reshaped",
      "\(self.shape) holds \(count) numbers, \(shape) holds \(shape.reduce(1, *))")
    if shape == self.shape { return self }
    let before = self.shape
    let view = layout.reshaped(shape).map { Tensor(storage: storage, layout: $0) }
    return (view ?? Tensor(storage: contiguous().storage, layout: Layout(shape))).recorded(
      "reshaped", Operand(self) { $0.reshaped(before) })
  }
}

extension PlainTensor {
  func reshaped(_ shape: [Int]) -> PlainTensor { PlainTensor(values, shape: shape) }
}
