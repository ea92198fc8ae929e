import Foundation

/// A line on standard error that tells how far a long run is: share, rate and time left.
///
/// It writes only where a person looks on, that is where standard error is a terminal.
public struct ProgressLine {
  private let label: String
  private let total: Int
  private let unit: String
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  /// A line for `total` steps.
  public init(_ label: String, total: Int, unit: String, isShown: Bool = isTerminal) {
    (self.label, self.total, self.unit, self.isShown) = (label, total, unit, isShown)
  }

  /// Whether standard error is a terminal.
  public static var isTerminal: Bool { isatty(2) == 1 }

  /// Shows the state after `done` steps; at most ten times a second.
  public mutating func show(_ done: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, lastShown.duration(to: now) < .milliseconds(100), done < total { return }
    lastShown = now
    Self.write("\r\u{1B}[K" + Self.text(label, done, total, unit, after: start.duration(to: now)))
  }

  /// Takes the line away.
  public func finish() {
    if isShown { Self.write("\r\u{1B}[K") }
  }

  /// What the line says, such as `counting 42%, 1.2 M tokens/s, 3 s left`.
  static func text(
    _ label: String, _ done: Int, _ total: Int, _ unit: String, after elapsed: Duration
  ) -> String {
    let share = total == 0 ? 100 : 100 * done / total
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    guard done > 0, seconds > 0 else { return "\(label) \(share)%" }
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let time = left < 60 ? "\(left) s" : "\(left / 60) min \(left % 60) s"
    return "\(label) \(share)%, \(Magnitude.text(rate)) \(unit)/s, \(time) left"
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
