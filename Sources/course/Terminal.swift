import Foundation

/// What differs between a person's terminal and a file or pipe.
enum Terminal {
  /// Whether standard output is a terminal that wants colour.
  static let hasColour =
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Whether progress may be shown and wiped away again.
  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Shows what is going on, until the next call; nothing where nobody watches.
  static func progress(_ text: String) {
    guard showsProgress else { return }
    write("\r\u{1B}[2K\(text)")
  }

  /// Writes to standard error.
  static func complain(_ text: String) {
    write(text + "\n")
  }

  /// What cannot be said, to a full disk or to nobody, is no reason to stop.
  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
