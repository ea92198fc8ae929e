extension Tensor {
  /// The mean of all numbers, of no axes; NaN of none.
  public func mean() -> Tensor { sum() / Float(count) }

  /// The mean along an axis.
  ///
  /// ```
  /// y_i = (1/n) Σ_j x_ij        ∂L/∂x_ij = ∂L/∂y_i / n
  /// ```
  ///
  /// - Parameters: as of ``sum(along:keepingAxis:)``.
  public func mean(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    let length = shape[self.axis(axis, "mean")]
    return sum(along: axis, keepingAxis: keepingAxis) / Float(length)
  }
}

extension PlainTensor {
  func mean(along axis: Int) -> PlainTensor {
    reduce(along: axis) { $0.reduce(0, +) / Double($0.count) }
  }
}
