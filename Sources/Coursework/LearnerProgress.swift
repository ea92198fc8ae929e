import Foundation
import Grading

/// What the learner has done so far, kept in `.course/progress.json`.
public struct LearnerProgress: Codable, Sendable, Equatable {
  /// What is known of one exercise.
  public struct Entry: Codable, Sendable, Equatable {
    /// The latest verdict; nil before the first, and after the text was exchanged.
    public var verdict: Verdict.Kind?
    /// Whether any verdict was “passed”.
    public var hasPassedOnce = false
    /// How many hints were asked for.
    public var hintsShown = 0
    /// Whether what passed was the reference's own text; nil in files of before this was kept.
    public var isSolution: Bool?
    /// What the latest verdict said; nil in files of before this was kept, as the two below.
    public var message: String?
    /// The learner's file and line that the latest verdict names.
    public var location: String?
    /// When the latest verdict was given.
    public var time: Date?
    /// The exercise that has to be done first, if the verdict is “blocked”.
    public var blockedBy: String?

    /// Nothing is known.
    public init() {}
  }

  /// Raised when the file's meaning changes. Further fields that may be missing do not change it.
  public private(set) var version = Self.knownVersion
  /// By exercise number.
  public var exercises: [String: Entry] = [:]

  private static let knownVersion = 1

  /// Nothing has been done.
  public init() {}

  /// Where the progress of the course at `root` is kept.
  public static func file(root: URL) -> URL { root.appending(path: ".course/progress.json") }

  /// Reads the file; without one, nothing has been done yet.
  ///
  /// - Parameter root: the package's root.
  /// - Throws: ``ProgressError`` where the file cannot be understood; it is never overwritten then.
  public static func load(root: URL) throws -> LearnerProgress {
    let url = file(root: root)
    guard FileManager.default.fileExists(atPath: url.path) else { return LearnerProgress() }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    guard let data = try? Data(contentsOf: url),
      let progress = try? decoder.decode(LearnerProgress.self, from: data),
      progress.version == knownVersion
    else { throw ProgressError.unreadable }
    return progress
  }

  /// Reads the file, changes what is in it and writes it, while no other process does so.
  ///
  /// - Parameters:
  ///   - root: the package's root.
  ///   - change: told what the file says at this moment.
  /// - Returns: what `change` returns.
  /// - Throws: ``ProgressError``, and what `change` throws; the file is as it was then.
  @discardableResult
  public static func update<Value>(
    root: URL, _ change: (inout LearnerProgress) throws -> Value
  ) throws -> Value {
    let url = file(root: root)
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ProgressError.unwritable(reason: error.localizedDescription)
    }
    return try FileLock.holding(folder.appending(path: "lock")) {
      var progress = try load(root: root)
      let value = try change(&progress)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.dateEncodingStrategy = .iso8601
      do {
        try encoder.encode(progress).write(to: url, options: .atomic)
      } catch {
        throw ProgressError.unwritable(reason: error.localizedDescription)
      }
      return value
    }
  }

  /// Takes note of a verdict.
  ///
  /// - Parameters:
  ///   - isSolution: whether the reference's text stands in the learner's file.
  ///   - time: when it was given.
  public mutating func record(_ verdict: Verdict, isSolution: Bool, time: Date = Date()) {
    var entry = exercises[verdict.exercise] ?? Entry()
    entry.verdict = verdict.kind
    entry.isSolution = isSolution
    entry.message = verdict.details
    entry.location = verdict.location
    entry.blockedBy = verdict.blockedBy
    entry.time = time
    if verdict.kind == .passed { entry.hasPassedOnce = true }
    exercises[verdict.exercise] = entry
  }

  /// Forgets the verdict on exercises whose text was exchanged.
  public static func forget(_ exercises: [String], root: URL) throws {
    try update(root: root) { progress in
      for exercise in exercises {
        guard var entry = progress.exercises[exercise] else { continue }
        (entry.verdict, entry.message, entry.location) = (nil, nil, nil)
        (entry.time, entry.blockedBy) = (nil, nil)
        progress.exercises[exercise] = entry
      }
    }
  }
}

/// Why progress cannot be kept.
public enum ProgressError: Error, CustomStringConvertible, Equatable {
  /// The file is there, but of another version or damaged.
  case unreadable
  /// The folder or one of its files cannot be written.
  case unwritable(reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unreadable:
      ".course/progress.json cannot be read by this version; move it away to start afresh"
    case .unwritable(let reason):
      ".course/progress.json cannot be written: \(reason)"
    }
  }
}
