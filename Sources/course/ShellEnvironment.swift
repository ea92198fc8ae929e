import Foundation

/// What the shell asks of `Package.swift`, which is meant for `swift build` and `swift test`.
enum ShellEnvironment {
  /// Says that a command does what it says all the same; nothing where nothing is set.
  ///
  /// - Parameter promise: such as "`check` grades your files".
  static func note(_ promise: String) {
    for name in ["SOLUTIONS", "CHAPTER", "OVERLAY", "PART", "PLAY"] {
      guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { continue }
      Terminal.complain("\(name)=\(value) is set in your shell; \(promise) all the same")
    }
  }
}
