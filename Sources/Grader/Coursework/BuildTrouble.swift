import Foundation

/// A build that failed for a reason that is nobody's code: it says nothing of anybody's work.
public struct BuildTrouble: Error, Equatable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public let description: String

  /// Looks for such a reason in a build's log.
  ///
  /// What the compiler says of a line of code, and the code that it quotes, is passed over: a
  /// learner's text may hold any words.
  public init?(log: String) {
    let lines = log.split(separator: "\n").filter { !Self.isAboutCode($0) }
    let found = Self.causes.lazy.compactMap { cause -> (Substring, String)? in
      let line = lines.first { line in
        let line = line.lowercased()
        return cause.signs.contains { line.contains($0) }
      }
      return line.map { ($0, cause.advice) }
    }.first
    guard let (line, advice) = found else { return nil }
    let words = line.split(separator: " ").joined(separator: " ")
    description = "nothing could be built: \(advice)\n    \(words.prefix(300))"
  }

  /// A folder of the build's that cannot be written to.
  public init(_ error: CocoaError) {
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let words = cause.map { String(cString: strerror(Int32($0.code))) }
    let known = words.flatMap { BuildTrouble(log: $0) }
    self =
      known
      ?? BuildTrouble(description: "nothing could be built: \(words ?? error.localizedDescription)")
  }

  private init(description: String) { self.description = description }

  /// `path:line:column: error: …`, a quoted line `12 | …`, or a mark below one; a mere warning too.
  private static func isAboutCode(_ line: Substring) -> Bool {
    if line.contains("warning: ") { return true }
    let quoted = line.drop { $0 == " " || $0.isNumber }
    if quoted.first == "|" || quoted.first == "`" { return true }
    let place = line.split(separator: ": ", maxSplits: 1).first ?? ""
    let parts = place.split(separator: ":")
    return parts.count >= 3 && parts.suffix(2).allSatisfy { Int($0) != nil }
  }

  private static let causes: [(signs: [String], advice: String)] = [
    (
      ["no space left on device", "disk quota exceeded", "database or disk is full"],
      "the disk is full. Make room, then check again."
    ),
    (
      ["file too large"],
      "a limit on the size of files was reached (see `ulimit -f`)."
    ),
    (
      ["read-only file system", "permission denied", "attempt to write a readonly database"],
      "the folder .build cannot be written to. Give it back to yourself, or remove it."
    ),
    (
      ["cannot allocate memory", "out of memory", "std::bad_alloc", "virtual memory exhausted"],
      "the memory ran out. Close other programs, then check again."
    ),
    (
      ["too many open files", "resource temporarily unavailable"],
      "this computer allows no more open files or processes. Close other programs, then check again."
    ),
    (
      ["was compiled with module cache path", "missing required module 'swiftshims'"],
      "the folder .build comes from another place. Remove .build/check, then check again."
    ),
    (
      // Of SIGXFSZ, 25 on Linux: a limit on files.
      ["due to signal 25"], "a limit on the size of files was reached (see `ulimit -f`)."
    ),
    (
      ["program crashed: "], "the build itself crashed. Check again; if it stays so, remove .build."
    ),
    (
      [
        "terminated(9)", "terminated(15)", "signal 9", "signal 15",
        "unable to execute command: killed",
      ],
      "somebody ended the compiler; often it is the system, when memory runs out. Check again."
    ),
    (
      [
        "env: 'swift': no such file", "env: swift: no such file", "env: ‘swift’: no such file",
        "swift: command not found", "swift: not found",
      ],
      "there is no `swift` on the path."
    ),
    (
      [
        "could not resolve host", "failed to clone", "failed to fetch", "unable to access",
        "dependencies could not be resolved",
      ],
      "a package could not be fetched. Is there a network?"
    ),
  ]
}
