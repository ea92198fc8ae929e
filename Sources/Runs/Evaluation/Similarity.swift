import Text

extension WordVectors {
  /// The cosine of the angle between two words' vectors: 1 where they point the same way.
  ///
  /// - Returns: a number in −1…1 up to rounding; 0 where a vector is all zeros, and nil where a word
  ///   has none.
  public func similarity(_ first: String, _ second: String) -> Double? {
    guard let a = vector(of: first), let b = vector(of: second) else { return nil }
    var (product, ofFirst, ofSecond) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      product += Double(x) * Double(y)
      ofFirst += Double(x) * Double(x)
      ofSecond += Double(y) * Double(y)
    }
    let lengths = (ofFirst * ofSecond).squareRoot()
    return lengths > 0 ? product / lengths : 0
  }
}
