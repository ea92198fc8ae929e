extension Parameters {
  /// The length of all tensors as one vector: the root of the sum of all squares.
  public var norm: Float {
    let squares = tensors.values.reduce(0.0) { sum, tensor in
      let dense = tensor.contiguous()
      return sum + Double(sumRun(dense.start, count: tensor.count) { $0 * $0 })
    }
    return Float(squares.squareRoot())
  }

  /// The same gradients, all made smaller by one factor where their norm is larger than a limit.
  ///
  /// ```
  /// g ← g · min(1, c / ‖g‖)
  /// ```
  ///
  /// - Parameter limit: c, above 0.
  /// - Source: Pascanu, Mikolov and Bengio, *On the Difficulty of Training Recurrent Neural Networks*,
  ///   2013, algorithm 1.
  public func clipped(toNorm limit: Float) -> Parameters {
    require(limit > 0, "clipped", "the limit \(limit) is not above 0")
    let norm = norm
    return norm > limit ? mapped { $0 * (limit / norm) } : self
  }

  private func mapped(_ body: (Tensor) -> Tensor) -> Parameters {
    var result = self
    for name in names { result[name] = body(self[name]) }
    return result
  }
}
