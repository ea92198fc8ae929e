import Foundation

/// A copy of the learner's files in which some exercises have another body.
///
/// It lets one exercise be graded when another is missing (with the reference in its place) or does
/// not compile (with its stub). `Package.swift` builds it where `OVERLAY` names the chapter.
/// `#sourceLocation` marks keep every message of the compiler and every crash on the learner's
/// own file and line.
public struct Overlay: Sendable {
  /// What an exercise's body becomes.
  public enum Replacement: Sendable {
    case reference
    case stub
  }

  /// The learner's module.
  public let learner: LearnerModule
  /// Exercises with another body than the learner's.
  public var exercises: [String: Replacement] = [:]
  /// Files of which nothing can be kept; their stubs stand in for them.
  public var stubbedFiles: Set<String> = []

  /// Starts with the learner's files as they are.
  public init(learner: LearnerModule) { self.learner = learner }

  /// The overlay's folder, as a path from the package's root.
  public var folder: String { ".build/overlay/Chapter\(learner.reference.chapter)" }

  /// Writes the folder; a file that would not change is not touched, so that builds stay short.
  ///
  /// - Throws: ``Diagnostic`` where a declaration that is to be replaced cannot be found.
  public func write() throws {
    let directory = learner.root.appending(path: folder)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    var wanted = try texts()
    for name in SwiftFiles.names(below: directory) ?? [] {
      let url = directory.appending(path: name)
      if wanted[name] == nil {
        try FileManager.default.removeItem(at: url)
      } else if wanted[name] == (try? String(contentsOf: url, encoding: .utf8)) {
        wanted[name] = nil
      }
    }
    for (name, text) in wanted {
      let file = directory.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
    }
  }

  /// The text of every file, by name.
  func texts() throws -> [String: String] {
    var texts: [String: String] = [:]
    for name in try learner.fileNames() where !stubbedFiles.contains(name) {
      texts[name] = try located(learner.text(of: name), file: name)
    }
    for file in learner.reference.files where stubbedFiles.contains(file.name) {
      texts[file.name] = try replaced(in: file.stub, file: file.name) { $0.body }
    }
    return texts
  }

  /// A learner's file with the replaced bodies, every other line at its own place.
  private func located(_ source: String, file: String) throws -> String {
    let here = learner.root.appending(path: learner.path(of: file)).path
    let text = try replaced(in: source, file: file) { replacement in
      // Lines are counted in the learner's text: what was replaced before may have moved them.
      let lastLine = FunctionBody.matching(replacement.header, in: source)?.lines.upperBound ?? 1
      let body = replacement.body.trimmingCharacters(in: .newlines)
      return "\n\(body)\n#sourceLocation(file: \"\(here)\", line: \(lastLine))\n"
    }
    return "#sourceLocation(file: \"\(here)\", line: 1)\n" + text
  }

  private func replaced(
    in source: String, file: String, by body: (ExerciseBody) -> String
  ) throws -> String {
    var text = source
    for replacement in try replacements(in: file) {
      guard let found = FunctionBody.matching(replacement.header, in: text) else { continue }
      text.replaceSubrange(found.body, with: body(replacement))
    }
    return text
  }

  private func replacements(in file: String) throws -> [ExerciseBody] {
    try exercises.sorted { $0.key < $1.key }
      .flatMap { exercise, replacement in
        switch replacement {
        case .reference: try learner.reference.bodies(of: exercise)
        case .stub: try learner.reference.stubBodies(of: exercise)
        }
      }
      .filter { $0.file == file }
  }
}
