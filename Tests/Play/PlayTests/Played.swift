import Foundation
import Grading

/// What became of a session whose lines came from a pipe.
struct Played {
  let status: Int32
  let output: String
  let errors: String

  /// Plays a session of this build in a folder that is removed afterwards.
  ///
  /// - Parameters:
  ///   - program: such as `Chapter1Play`.
  ///   - lines: all of standard input.
  ///   - files: texts that lie in the folder, by name.
  init(
    _ program: String, _ arguments: [String] = [], lines: String, files: [String: Data] = [:]
  ) throws {
    try self.init(program, arguments, bytes: Data(lines.utf8), files: files)
  }

  init(
    _ program: String, _ arguments: [String] = [], bytes: Data, files: [String: Data] = [:]
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file)
    }
    let process = Process()
    let outputs = ["lines", "output", "errors"].map { folder.appending(path: ".\($0)") }
    try bytes.write(to: outputs[0])
    for file in outputs[1...] { try Data().write(to: file) }
    process.executableURL = GradeClient.buildFolder().appending(path: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: outputs[0])
    process.standardOutput = try FileHandle(forWritingTo: outputs[1])
    process.standardError = try FileHandle(forWritingTo: outputs[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: outputs[1], encoding: .utf8)
    errors = try String(contentsOf: outputs[2], encoding: .utf8)
  }
}
