import Foundation

/// The learner's side of a chapter, `Sources/ChapterN`, seen through its reference module.
///
/// Exercises are found by their declarations, not by marks in the learner's text: a learner may
/// move them, surround them with helpers, and write any body, as long as the declaration stands.
public struct LearnerModule: Sendable {
  /// The chapter's reference.
  public let reference: ReferenceModule
  /// The package's root.
  public let root: URL

  /// Pairs a reference module with the learner's folder of the same package.
  public init(reference: ReferenceModule, root: URL) {
    self.reference = reference
    self.root = root
  }

  /// The learner's folder, as a path from the package's root.
  public var folder: String { "Sources/Chapter\(reference.chapter)" }

  /// A file of the learner's, as a path from the package's root.
  public func path(of file: String) -> String { "\(folder)/\(file)" }

  /// The text of a learner's file.
  ///
  /// - Throws: ``Diagnostic`` where it is missing or is not UTF-8.
  public func text(of file: String) throws -> String {
    let url = root.appending(path: path(of: file))
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw Diagnostic(
        file: path(of: file),
        "this file is missing; `swift run course reset --file \(file)` brings back its stub")
    }
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw Diagnostic(file: path(of: file), "this file cannot be read as UTF-8 text")
    }
    return text
  }

  /// Swift files in the learner's folder, the learner's own ones and those in folders too, as paths
  /// from it, sorted.
  public func fileNames() throws -> [String] {
    guard let names = SwiftFiles.names(below: root.appending(path: folder)) else {
      throw Diagnostic(file: folder, "this folder cannot be read")
    }
    return names
  }

  /// The declarations of an exercise with their bodies as they stand in the learner's files.
  ///
  /// - Throws: ``Diagnostic`` where a file or a declaration is missing.
  public func bodies(of exercise: String) throws -> [ExerciseBody] {
    try reference.exercise(exercise).map { region in
      let wanted = try ExerciseBody(reference: region)
      let source = try text(of: wanted.file)
      guard let found = FunctionBody.matching(wanted.header, in: source) else {
        if FunctionBody.opens(wanted.header, in: source) {
          throw Diagnostic(
            file: path(of: wanted.file),
            "the brace that opens `\(wanted.declaration)` is never closed")
        }
        throw Diagnostic(
          file: path(of: wanted.file),
          "exercise \(exercise) needs the declaration `\(wanted.declaration)`, which is not here; "
            + "write it back, or run `swift run course reset --file \(wanted.file)` for a new stub")
      }
      return ExerciseBody(
        file: wanted.file, header: wanted.header, declaration: wanted.declaration,
        body: String(source[found.body]), lines: found.lines)
    }
  }

  /// Writes other bodies into the learner's files; the rest of the files stays as it is.
  ///
  /// Every declaration is looked up before anything is written.
  public func replace(_ bodies: [ExerciseBody]) throws {
    var texts: [String: String] = [:]
    for body in bodies {
      var source = try texts[body.file] ?? text(of: body.file)
      guard let found = FunctionBody.matching(body.header, in: source) else {
        throw Diagnostic(
          file: path(of: body.file), "the declaration `\(body.declaration)` is not here")
      }
      source.replaceSubrange(found.body, with: body.body)
      texts[body.file] = source
    }
    for (file, text) in texts {
      try Data(text.utf8).write(to: root.appending(path: path(of: file)), options: .atomic)
    }
  }
}

/// One declaration of an exercise and what stands between its braces.
public struct ExerciseBody: Codable, Sendable, Equatable {
  /// The file's name, without folder.
  public let file: String
  /// The declaration's tokens, by which it is found.
  public let header: String
  /// The declaration as it is written, on one line, for messages.
  public let declaration: String
  /// The text between the braces.
  public var body: String
  /// The lines of the declaration in the file that it was read from.
  public let lines: ClosedRange<Int>

  init(
    file: String, header: String, declaration: String, body: String, lines: ClosedRange<Int>
  ) {
    self.file = file
    self.header = header
    self.declaration = declaration
    self.body = body
    self.lines = lines
  }

  /// The body that the reference module has.
  init(reference region: Region) throws {
    guard let function = FunctionBody.first(in: region.text) else {
      throw Diagnostic(
        file: region.file, line: region.lines.lowerBound, "this region holds no declaration")
    }
    self.init(
      file: region.file.split(separator: "/").last.map(String.init) ?? region.file,
      header: function.header,
      declaration: function.declaration(in: region.text),
      body: String(region.text[function.body]),
      lines: region.lines.lowerBound...region.lines.upperBound - 1)
  }

  /// The same declaration, still to be written.
  func stubbed(as exercise: String) -> ExerciseBody {
    var copy = self
    let indent = body.reversed().prefix { $0 == " " }
    copy.body = "\n\(String(indent))  todo(\"\(exercise)\")\n\(String(indent))"
    return copy
  }
}

extension ReferenceModule {
  /// The bodies of an exercise as the reference has them.
  public func bodies(of exercise: String) throws -> [ExerciseBody] {
    try self.exercise(exercise).map(ExerciseBody.init(reference:))
  }

  /// The bodies of an exercise as its stubs have them.
  public func stubBodies(of exercise: String) throws -> [ExerciseBody] {
    try bodies(of: exercise).map { $0.stubbed(as: exercise) }
  }
}
