extension Observation {
  /// The value as a learner would read it, shortened to a line.
  var display: String { display(items: 8) }

  private func display(items: Int) -> String {
    switch self {
    case .number(let number): return Self.readable(number)
    case .integer(let number): return "\(number)"
    case .truth(let truth): return "\(truth)"
    case .missing: return "nil"
    case .text(let text):
      return text.count > 120 ? "“\(text.prefix(120))…” (\(text.count) characters)" : "“\(text)”"
    case .list(let list):
      // Nested values get less room, so that a matrix stays a line.
      let shown = list.prefix(items).map { $0.display(items: max(3, items / 2)) }
      let rest = list.count > items ? ["… \(list.count) in all"] : []
      return "[\((shown + rest).joined(separator: ", "))]"
    case .table(let table):
      guard !table.isEmpty else { return "[:]" }
      let shown = table.keys.sorted().prefix(items).map { key in
        "“\(key)”: \(table[key]?.display(items: 3) ?? "nil")"
      }
      let rest = table.count > items ? ["… \(table.count) in all"] : []
      return "[\((shown + rest).joined(separator: ", "))]"
    }
  }

  /// A number with no more digits than a Float has.
  static func readable(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-∞" : "∞" }
    guard number != 0 else { return "0" }
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int(number))" }
    // Outside the range of Float, all digits.
    let isFloat = (1e-30...1e30).contains(abs(number))
    guard isFloat else { return "\(number)" }
    let short = Float(number)
    return short == short.rounded() && abs(short) < 1e6 ? "\(Int(short))" : "\(short)"
  }

  /// Two numbers with as many digits as it takes to tell them apart.
  static func readable(_ number: Double, beside other: Double) -> (String, String) {
    let short = (readable(number), readable(other))
    return short.0 == short.1 && number != other ? ("\(number)", "\(other)") : short
  }
}
