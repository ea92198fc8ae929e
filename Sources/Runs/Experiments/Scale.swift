import Foundation

/// Turns a quantity into a place on an axis, and chooses the axis's ticks.
public struct Scale: Equatable, Sendable {
  /// How values are spaced.
  public enum Kind: Equatable, Sendable {
    /// Equal steps lie equally far apart.
    case linear
    /// Equal factors lie equally far apart; every value is greater than 0.
    case logarithmic
  }

  /// How values are spaced.
  public let kind: Kind
  /// The values at the two ends of the axis.
  public let domain: ClosedRange<Double>
  /// The places of the two ends, in the drawing's units; the first may be the greater one.
  public let range: (start: Double, end: Double)

  /// A scale whose domain holds `values`, from tick to tick.
  ///
  /// - Parameters:
  ///   - includesZero: whether a linear axis shows 0.
  ///   - endsOnTicks: false to end an axis with the values instead of on a tick.
  ///
  /// - Precondition: `values` holds a finite number; on a logarithmic scale all are greater than 0.
  public init(
    _ kind: Kind, around values: [Double], from start: Double, to end: Double,
    includesZero: Bool = true, endsOnTicks: Bool = true
  ) {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    precondition(low.isFinite && high.isFinite, "an axis cannot hold \(low)…\(high)")
    range = (start, end)
    self.kind = kind
    switch kind {
    case .linear:
      let bottom = includesZero ? min(0, low) : low
      let top = includesZero ? max(0, high) : high
      guard endsOnTicks else {
        domain = bottom...max(top, bottom + .leastNormalMagnitude)
        return
      }
      let step = Self.step(for: max(top - bottom, .leastNormalMagnitude))
      let first = (bottom / step + 1e-9).rounded(.down) * step
      domain = first...max((top / step - 1e-9).rounded(.up) * step, first + step)
    case .logarithmic:
      precondition(low > 0, "a logarithmic axis cannot hold \(low)")
      guard endsOnTicks else {
        domain = low...max(high, low * 1.01)
        return
      }
      let bounds = Self.roundBounds(low, high)
      domain = bounds.low...bounds.high
    }
  }

  /// Scales are equal where kind, domain and range are.
  public static func == (left: Scale, right: Scale) -> Bool {
    left.kind == right.kind && left.domain == right.domain && left.range == right.range
  }

  /// The place of a value.
  public func position(of value: Double) -> Double {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let share =
      kind == .linear ? (value - low) / (high - low) : log(value / low) / log(high / low)
    return range.start + share * (range.end - range.start)
  }

  /// The values to print at the axis: round numbers, about five on a linear one.
  public var ticks: [Double] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    switch kind {
    case .linear:
      let step = Self.step(for: high - low)
      let first = (low / step - 1e-9).rounded(.up)
      let last = (high / step + 1e-9).rounded(.down)
      return stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }
    case .logarithmic:
      let decades = log10(high / low)
      let factors: [Double] = decades > 3 ? [1] : decades > 1.2 ? [1, 2, 5] : [1, 2, 3, 5, 7]
      let first = Int(log10(low).rounded(.down))
      let last = Int(log10(high).rounded(.up))
      var ticks: [Double] = []
      for exponent in first...last {
        let power = pow(10, Double(exponent))
        for factor in factors {
          let tick = factor * power
          if tick >= low * (1 - 1e-9), tick <= high * (1 + 1e-9) { ticks.append(tick) }
        }
      }
      return ticks
    }
  }

  /// Ticks in the order in which they are worth being printed: powers of ten first, or
  /// every other one where there are none.
  func ordered(_ ticks: [Double]) -> [Double] {
    let hasPowers = ticks.contains(where: isPower)
    let isFirst = ticks.enumerated().map { hasPowers ? isPower($1) : $0 % 2 == 0 }
    let pairs = zip(ticks, isFirst)
    return pairs.filter(\.1).map(\.0) + pairs.filter { !$0.1 }.map(\.0)
  }

  /// Whether a value of a logarithmic axis is a power of ten.
  func isPower(_ tick: Double) -> Bool {
    kind == .logarithmic && abs(log10(tick) - log10(tick).rounded()) < 1e-9
  }

  /// The greatest step of 1, 2 or 5 times a power of ten that leaves four steps or so in the span.
  private static func step(for span: Double) -> Double {
    let rough = span / 3.5
    let power = pow(10, log10(rough).rounded(.down))
    let factor = [5.0, 2, 1].first { $0 * power <= rough * (1 + 1e-9) } ?? 1
    return factor * power
  }

  /// The nearest of 1, 2, 5 times a power of ten around the values.
  private static func roundBounds(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
    func rounds(_ value: Double) -> [Double] {
      let power = pow(10, log10(value).rounded(.down))
      return [0.5, 1, 2, 5, 10].map { $0 * power }
    }
    let bottom = rounds(low).last { $0 <= low * (1 + 1e-9) } ?? low
    let top = rounds(high).first { $0 >= high * (1 - 1e-9) } ?? high
    return (bottom, top > bottom ? top : bottom * 2)
  }
}
