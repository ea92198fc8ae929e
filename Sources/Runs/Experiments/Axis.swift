import Foundation

/// What an axis of a chart shows and how.
public struct Axis: Sendable {
  /// What is measured, with its unit: `words of training text`.
  public let label: String
  /// How values are spaced.
  public let kind: Scale.Kind
  /// The values to print; nil leaves the choice to the scale.
  public let ticks: [Double]?
  /// How a value is printed.
  public let format: @Sendable (Double) -> String
  /// Whether a linear axis begins at 0, or ends there.
  public let includesZero: Bool

  /// An axis.
  public init(
    _ label: String, kind: Scale.Kind = .linear, ticks: [Double]? = nil,
    includesZero: Bool = true,
    format: @escaping @Sendable (Double) -> String = { Magnitude.text($0) }
  ) {
    (self.label, self.kind, self.ticks, self.format) = (label, kind, ticks, format)
    self.includesZero = includesZero
  }

  /// Prints a share of 1 in percent.
  public static let percent: @Sendable (Double) -> String = {
    (Magnitude.grouped($0 * 100, decimals: 1) + "%").replacing(".0%", with: "%")
  }

  /// Prints a whole number with a comma at each thousand.
  public static let grouped: @Sendable (Double) -> String = { Magnitude.grouped($0, decimals: 0) }
}
