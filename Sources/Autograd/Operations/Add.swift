extension Tensor {
  // #given add
  /// The sum, number by number; shapes broadcast.
  ///
  /// ```
  /// c = a + b        ∂L/∂a = ∂L/∂c,  ∂L/∂b = ∂L/∂c
  /// ```
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    let shapes = (left.shape, right.shape)
    return left.zipped("add", right) { $0 + $1 }.recorded(
      "add",
      Operand(left) { $0.summed(to: shapes.0) },
      Operand(right) { $0.summed(to: shapes.1) })
  }
  // #end

  /// The sum with one number.
  public static func + (left: Tensor, right: Float) -> Tensor { left + Tensor(right) }

  /// The sum with one number.
  public static func + (left: Float, right: Tensor) -> Tensor { Tensor(left) + right }

  /// Adds another tensor of the same shape, in place where nobody else looks at this one.
  mutating func add(_ other: Tensor) {
    guard layout.isContiguous, other.layout.isContiguous, isKnownUniquelyReferenced(&storage) else {
      self = zipped("add", other) { $0 + $1 }
      return
    }
    let (sum, part) = (start, other.start)
    Workers.share(count, grain: Traversal.grain) { range in
      zipRuns(
        sum + range.lowerBound, 1, part + range.lowerBound, 1, into: sum + range.lowerBound,
        count: range.count
      ) { $0 + $1 }
    }
  }
}

extension PlainTensor {
  static func + (left: PlainTensor, right: PlainTensor) -> PlainTensor { left.zip(right, +) }
}
