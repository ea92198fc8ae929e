/// What can be said of one list of numbers without guessing.
enum Ratio {
  /// Whether a line is such a sentence.
  static func isReading(_ line: String) -> Bool {
    line.hasPrefix("Every number is ") || line.hasPrefix("Only the sign is wrong")
  }

  /// One factor, or one summand, that makes all expected numbers the computed ones.
  static func reading(
    of got: [Double], expected: [Double], closeness: Closeness
  ) -> String? {
    guard got.count == expected.count, !got.isEmpty, got.allSatisfy(\.isFinite),
      expected.allSatisfy(\.isFinite), Set(expected).count > 1
    else { return nil }
    func explains(_ turned: (Double) -> Double) -> Bool {
      zip(got, expected).allSatisfy { left, right in
        let image = turned(right)
        return abs(left - image) <= max(closeness.tolerance, 1e-6) * max(1e-3, abs(image))
      }
    }
    if explains({ -$0 }) { return "Only the sign is wrong." }
    if got.allSatisfy({ $0 == 0 }) { return "Every number is 0." }
    let largest = expected.indices.max { abs(expected[$0]) < abs(expected[$1]) } ?? 0
    let factor = got[largest] / expected[largest]
    if factor != 0, explains({ $0 * factor }) {
      return "Every number is \(Observation.readable(factor)) times what it should be."
    }
    let summand = got[0] - expected[0]
    if explains({ $0 + summand }) {
      return "Every number is \(Observation.readable(abs(summand))) "
        + "too \(summand > 0 ? "large" : "small")."
    }
    return nil
  }
}
