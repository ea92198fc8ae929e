/// A value as a grader sees it: something that can be compared, and described when it differs.
public indirect enum Observation: Sendable, Equatable {
  /// A real number.
  case number(Double)
  /// A whole number, which must be exact.
  case integer(Int)
  /// A text.
  case text(String)
  /// Yes or no.
  case truth(Bool)
  /// No value.
  case missing
  /// Values in their order.
  case list([Observation])
  /// Values by key.
  case table([String: Observation])
}

/// A type whose values a grader can compare.
public protocol Observable {
  /// The value as a grader sees it.
  var observation: Observation { get }
}

extension Double: Observable {
  /// The value as a grader sees it.
  public var observation: Observation { .number(self) }
}
extension Float: Observable {
  /// The value as a grader sees it.
  public var observation: Observation { .number(Double(self)) }
}
extension Int: Observable {
  /// The value as a grader sees it.
  public var observation: Observation { .integer(self) }
}
extension Bool: Observable {
  /// The value as a grader sees it.
  public var observation: Observation { .truth(self) }
}
extension String: Observable {
  /// The value as a grader sees it.
  public var observation: Observation { .text(self) }
}
extension Optional: Observable where Wrapped: Observable {
  /// The value, or that there is none.
  public var observation: Observation { self?.observation ?? .missing }
}
extension Array: Observable where Element: Observable {
  /// The elements as a grader sees them.
  public var observation: Observation { .list(map(\.observation)) }
}
extension Dictionary: Observable where Value: Observable {
  /// Keys are shown as text; an array of words is joined by spaces, and a word that holds one, or
  /// nothing, stands in quotation marks: two words are not one word with a space.
  public var observation: Observation {
    .table(
      Dictionary<String, Observation>(
        map { key, value in
          ((key as? [String])?.joinedAsKey ?? "\(key)", value.observation)
        }, uniquingKeysWith: { first, _ in first }))
  }
}

extension [String] {
  /// The words of a key as one text; what would be taken for several words stands in quotes.
  fileprivate var joinedAsKey: String {
    map { $0.isEmpty || $0.contains(" ") ? "“\($0)”" : $0 }.joined(separator: " ")
  }
}
