/// A value of `results.json`: a number, a text, a list, or a table in a fixed order.
public indirect enum ResultValue: Equatable, Sendable {
  /// A whole number.
  case integer(Int)
  /// A number, written with six significant digits; an infinite one is the text `∞` or `−∞`.
  case number(Double)
  /// A text.
  case text(String)
  /// Yes or no.
  case flag(Bool)
  /// Values in order; quoted by index from 0.
  case list([ResultValue])
  /// Named values, in the order in which they were set.
  case table([(key: String, value: ResultValue)])

  /// Whether two values hold the same, tables in the same order.
  public static func == (left: ResultValue, right: ResultValue) -> Bool {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.flag(let a), .flag(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.table(let a), .table(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}

extension ResultValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A list.
  public init(arrayLiteral elements: ResultValue...) { self = .list(elements) }
}
