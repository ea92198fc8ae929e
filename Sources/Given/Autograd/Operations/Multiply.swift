extension Tensor {
  // #given multiply
  /// The product, number by number; shapes broadcast.
  ///
  /// ```
  /// c = a b        ∂L/∂a = b ∂L/∂c,  ∂L/∂b = a ∂L/∂c
  /// ```
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    let (a, b) = (left.detached, right.detached)
    return a.zipped("multiply", b) { $0 * $1 }.recorded(
      "multiply",
      Operand(left) { ($0 * b).summed(to: a.shape) },
      Operand(right) { ($0 * a).summed(to: b.shape) })
  }
  // #end

  /// Each number times one.
  public static func * (left: Tensor, right: Float) -> Tensor { left * Tensor(right) }

  /// Each number times one.
  public static func * (left: Float, right: Tensor) -> Tensor { Tensor(left) * right }
}

extension PlainTensor {
  static func * (left: PlainTensor, right: PlainTensor) -> PlainTensor { left.zip(right, *) }
}
