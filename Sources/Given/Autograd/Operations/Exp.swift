import Foundation

extension Tensor {
  /// e to the power of each number.
  ///
  /// ```
  /// y = eˣ        ∂L/∂x = y ∂L/∂y
  /// ```
  ///
  /// 0 below −86.6, where a `Float` would lose digits; ∞ above 88.72.
  public func exp() -> Tensor {
    let y = mapped { exponential($0) }
    return y.recorded("exp", Operand(self) { $0 * y })
  }
}

extension PlainTensor {
  func exp() -> PlainTensor { map { Foundation.exp($0) } }
}
