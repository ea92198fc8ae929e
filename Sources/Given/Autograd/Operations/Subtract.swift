extension Tensor {
  /// The difference, number by number; shapes broadcast.
  ///
  /// ```
  /// c = a − b        ∂L/∂a = ∂L/∂c,  ∂L/∂b = −∂L/∂c
  /// ```
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    let shapes = (left.shape, right.shape)
    return left.zipped("subtract", right) { $0 - $1 }.recorded(
      "subtract",
      Operand(left) { $0.summed(to: shapes.0) },
      Operand(right) { -$0.summed(to: shapes.1) })
  }

  /// The difference from one number.
  public static func - (left: Tensor, right: Float) -> Tensor { left - Tensor(right) }

  /// One number less each of the tensor's.
  public static func - (left: Float, right: Tensor) -> Tensor { Tensor(left) - right }

  /// Each number with the other sign.
  ///
  /// ```
  /// y = −x        ∂L/∂x = −∂L/∂y
  /// ```
  public static prefix func - (x: Tensor) -> Tensor {
    x.mapped { -$0 }.recorded("negate", Operand(x) { -$0 })
  }
}

extension PlainTensor {
  static func - (left: PlainTensor, right: PlainTensor) -> PlainTensor { left.zip(right, -) }

  static prefix func - (x: PlainTensor) -> PlainTensor { x.map { -$0 } }
}
