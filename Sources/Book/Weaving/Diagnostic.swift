/// A mistake of an author's, with the place to look at: `file:line: error: message`.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as a path from the package's root where it lies inside it.
  public var file: String
  /// The line, counted from 1; 0 where the whole file is meant.
  public var line: Int
  /// What is wrong and what to do about it.
  public var message: String

  /// Creates a diagnostic at a line of a file.
  public init(file: String, line: Int = 0, _ message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// The form that editors jump to.
  public var description: String {
    line > 0 ? "\(file):\(line): error: \(message)" : "\(file): error: \(message)"
  }
}

/// Several diagnostics thrown together, so that an author sees every mistake of a build at once.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
  /// In the order of file and line.
  public let all: [Diagnostic]

  /// Sorts the diagnostics by file and line.
  public init(_ all: some Sequence<Diagnostic>) {
    self.all = all.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }

  /// One line each.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
