import Foundation

/// Guesses at the slip that turns the expected numbers into the computed ones.
///
/// A guess is uttered only where it explains every number of every claim that failed, leaves alone
/// every number of those that held, and rests on at least two numbers that nothing else would make
/// of each other: 0.25 is the square of 0.5, but its half as well.
enum Probes {
  /// A number that was computed, and the one that was expected.
  typealias Pair = (got: Double, expected: Double)

  /// A sentence on what the wrong numbers look like; nil where nothing simple explains them all.
  static func reading(of examination: Examination) -> String? {
    var pairs: [Pair] = []
    let failing = Set(examination.failing)
    for index in examination.observations.indices {
      guard let expected = examination.expectations[index],
        let numbers = numbers(of: examination.observations[index], beside: expected)
      else {
        if failing.contains(index) { return nil }
        continue
      }
      pairs += numbers
    }
    return reading(of: pairs)
  }

  /// The same of numbers.
  static func reading(of pairs: [Pair]) -> String? {
    guard pairs.allSatisfy({ $0.got.isFinite && $0.expected.isFinite }) else { return nil }
    return transformations.first { _, turned in
      pairs.allSatisfy { isClose($0.got, turned($0.expected)) }
        && Set(pairs.filter { isTelling($0, turned($0.expected)) }.map(\.expected)).count > 1
    }?.sentence
  }

  private static let transformations: [(sentence: String, turned: @Sendable (Double) -> Double)] = [
    ("Every wrong number is the right one with its sign changed.", { -$0 }),
    ("This is the logarithm of what is expected.", { $0 > 0 ? log($0) : .nan }),
    ("This is e to the power of what is expected; return the logarithm itself.", { exp($0) }),
    ("This is what base 2 gives in place of base e.", { $0 / log(2) }),
    ("This is what base 10 gives in place of base e.", { $0 / log(10) }),
    ("This is one minus what is expected.", { 1 - $0 }),
    ("This is one divided by what is expected.", { 1 / $0 }),
    ("This is the square of what is expected.", { $0 * $0 }),
    ("This is the square root of what is expected.", { $0 >= 0 ? $0.squareRoot() : .nan }),
  ]

  private static func isClose(_ number: Double, _ image: Double) -> Bool {
    image.isFinite && abs(number - image) <= 1e-6 * max(1e-3, abs(image))
  }

  /// Whether a pair speaks for a transformation: no fraction with a small divisor, and changed.
  private static func isTelling(_ pair: Pair, _ image: Double) -> Bool {
    let sixtieths = pair.expected * 60
    let isSimple = abs(sixtieths - sixtieths.rounded()) <= 1e-5
    return !isSimple && !isClose(pair.expected, image)
  }

  /// The numbers of two values of one shape; nil where anything else differs.
  private static func numbers(of got: Observation, beside expected: Observation) -> [Pair]? {
    switch (got, expected) {
    case (.number(let left), .number(let right)): return [(left, right)]
    case (.integer(let left), .integer(let right)): return [(Double(left), Double(right))]
    case (.list(let left), .list(let right)):
      return left.count == right.count ? joined(zip(left, right)) : nil
    case (.table(let left), .table(let right)):
      guard left.keys == right.keys else { return nil }
      return joined(left.map { ($0.value, right[$0.key] ?? .missing) })
    default: return got == expected ? [] : nil
    }
  }

  private static func joined(_ values: some Sequence<(Observation, Observation)>) -> [Pair]? {
    var pairs: [Pair] = []
    for (left, right) in values {
      guard let more = numbers(of: left, beside: right) else { return nil }
      pairs += more
    }
    return pairs
  }
}
