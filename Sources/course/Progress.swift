import Foundation
import Grading

/// What the learner has done so far, kept in `.course/progress.json`.
struct Progress: Codable {
  struct Entry: Codable {
    var verdict: Verdict.Kind?
    var hasPassedOnce = false
    var hintsShown = 0
    /// Whether what passed was the reference's own text; nil in files of before this was kept.
    var isSolution: Bool?
  }

  /// Raised when the file's meaning changes.
  var version = 1
  /// By exercise number.
  var exercises: [String: Entry] = [:]

  private static func url(in workspace: Workspace) -> URL {
    workspace.root.appending(path: ".course/progress.json")
  }

  /// Reads the file; without one, nothing has been done yet.
  ///
  /// - Throws: ``Failure`` where the file cannot be understood; it is never overwritten then.
  static func load(from workspace: Workspace) throws -> Progress {
    guard let data = try? Data(contentsOf: url(in: workspace)) else { return Progress() }
    guard let progress = try? JSONDecoder().decode(Progress.self, from: data), progress.version == 1
    else {
      throw Failure(
        ".course/progress.json cannot be read by this version; move it away to start afresh")
    }
    return progress
  }

  /// Writes the file.
  func save(to workspace: Workspace) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let url = Self.url(in: workspace)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try encoder.encode(self).write(to: url, options: .atomic)
  }

  /// Takes note of a verdict.
  ///
  /// - Parameter isSolution: whether the reference's text stands in the learner's file.
  mutating func record(_ verdict: Verdict, isSolution: Bool) {
    var entry = exercises[verdict.exercise] ?? Entry()
    entry.verdict = verdict.kind
    entry.isSolution = isSolution
    if verdict.kind == .passed { entry.hasPassedOnce = true }
    exercises[verdict.exercise] = entry
  }

  /// Forgets the verdict on an exercise whose text was exchanged.
  static func forget(_ exercises: [String], in workspace: Workspace) throws {
    var progress = try load(from: workspace)
    for exercise in exercises { progress.exercises[exercise]?.verdict = nil }
    try progress.save(to: workspace)
  }
}
