extension Tensor {
  // #given transpose
  /// The tensor with two axes exchanged: a view, nothing is copied.
  ///
  /// ```
  /// y_ji = x_ij        ∂L/∂x = (∂L/∂y)ᵀ
  /// ```
  ///
  /// - Parameters:
  ///   - first: one axis; the last but one, if nothing is said.
  ///   - second: the other; the last.
  public func transposed(_ first: Int = -2, _ second: Int = -1) -> Tensor {
    let (one, other) = (axis(first, "transposed"), axis(second, "transposed"))
    var (shape, strides) = (layout.shape, layout.strides)
    shape.swapAt(one, other)
    strides.swapAt(one, other)
    let layout = Layout(shape: shape, strides: strides, offset: layout.offset)
    return Tensor(storage: storage, layout: layout).recorded(
      "transposed", Operand(self) { $0.transposed(one, other) })
  }
  // #end
}

extension PlainTensor {
  func transposed(_ one: Int, _ other: Int) -> PlainTensor {
    var swapped = shape
    swapped.swapAt(one, other)
    return PlainTensor(swapped) { index in
      var index = index
      index.swapAt(one, other)
      return self[index]
    }
  }
}
