import Foundation

/// Asks the compiler whether it can parse code that is to be published; nothing is type-checked.
///
/// The reference is compiled only where somebody asks for it, so that a slip in it could stand in
/// the book for days.
public struct SyntaxCheck: Sendable {
  private let root: URL
  private let cache: URL
  private let environment: [String: String]

  /// - Parameters:
  ///   - root: the package's root.
  ///   - cache: a folder that may be removed at any time.
  ///   - environment: where the `PATH` of the compiler is looked up.
  public init(root: URL, cache: URL, environment: [String: String]) {
    self.root = root
    self.cache = cache
    self.environment = environment
  }

  /// The compiler's errors, each with file and line; one diagnostic where it does not start.
  public func faults(in files: [ReferenceFile]) -> [Diagnostic] {
    let files = files.sorted { $0.path < $1.path }
    let texts = ParsedTexts(
      of: files.map { ($0.path, $0.source) }, name: "parsed.txt", cache: cache)
    if files.isEmpty || texts.areKnown { return [] }
    do {
      let (status, log) = try run(files.map(\.path))
      let faults = log.split(separator: "\n").compactMap { fault(in: $0) }
      guard status != 0 || !faults.isEmpty else {
        texts.keep()
        return []
      }
      if !faults.isEmpty { return faults }
    } catch {}
    return [
      Diagnostic(
        file: "Solutions",
        "the compiler, swiftc, does not start, so nobody knows whether this code can be parsed; put "
          + "Swift on the PATH")
    ]
  }

  private func run(_ files: [String]) throws -> (status: Int32, log: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-frontend", "-parse", "-swift-version", "6", "-enable-bare-slash-regex",
        "-parse-as-library", "-module-name", "Chapter", "-diagnostic-style", "llvm",
      ] + files
    process.environment = environment
    process.currentDirectoryURL = root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let data = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// `Solutions/Chapter1/A.swift:3:1: error: expected expression after operator`.
  private func fault(in line: Substring) -> Diagnostic? {
    guard let match = line.wholeMatch(of: /(.+?\.swift):(\d+):\d+: error: (.+)/) else { return nil }
    return Diagnostic(
      file: String(match.1), line: Int(match.2) ?? 0,
      "the compiler cannot parse this: \(match.3)")
  }
}
