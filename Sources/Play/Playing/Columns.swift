import Experiments
import Foundation

/// A table of words and numbers, set in columns of one width each.
public struct Columns {
  private var rows: [[String]] = []

  /// A table whose first row is its head.
  public init(_ head: [String]) { rows = [head] }

  /// Adds a row.
  public mutating func add(_ row: [String]) { rows.append(row) }

  /// The rows as lines: the first column begins at the left, the others end at the right.
  public var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
        return column == 0 ? cell + space : space + cell
      }
      return ("  " + cells.joined(separator: "   ")).trimmingEnd()
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}

/// Numbers as the sessions write them.
public enum Figure {
  /// A probability with three digits that count: 0.412, 0.0031, 2.7·10⁻⁶; 0 where it is 0.
  public static func probability(_ value: Double) -> String {
    if value == 0 { return "0" }
    if value < 1e-4 { return Magnitude.small(value) }
    let digits = value >= 0.1 ? 3 : value >= 0.01 ? 4 : value >= 0.001 ? 5 : 6
    return String(format: "%.\(digits)f", value)
  }

  /// A factor: 3.4, 27, 12,345, about 10²³.
  public static func times(_ value: Double) -> String {
    if value < 10 { return decimal(value) }
    if value < 1e6 { return count(Int(value)) }
    guard value.isFinite else { return "∞" }
    return "about " + Magnitude.power(Int(log10(value).rounded()))
  }

  /// A share in percent.
  public static func percent(_ value: Double) -> String {
    value >= 0.0995 || value == 0
      ? String(format: "%.0f%%", value * 100)
      : value >= 0.00095 ? String(format: "%.1f%%", value * 100) : "< 0.1%"
  }

  /// A number with one decimal; ∞ and −∞ where it is that.
  public static func decimal(_ value: Double, digits: Int = 1) -> String {
    if value.isNaN { return "–" }
    if value.isInfinite { return value > 0 ? "∞" : "−∞" }
    if abs(value) >= 10_000 { return count(Int(value.rounded())) }
    let text = String(format: "%.\(digits)f", abs(value))
    return value < 0 && text.contains { $0 != "0" && $0 != "." } ? "−" + text : text
  }

  /// A whole number with commas between its thousands.
  public static func count(_ value: Int) -> String {
    Magnitude.grouped(Double(value), decimals: 0)
  }
}

extension Figure {
  /// “one word”, “60,000 words”.
  public static func words(_ count: Int) -> String {
    count == 1 ? "one word" : "\(self.count(count)) words"
  }
}
