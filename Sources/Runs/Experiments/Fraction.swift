extension Magnitude {
  /// A number that is a fraction with a small denominator, as that: `7/6`, `2`; else as a decimal.
  ///
  /// - Parameter greatest: the greatest denominator to look for.
  public static func fraction(_ value: Double, upTo greatest: Int = 120) -> String {
    for denominator in 1...max(1, greatest) {
      let numerator = (value * Double(denominator)).rounded()
      // Results hold six digits.
      guard abs(value * Double(denominator) - numerator) <= 1e-4 * max(abs(value), 0.1) else {
        continue
      }
      let sign = numerator < 0 ? "−" : ""
      let digits = "\(Int(abs(numerator)))"
      return sign + (denominator == 1 ? digits : "\(digits)/\(denominator)")
    }
    return plain(value, digits: 2)
  }
}
