extension Observation {
  /// What differs from the expected value, in a learner's words; nil if nothing does.
  ///
  /// The first line says what was computed and what was expected; further lines say where they
  /// differ, by how much, and what kind of slip gives such a difference.
  func difference(from expected: Observation, closeness: Closeness) -> String? {
    if isClose(to: expected, closeness: closeness) { return nil }
    let details: [String]
    switch (self, expected) {
    case (.number(let got), .number(let wanted)):
      let (left, right) = Self.readable(got, beside: wanted)
      return "got \(left), expected \(right)"
    case (.list(let got), .list(let wanted)):
      details = ListDifference(got: got, expected: wanted, closeness: closeness).details
    case (.table(let got), .table(let wanted)):
      details = Difference.ofTables(got, wanted, closeness)
    case (.text(let got), .text(let wanted)):
      details = Difference.ofTexts(got, wanted)
    default:
      details = []
    }
    return Difference.lines("got \(display), expected \(expected.display)", details)
  }

  /// Whether two values agree; "not a number" agrees with itself only if `nanEqualsNaN`.
  func isClose(to other: Observation, closeness: Closeness, nanEqualsNaN: Bool = false) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      if a.isNaN, b.isNaN { return nanEqualsNaN }
      return closeness.allows(a, for: b)
    case (.list(let a), .list(let b)):
      return a.count == b.count
        && zip(a, b).allSatisfy {
          $0.isClose(to: $1, closeness: closeness, nanEqualsNaN: nanEqualsNaN)
        }
    case (.table(let a), .table(let b)):
      return a.count == b.count
        && a.allSatisfy { key, value in
          b[key].map {
            value.isClose(to: $0, closeness: closeness, nanEqualsNaN: nanEqualsNaN)
          } ?? false
        }
    default: return self == other
    }
  }

  /// Whether "not a number" stands anywhere in the value.
  var holdsNaN: Bool {
    switch self {
    case .number(let number): number.isNaN
    case .list(let list): list.contains(where: \.holdsNaN)
    case .table(let table): table.values.contains(where: \.holdsNaN)
    default: false
    }
  }
}

/// Words for what differs between two values that are not lists.
enum Difference {
  private static let shown = 3

  /// A first line that stands alone, and the lines after it.
  static func lines(_ first: String, _ others: [String]) -> String {
    ([first] + others).joined(separator: "\n")
  }

  /// Keys that are missing, keys too many, and values that are wrong.
  static func ofTables(
    _ got: [String: Observation], _ wanted: [String: Observation], _ closeness: Closeness
  ) -> [String] {
    let missing = wanted.keys.filter { got[$0] == nil }.sorted()
    let extra = got.keys.filter { wanted[$0] == nil }.sorted()
    let wrong = wanted.keys.sorted().filter { key in
      guard let value = got[key], let right = wanted[key] else { return false }
      return !value.isClose(to: right, closeness: closeness)
    }
    var lines: [String] = []
    if !missing.isEmpty { lines.append("Missing: \(few(missing.map { "“\($0)”" })).") }
    if !extra.isEmpty { lines.append("Should not be there: \(few(extra.map { "“\($0)”" })).") }
    if !wrong.isEmpty {
      let values = wrong.map { key in
        let (left, right) = (got[key]?.display ?? "nil", wanted[key]?.display ?? "nil")
        return "“\(key)” is \(left) instead of \(right)"
      }
      lines.append("Wrong: \(few(values)).")
    }
    let common = wanted.keys.sorted().filter { got[$0] != nil }
    if !wrong.isEmpty, let left = numbers(common.compactMap { got[$0] }),
      let right = numbers(common.compactMap { wanted[$0] }),
      let reading = Ratio.reading(of: left, expected: right, closeness: closeness)
    {
      lines.append(reading)
    }
    return lines
  }

  /// The first character that differs.
  static func ofTexts(_ got: String, _ wanted: String) -> [String] {
    let index = zip(got, wanted).enumerated().first { $1.0 != $1.1 }?.offset
    guard let index else {
      return got.count < wanted.count
        ? ["It ends \(wanted.count - got.count) characters too early."]
        : ["It goes on \(got.count - wanted.count) characters too long."]
    }
    return index == 0 ? [] : ["The first \(index) characters agree."]
  }

  /// Some of the words, and how many more there are.
  static func few(_ words: [String]) -> String {
    words.count > shown
      ? words.prefix(shown).joined(separator: ", ") + " and \(words.count - shown) more"
      : words.joined(separator: ", ")
  }

  /// The numbers, if the values are all numbers.
  static func numbers(_ values: [Observation]) -> [Double]? {
    var numbers: [Double] = []
    for value in values {
      switch value {
      case .number(let number): numbers.append(number)
      case .integer(let number): numbers.append(Double(number))
      default: return nil
      }
    }
    return numbers
  }
}
