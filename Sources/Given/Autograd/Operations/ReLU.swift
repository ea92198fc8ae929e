extension Tensor {
  // #given relu
  /// Each number, or 0 where it is negative: the rectified linear unit.
  ///
  /// ```
  /// y = max(0, x)        ∂L/∂x = ∂L/∂y where x > 0, else 0
  /// ```
  ///
  /// At 0, where there is no derivative, it is taken to be 0.
  public func relu() -> Tensor {
    let x = contiguous()
    return x.mapped { $0.replacing(with: 0, where: $0 .<= 0) }.recorded(
      "relu",
      Operand(self) { $0.zipped("relu", x) { g, x in g.replacing(with: 0, where: x .<= 0) } })
  }
  // #end
}

extension PlainTensor {
  func relu() -> PlainTensor { map { $0 <= 0 ? 0 : $0 } }
}
