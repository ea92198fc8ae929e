import Weaving

/// What is wrong, where only the caller knows in which file and line.
struct Fault: Error {
  let message: String
}

/// Collects the diagnostics of one file, so that an author sees them all at once.
struct Faults: Sendable {
  let file: String
  private(set) var all: [Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  mutating func report(_ line: Int, _ message: String) {
    all.append(Diagnostic(file: file, line: line, message))
  }
}
