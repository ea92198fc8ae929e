import Foundation

/// How much a check may use.
///
/// Processor time decides: a machine that has more to do makes no code wrong. The clock ends only
/// what waits for something that never comes.
struct CheckLimits: Sendable {
  /// Seconds of processor time, of the check and all that it starts.
  var processorSeconds: Double
  /// Seconds by the clock in which nothing of it wanted a processor.
  var waitingSeconds = Self.patience
  /// Seconds by the clock, whatever it does: for processes that hide what they use.
  var clockSeconds: Double { waitingSeconds * 10 }

  /// How long a check may wait in all, in seconds.
  static let patience = 60.0
}

/// What a check has used of its limits.
struct CheckClock {
  /// A limit that was reached, with what had been used by then, in seconds.
  enum Excess: Equatable {
    case processorTime(Double)
    case waiting(clock: Double, used: Double)
    case clock(Double, used: Double)
  }

  private let limits: CheckLimits
  private(set) var used = 0.0
  private var waited = 0.0
  private var passed = 0.0
  private let before: Double

  /// - Parameter before: processor time that the supervisor's tree had used already.
  init(limits: CheckLimits, before: Double) {
    self.limits = limits
    self.before = before
  }

  /// Takes note of some time by the clock and of what has been used until its end.
  ///
  /// A long time between two looks is one in which nobody ran: a computer that was asleep, or a
  /// supervisor that was stopped. It counts as a second at most.
  mutating func advance(seconds: Double, to use: ProcessTree.Use) {
    let seconds = min(seconds, 1)
    let more = max(0, use.processorSeconds - before - used)
    used += more
    passed += seconds
    if !use.isBusy { waited += max(0, seconds - more) }
  }

  /// The limit that is reached, if one is.
  var excess: Excess? {
    if used >= limits.processorSeconds { return .processorTime(used) }
    if waited >= limits.waitingSeconds { return .waiting(clock: passed, used: used) }
    if passed >= limits.clockSeconds { return .clock(passed, used: used) }
    return nil
  }
}

extension CheckClock.Excess {
  /// What was seen, and what to look for.
  var words: String {
    switch self {
    case .processorTime(let used):
      return "Your code was still running after \(Int(used)) seconds of processor time. "
        + "Look for a loop that never ends."
    case .waiting(let clock, let used):
      return "After \(Int(clock)) s by the clock your code had used \(Self.text(used)) s of "
        + "processor time: it waits for something. Look for a sleep, for input that is read, for a "
        + "lock or a signal that nobody gives."
    case .clock(let clock, let used):
      return "After \(Int(clock)) s by the clock your code was not done, with "
        + "\(Self.text(used)) s of processor time. Look for a loop that never ends."
    }
  }

  private static func text(_ seconds: Double) -> String { String(format: "%.1f", seconds) }
}
