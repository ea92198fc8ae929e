import Foundation
import Weaving

/// Asks Node whether it can parse the behaviours of figures: a page with one that it cannot parse
/// would look right, and its figure would never come to life.
struct ScriptCheck {
  private struct Fault: Decodable {
    let file: String
    let stack: String
  }

  /// Prints the faults as JSON; a stack's first line ends in the line's number.
  private static let program = """
    const { readFileSync } = require("fs"), { Script } = require("vm"), faults = [];
    for (const file of process.argv.slice(1)) {
      try { new Script(readFileSync(file, "utf8"), { filename: file }); }
      catch (error) { faults.push({ file, stack: String(error.stack) }); }
    }
    process.stdout.write(JSON.stringify(faults));
    """

  let root: URL
  let cache: URL
  let environment: [String: String]

  /// - Parameter scripts: the behaviours' bytes, by path from the package's root.
  func faults(in scripts: [String: Data]) -> [Diagnostic] {
    let files = scripts.sorted { $0.key < $1.key }.map {
      (path: $0.key, text: String(decoding: $0.value, as: UTF8.self))
    }
    let texts = ParsedTexts(of: files, name: "scripts.txt", cache: cache)
    if files.isEmpty || texts.areKnown { return [] }
    guard let faults = try? run(files.map(\.path)) else {
      return [
        Diagnostic(
          file: "Makefile",
          "Node does not start, so nobody knows whether figures' behaviours can be parsed; run "
            + "`make setup` (Debian: apt install nodejs)")
      ]
    }
    if faults.isEmpty { texts.keep() }
    return faults.map { fault in
      let lines = fault.stack.split(separator: "\n")
      let line = lines.first?.split(separator: ":").last.flatMap { Int($0) } ?? 1
      let reason = lines.first { $0.hasPrefix("SyntaxError") } ?? "SyntaxError"
      return Diagnostic(file: fault.file, line: line, "Node cannot parse this: \(reason)")
    }
  }

  private func run(_ files: [String]) throws -> [Fault] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["node", "-e", Self.program, "--"] + files
    process.environment = environment
    process.currentDirectoryURL = root
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode([Fault].self, from: data)
  }
}
