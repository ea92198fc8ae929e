extension Tensor {
  /// The tensor with some numbers, drawn by lot, put to 0, and the others made larger so that the mean
  /// stays.
  ///
  /// ```
  /// y_i = x_i b_i / (1 − p)     with b_i = 0 with probability p, else 1
  /// ∂L/∂x_i = ∂L/∂y_i b_i / (1 − p)
  /// ```
  ///
  /// - Parameters:
  ///   - rate: p, in 0..<1; 0 changes nothing and draws nothing.
  ///   - generator: the source of chance; one draw for each number.
  /// - Source: Srivastava et al., *Dropout*, 2014.
  public func dropout(
    _ rate: Float, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    require((0..<1).contains(rate), "dropout", "the rate \(rate) does not lie in 0..<1")
    guard rate > 0 else { return self }
    let factors = Tensor(uninitialized: shape)
    let limit = UInt64(Double(rate) * 0x1p32)
    for place in 0..<count {
      factors.start[place] = generator.next() >> 32 < limit ? 0 : 1 / (1 - rate)
    }
    return zipped("dropout", factors) { $0 * $1 }.recorded(
      "dropout", Operand(self) { $0 * factors })
  }
}
