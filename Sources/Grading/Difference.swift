extension Observation {
  /// What differs from the expected value, in a learner's words; nil if nothing does.
  func difference(from expected: Observation, tolerance: Double) -> String? {
    isClose(to: expected, tolerance: tolerance) ? nil : "got \(self), expected \(expected)"
  }

  /// Whether two values agree; "not a number" agrees with itself only if `nanEqualsNaN`.
  func isClose(to other: Observation, tolerance: Double, nanEqualsNaN: Bool = false) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      if a.isNaN, b.isNaN { return nanEqualsNaN }
      // An infinite number is close to itself only: its tolerance would be infinite too.
      guard a.isFinite, b.isFinite else { return a == b }
      return abs(a - b) <= tolerance * max(1, abs(b))
    case (.list(let a), .list(let b)):
      return a.count == b.count
        && zip(a, b).allSatisfy {
          $0.isClose(to: $1, tolerance: tolerance, nanEqualsNaN: nanEqualsNaN)
        }
    case (.table(let a), .table(let b)):
      return a.count == b.count
        && a.allSatisfy { key, value in
          b[key].map {
            value.isClose(to: $0, tolerance: tolerance, nanEqualsNaN: nanEqualsNaN)
          } ?? false
        }
    default: return self == other
    }
  }
}

extension [Observation] {
  /// Whether two traces hold the same values, as far as numbers of type Float can tell.
  func matches(_ other: [Observation]) -> Bool {
    Observation.list(self).isClose(to: .list(other), tolerance: 1e-6, nanEqualsNaN: true)
  }
}
