/// How close a number has to be to the expected one.
struct Closeness: Sendable, ExpressibleByFloatLiteral {
  /// The largest difference, as a part of the number that it is measured by.
  let tolerance: Double
  /// What a difference is measured by at least; above that, by the expected number itself.
  let floor: Double

  init(_ tolerance: Double, floor: Double = 1) {
    (self.tolerance, self.floor) = (tolerance, floor)
  }

  init(floatLiteral tolerance: Double) { self.init(tolerance) }

  /// Whether two numbers agree; "not a number" agrees with nothing.
  func allows(_ number: Double, for expected: Double) -> Bool {
    // An infinite number is close to itself only: its tolerance would be infinite too.
    guard number.isFinite, expected.isFinite else { return number == expected }
    return abs(number - expected) <= tolerance * max(floor, abs(expected))
  }
}

/// What the differences of a value's numbers are measured by.
public enum Scale: Sendable {
  /// By 1, or by the expected number where that is greater: for numbers of about 1.
  case one
  /// By the greatest of the expected numbers, however small it is: for values of any size.
  case largest
  /// By a number of this size, or by the expected number where that is greater: for sums of terms
  /// of one size, which may cancel.
  case of(Double)
}

extension Scale {
  /// How close a value's numbers have to be.
  func closeness(_ tolerance: Double, to expected: Observation) -> Closeness {
    switch self {
    case .one: Closeness(tolerance)
    case .largest: Closeness(tolerance, floor: expected.largest > 0 ? expected.largest : 1)
    case .of(let size): Closeness(tolerance, floor: size)
    }
  }
}

extension Observation {
  /// The greatest finite number of a value, without its sign; 0 where there is none.
  var largest: Double {
    switch self {
    case .number(let number): number.isFinite ? abs(number) : 0
    case .list(let list): list.map(\.largest).max() ?? 0
    case .table(let table): table.values.map(\.largest).max() ?? 0
    default: 0
    }
  }
}
