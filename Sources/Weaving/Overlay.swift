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
  /// Exercises that the grading program is built without: its call of them does not compile.
  public var unbound: Set<String> = []

  /// Starts with the learner's files as they are.
  public init(learner: LearnerModule) { self.learner = learner }

  /// The overlay's folder, as a path from the package's root.
  public var folder: String { ".build/overlay/Chapter\(learner.reference.chapter)" }

  /// The folder of the grading program's copy, as a path from the package's root.
  private var gradeFolder: String { "\(folder)Grade" }

  /// What connects the chapter's functions to their graders.
  public var bindings: GradeBindings {
    GradeBindings(chapter: learner.reference.chapter, root: learner.root)
  }

  /// Writes the folders; a file that would not change is not touched, so that builds stay short.
  ///
  /// - Throws: ``Diagnostic`` where a declaration that is to be replaced cannot be found.
  public func write() throws {
    try write(texts(), to: folder)
    let bindings = bindings
    let grade = try bindings.texts(without: unbound).map { name, text in
      (name, location(of: "\(bindings.folder)/\(name)", line: 1) + text)
    }
    try write(Dictionary(uniqueKeysWithValues: grade), to: gradeFolder)
  }

  private func write(_ texts: [String: String], to folder: String) throws {
    let directory = learner.root.appending(path: folder)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    var wanted = texts
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
      texts[name] = try located(learner.text(of: name).withoutLocations, file: name)
    }
    for file in learner.reference.files where stubbedFiles.contains(file.name) {
      texts[file.name] = try replaced(in: file.stub, file: file.name) { $0.body }
    }
    return texts
  }

  /// A learner's file with the replaced bodies, every other line at its own place.
  private func located(_ source: String, file: String) throws -> String {
    let here = learner.path(of: file)
    let text = try replaced(in: source, file: file) { replacement in
      // Lines are counted in the learner's text: what was replaced before may have moved them.
      let lastLine = FunctionBody.matching(replacement.header, in: source)?.lines.upperBound ?? 1
      let body = replacement.body.trimmingCharacters(in: .newlines)
      return "\n\(body)\n" + location(of: here, line: lastLine)
    }
    return location(of: here, line: 1) + text
  }

  /// The mark by which the compiler takes the next line for one of another file.
  private func location(of path: String, line: Int) -> String {
    let here = learner.root.appending(path: path).path
      .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "#sourceLocation(file: \"\(here)\", line: \(line))\n"
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

extension String {
  /// The text without the learner's own `#sourceLocation` marks, and with as many lines: they would
  /// lay a mistake at the door of another file.
  fileprivate var withoutLocations: String {
    guard contains("sourceLocation") else { return self }
    let tokens = SwiftTokenizer.tokens(of: self)
    var text = self
    for index in tokens.indices.dropLast(2).reversed()
    where tokens[index].text == "#" && tokens[index + 1].text == "sourceLocation" {
      let end = tokens[index...].first { $0.text == ")" }?.end ?? tokens[index + 1].end
      let range = tokens[index].start..<end
      text.replaceSubrange(range, with: text[range].filter(\.isNewline))
    }
    return text
  }
}
