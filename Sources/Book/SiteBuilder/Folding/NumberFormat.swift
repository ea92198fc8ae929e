import Foundation

/// The ways in which a text may show a number that a run has written down. Figures write numbers
/// alike: `Magnitude` in Experiments, `book.number` in `figures.js`.
enum NumberFormat {
  /// `.2` (decimals), `count`, `words`, `percent`, `percent.1`, `mb` or `sci.1`.
  static func text(_ number: Double, _ format: String) throws(Fault) -> String {
    let parts = format.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { throw unknown(format) }
    var digits: Int?
    if parts.count == 2 {
      guard let count = Int(parts[1]), (0...9).contains(count) else { throw unknown(format) }
      digits = count
    }
    switch (parts.first, digits) {
    case ("count", nil): return fixed(number, 0)
    case ("words", nil): return spelled(number)
    case ("percent", _): return fixed(number * 100, digits ?? 0) + "%"
    case ("mb", nil): return fixed(number / 1e6, 1) + "\u{A0}MB"
    case ("sci", let digits?): return scientific(number, digits)
    case ("", let digits?): return fixed(number, digits)
    default: throw unknown(format)
    }
  }

  private static func unknown(_ format: String) -> Fault {
    Fault(
      message:
        "“\(format)” is no format; write .2 (decimals), count, words, percent, percent.1, mb or "
        + "sci.1")
  }

  /// A whole number below a hundred as words; others as `count` shows them.
  private static func spelled(_ number: Double) -> String {
    let small = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    guard let whole = Int(exactly: number), (0..<100).contains(whole) else {
      return fixed(number, 0)
    }
    if whole < small.count { return small[whole] }
    return tens[whole / 10 - 2] + (whole % 10 == 0 ? "" : "-" + small[whole % 10])
  }

  /// Decimals, with commas between the thousands: a column may show one number with and one
  /// without decimals.
  private static func fixed(_ number: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", abs(number))
    let parts = text.split(separator: ".").map(String.init)
    var whole = parts[0]
    var position = whole.count - 3
    while position > 0 {
      whole.insert(",", at: whole.index(whole.startIndex, offsetBy: position))
      position -= 3
    }
    let isNegative = number < 0 && text.contains { $0 != "0" && $0 != "." }
    return ([(isNegative ? "−" : "") + whole] + parts.dropFirst()).joined(separator: ".")
  }

  /// `4.9·10⁻⁶`, as formulas have it; zero has no power of ten.
  private static func scientific(_ number: Double, _ digits: Int) -> String {
    let parts = String(format: "%.\(digits)e", number).split(separator: "e").map(String.init)
    guard number != 0, parts.count == 2, let exponent = Int(parts[1]) else { return "0" }
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let power = String(abs(exponent)).compactMap(\.wholeNumberValue).map { String(raised[$0]) }
    return parts[0].replacingOccurrences(of: "-", with: "−") + "·10"
      + (exponent < 0 ? "⁻" : "") + power.joined()
  }
}
