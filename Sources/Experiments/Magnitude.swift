import Foundation

/// Numbers as people read them: `950`, `12 k`, `3.4 M`.
public enum Magnitude {
  /// The number with the letter of its thousands and at most three digits.
  public static func text(_ value: Double) -> String {
    let steps: [(Double, String)] = [(1e9, " G"), (1e6, " M"), (1e3, " k")]
    guard let (unit, letter) = steps.first(where: { abs(value) >= $0.0 }) else {
      return plain(value, digits: 3)
    }
    return plain(value / unit, digits: 3) + letter
  }

  /// The number to some significant digits, without an exponent and without trailing zeros.
  public static func plain(_ value: Double, digits: Int) -> String {
    guard value != 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
    let decimals = max(0, digits - 1 - Int(log10(abs(value)).rounded(.down)))
    var text = String(format: "%.\(decimals)f", value)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text.replacingOccurrences(of: "-", with: "−")
  }
}
