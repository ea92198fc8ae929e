import Foundation

extension Tensor {
  /// The hyperbolic tangent of each number, in −1…1.
  ///
  /// ```
  /// y = tanh x        ∂L/∂x = (1 − y²) ∂L/∂y
  /// ```
  public func tanh() -> Tensor {
    let y = mapped { hyperbolicTangent($0) }
    return y.recorded("tanh", Operand(self) { $0.zipped("tanh", y) { g, y in g * (1 - y * y) } })
  }
}

extension PlainTensor {
  func tanh() -> PlainTensor { map { Foundation.tanh($0) } }
}
