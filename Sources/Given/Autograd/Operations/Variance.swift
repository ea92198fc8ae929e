extension Tensor {
  /// The variance of all numbers, of no axes.
  public func variance() -> Tensor { reshaped([count]).variance(along: 0) }

  /// The variance along an axis: the mean square of the distances from the mean.
  ///
  /// ```
  /// y_i = (1/n) Σ_j (x_ij − μ_i)²        ∂L/∂x_ij = (2/n) (x_ij − μ_i) ∂L/∂y_i
  /// ```
  ///
  /// It divides by n, as layer normalisation does, and not by n − 1. The gradient comes from those of
  /// the operations it is made of.
  ///
  /// - Parameters: as of ``sum(along:keepingAxis:)``.
  public func variance(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    let distances = self - mean(along: self.axis(axis, "variance"), keepingAxis: true)
    return (distances * distances).mean(along: axis, keepingAxis: keepingAxis)
  }
}

extension PlainTensor {
  func variance(along axis: Int) -> PlainTensor {
    reduce(along: axis) { x in
      let mean = x.reduce(0, +) / Double(x.count)
      return x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
    }
  }
}
