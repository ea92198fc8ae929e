import Foundation

/// Finds numbers in a text that a run has written down, too: typed, they stay when a run finds others.
///
/// A number counts that would hardly be the same by chance: three digits and more, among them
/// decimals or a comma. What is worked by hand stands in a formula or in code, where nobody looks.
struct TypedNumbers {
  /// Keys and values; those of figures are no numbers that a text would quote.
  private let results: [(key: String, value: Double)]

  init(_ results: Results) {
    self.results = results.numbers
  }

  func check(_ inline: InlineText, faults: inout Faults) {
    if results.isEmpty { return }
    let text = inline.text
    for match in text.matches(of: /[\p{L}\p{N}_.,·-]*\p{N}[\p{L}\p{N}_.,-]*/) {
      guard
        let parts = match.0.wholeMatch(of: /(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?[.,-]*/)
      else { continue }
      let digits = parts.1.replacing(",", with: "")
      let decimals = String(parts.2 ?? "")
      let count = (digits + decimals).drop { $0 == "0" }.count
      guard count > 2, !decimals.isEmpty || parts.1.contains(",") || digits.count > 4 else {
        continue
      }
      let unit = Unit(before: text[match.range.upperBound...])
      let typed = decimals.isEmpty ? digits : "\(digits).\(decimals)"
      let found = results.first {
        String(format: "%.\(decimals.count)f", abs($0.value) * unit.factor) == typed
      }
      guard let found else { continue }
      let format = unit.format(decimals.count)
      faults.report(
        inline.line(at: match.range.lowerBound),
        "a run has found \(typed)\(unit.sign), as \(found.key); write `{\(found.key)\(format)}`, or "
          + "$`\(typed)`$ for a number worked by hand")
    }
  }

  /// What stands behind a number and says what it counts.
  private enum Unit {
    case none, percent, million, megabytes

    init(before text: Substring) {
      let text = text.drop { $0.isWhitespace && !$0.isNewline }
      if text.hasPrefix("%") || text.hasPrefix("per cent") {
        self = .percent
      } else if text.hasPrefix("million") {
        self = .million
      } else {
        self = text.hasPrefix("MB") ? .megabytes : .none
      }
    }

    var factor: Double {
      switch self {
      case .none: 1
      case .percent: 100
      case .million, .megabytes: 1e-6
      }
    }

    var sign: String {
      switch self {
      case .none: ""
      case .percent: "%"
      case .million: " million"
      case .megabytes: " MB"
      }
    }

    func format(_ decimals: Int) -> String {
      switch self {
      case .none: decimals == 0 ? "|count" : "|.\(decimals)"
      case .percent: decimals == 0 ? "|percent" : "|percent.\(decimals)"
      case .million: "|count"
      case .megabytes: "|mb"
      }
    }
  }
}
