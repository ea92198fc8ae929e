extension Tensor {
  /// The square root of each number.
  ///
  /// ```
  /// y = √x        ∂L/∂x = ∂L/∂y / 2y
  /// ```
  ///
  /// NaN for what is negative; at 0 the slope is infinite.
  public func squareRoot() -> Tensor {
    let y = mapped { $0.squareRoot() }
    return y.recorded("squareRoot", Operand(self) { $0 * 0.5 / y })
  }
}

extension PlainTensor {
  func squareRoot() -> PlainTensor { map { $0.squareRoot() } }
}
