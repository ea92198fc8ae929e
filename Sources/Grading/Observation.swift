/// A value as a grader sees it: something that can be compared, and described when it differs.
public indirect enum Observation: Sendable, Equatable {
  case number(Double)
  case integer(Int)
  case text(String)
  case truth(Bool)
  case missing
  case list([Observation])
  case table([String: Observation])
}

/// A type whose values a grader can compare.
public protocol Observable {
  /// The value as a grader sees it.
  var observation: Observation { get }
}

extension Double: Observable { public var observation: Observation { .number(self) } }
extension Float: Observable { public var observation: Observation { .number(Double(self)) } }
extension Int: Observable { public var observation: Observation { .integer(self) } }
extension Bool: Observable { public var observation: Observation { .truth(self) } }
extension String: Observable { public var observation: Observation { .text(self) } }
extension Optional: Observable where Wrapped: Observable {
  public var observation: Observation { self?.observation ?? .missing }
}
extension Array: Observable where Element: Observable {
  public var observation: Observation { .list(map(\.observation)) }
}
extension Dictionary: Observable where Value: Observable {
  /// Keys are shown as text; an array of words is joined by spaces.
  public var observation: Observation {
    .table(
      Dictionary<String, Observation>(
        map { key, value in
          ((key as? [String])?.joined(separator: " ") ?? "\(key)", value.observation)
        }, uniquingKeysWith: { first, _ in first }))
  }
}
