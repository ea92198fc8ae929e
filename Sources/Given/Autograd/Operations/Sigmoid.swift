import Foundation

extension Tensor {
  /// The logistic sigmoid of each number, in 0…1.
  ///
  /// ```
  /// y = σ(x) = 1 / (1 + e⁻ˣ)        ∂L/∂x = y (1 − y) ∂L/∂y
  /// ```
  public func sigmoid() -> Tensor {
    let y = mapped { logisticSigmoid($0) }
    return y.recorded(
      "sigmoid", Operand(self) { $0.zipped("sigmoid", y) { g, y in g * y * (1 - y) } })
  }
}

extension PlainTensor {
  func sigmoid() -> PlainTensor { map { 1 / (1 + Foundation.exp(-$0)) } }
}
