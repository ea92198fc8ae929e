extension Tensor {
  // #given add
  /// The sum, number by number; shapes broadcast.
  ///
  /// ```
  /// c = a + b        ∂L/∂a = ∂L/∂c,  ∂L/∂b = ∂L/∂c
  /// ```
  public static func + (left: consuming Tensor, right: consuming Tensor) -> Tensor {
    let shapes = (left.shape, right.shape)
    let memory = shapes.0 == shapes.1 ? left.memoryForSum(with: &right) : nil
    return left.zipped("add", right, into: memory) { $0 + $1 }.recorded(
      "add",
      Operand(left) { $0.summed(to: shapes.0) },
      Operand(right) { $0.summed(to: shapes.1) })
  }
  // #end

  /// The memory of one of two summands, if it can be had; a residual connection adds two tensors of
  /// which one was just made.
  private mutating func memoryForSum(with other: inout Tensor) -> Tensor? {
    let traces = [origin, other.origin].contains { $0?.tape.inspection != nil }
    if !traces, layout.isContiguous, isKnownUniquelyReferenced(&storage) { return detached }
    return traces ? nil : other.memoryForResult()
  }

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
