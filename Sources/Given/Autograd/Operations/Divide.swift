extension Tensor {
  /// The quotient, number by number; shapes broadcast.
  ///
  /// ```
  /// c = a / b        ∂L/∂a = ∂L/∂c / b,  ∂L/∂b = −c ∂L/∂c / b
  /// ```
  ///
  /// A division by 0 gives ±∞, or NaN for 0 / 0.
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    let b = right.detached
    let c = left.zipped("divide", b) { $0 / $1 }
    let shape = left.shape
    return c.recorded(
      "divide",
      Operand(left) { ($0 / b).summed(to: shape) },
      Operand(right) { (-$0 * c / b).summed(to: b.shape) })
  }

  /// Each number divided by one.
  public static func / (left: Tensor, right: Float) -> Tensor { left / Tensor(right) }

  /// One number divided by each of the tensor's.
  public static func / (left: Float, right: Tensor) -> Tensor { Tensor(left) / right }
}

extension PlainTensor {
  static func / (left: PlainTensor, right: PlainTensor) -> PlainTensor { left.zip(right, /) }
}
