import Foundation

/// Numbers as people read them: `950`, `12 k`, `3.4 M`.
///
/// The book's text writes them alike (`NumberFormat` in SiteBuilder), and so do interactive figures
/// (`book.number` in `figures.js`): −, commas between the thousands, `12.3%`, `4.9·10⁻⁶`.
public enum Magnitude {
  /// The number with some decimals, and a comma at each thousand.
  public static func grouped(_ value: Double, decimals: Int) -> String {
    let digits = String(format: "%.\(decimals)f", abs(value))
    let isNegative = value < 0 && digits.contains { $0 != "0" && $0 != "." }
    return (isNegative ? "−" : "") + withCommas(digits)
  }

  private static func withCommas(_ digits: String) -> String {
    var digits = digits
    let whole = digits.prefix { $0 != "." }.count
    for place in stride(from: whole - 3, to: 0, by: -3) {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
    }
    return digits
  }

  /// The number with the letter of its thousands and at most three digits.
  public static func text(_ value: Double) -> String {
    let steps: [(Double, String)] = [(1e9, " G"), (1e6, " M"), (1e3, " k")]
    guard let (unit, letter) = steps.first(where: { abs(value) >= $0.0 }) else {
      return plain(value, digits: 3)
    }
    return plain(value / unit, digits: 3) + letter
  }

  /// The number with a power of ten where it is small: `0.062`, `4.9·10⁻⁶`, `0`.
  public static func small(_ value: Double) -> String {
    guard value > 0, value < 0.001 else { return plain(value, digits: 2) }
    var exponent = Int(log10(value).rounded(.down))
    var digits = String(format: "%.1f", value / pow(10, Double(exponent)))
    if digits == "10.0" { (digits, exponent) = ("1.0", exponent + 1) }
    return "\(digits)·\(power(exponent))"
  }

  /// A power of ten: `10⁻⁶`.
  public static func power(_ exponent: Int) -> String {
    let digits = Dictionary(uniqueKeysWithValues: zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return "10" + String(String(exponent).compactMap { digits[$0] })
  }

  /// The number to some significant digits, without an exponent and without trailing zeros.
  public static func plain(_ value: Double, digits: Int) -> String {
    guard value != 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
    let decimals = max(0, digits - 1 - Int(log10(abs(value)).rounded(.down)))
    var text = grouped(value, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }
}
