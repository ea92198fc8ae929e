import Foundation

/// Hears of Ctrl-C, which ends a session and leaves no worker behind.
enum Signals {
  /// Set by the signal; a handler may do no more than this.
  nonisolated(unsafe) private static var wasInterrupted: sig_atomic_t = 0

  /// Whether Ctrl-C was pressed.
  static var isInterrupted: Bool { wasInterrupted != 0 }

  /// Lets every signal through, whatever whoever has started this program had held back: a limit that
  /// cannot tell that it is reached is none.
  static func unblock() {
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    signal(SIGXCPU, SIG_DFL)
  }

  /// From here on Ctrl-C is noted, and a write to nobody is no end.
  static func listen() {
    signal(SIGPIPE, SIG_IGN)
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { _ in Signals.wasInterrupted = 1 }
    #if os(Linux)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    // Without SA_RESTART: a wait for a line ends.
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaction(number, &action, nil) }
  }
}
