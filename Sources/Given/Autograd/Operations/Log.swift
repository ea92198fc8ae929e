import Foundation

extension Tensor {
  /// The natural logarithm of each number.
  ///
  /// ```
  /// y = ln x        ∂L/∂x = ∂L/∂y / x
  /// ```
  ///
  /// −∞ for 0, NaN for what is negative.
  public func log() -> Tensor {
    let x = detached
    return mapped { x in
      var y = x
      for lane in 0..<8 { y[lane] = Foundation.log(x[lane]) }
      return y
    }
    .recorded("log", Operand(self) { $0 / x })
  }
}

extension PlainTensor {
  func log() -> PlainTensor { map { Foundation.log($0) } }
}
