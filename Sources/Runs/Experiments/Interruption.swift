import Foundation

/// Hears of Ctrl-C, so that a run can write what it has before it stops.
public enum Interruption {
  /// Set by the signal; a handler may do no more than this.
  nonisolated(unsafe) private static var wasRequested: sig_atomic_t = 0

  /// From here on the first Ctrl-C is noted; a second one ends the program at once.
  public static func listen() {
    signal(SIGINT) { _ in
      Interruption.wasRequested = 1
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether Ctrl-C was pressed.
  public static var isRequested: Bool { wasRequested != 0 }
}
