import Foundation

/// Guesses at the slip that turns the expected numbers into the computed ones.
///
/// A guess is only uttered where it explains every number.
enum Probes {
  /// A sentence on what the numbers look like; nil where nothing simple explains them.
  static func reading(of got: [Double], expected: [Double], tolerance: Double) -> String? {
    guard got.count == expected.count, !got.isEmpty, got.allSatisfy(\.isFinite),
      expected.allSatisfy(\.isFinite)
    else { return nil }
    func explains(_ turned: (Double) -> Double) -> Bool {
      zip(got, expected).allSatisfy { left, right in
        let image = turned(right)
        guard image.isFinite else { return false }
        return abs(left - image) <= max(tolerance, 1e-6) * max(1e-3, abs(image))
      }
    }
    if expected.contains(where: { $0 != 0 }) {
      if explains({ -$0 }) { return "Only the sign is wrong." }
      if got.allSatisfy({ $0 == 0 }) {
        return got.count > 1 ? "Every number is 0." : nil
      }
    }
    let scales: [(String, (Double) -> Double)] = [
      ("This is the logarithm of what is expected.", { $0 > 0 ? log($0) : .nan }),
      ("This is e to the power of what is expected; return the logarithm itself.", { exp($0) }),
      ("This is what base 2 gives in place of base e.", { $0 / log(2) }),
      ("This is what base 10 gives in place of base e.", { $0 / log(10) }),
      ("This is one minus what is expected.", { 1 - $0 }),
      ("This is one divided by what is expected.", { 1 / $0 }),
      ("This is the square of what is expected.", { $0 * $0 }),
      ("This is the square root of what is expected.", { $0 >= 0 ? $0.squareRoot() : .nan }),
    ]
    for (sentence, turned) in scales where explains(turned) { return sentence }
    return constant(got, expected, explains)
  }

  /// One factor or one summand for all numbers; a single number would always have both.
  private static func constant(
    _ got: [Double], _ expected: [Double], _ explains: ((Double) -> Double) -> Bool
  ) -> String? {
    // Two numbers that differ are needed, or factor and summand cannot be told apart.
    guard Set(expected).count > 1 else { return nil }
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
