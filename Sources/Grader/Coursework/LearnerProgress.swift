import Foundation
import Grading

/// What the learner has done so far, kept in `.course/progress.json`.
public struct LearnerProgress: Sendable, Equatable {
  /// Raised when the file's meaning changes. Further fields that may be missing do not change it.
  public private(set) var version = Self.knownVersion
  /// By exercise number.
  public var exercises: [String: Entry] = [:]
  /// What a newer version has written.
  private var others: [String: JSONValue] = [:]

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
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      if try isAbsent(url) { return LearnerProgress() }
      throw ProgressError.unreadable(reason: reason(of: error))
    }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    do {
      return try decoder.decode(LearnerProgress.self, from: data)
    } catch {
      throw ProgressError(damage: error)
    }
  }

  /// Whether nothing has been written yet; a link to nowhere is no beginning.
  private static func isAbsent(_ url: URL) throws(ProgressError) -> Bool {
    let manager = FileManager.default
    for place in [url.deletingLastPathComponent(), url] {
      let name = place == url ? ".course/progress.json" : ".course"
      if let target = try? manager.destinationOfSymbolicLink(atPath: place.path),
        !manager.fileExists(atPath: place.path)
      {
        throw .unreadable(reason: "\(name) is a link to \(target), which is not there")
      }
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: place.path, isDirectory: &isFolder) else { return true }
      if place != url, !isFolder.boolValue {
        throw .unreadable(reason: "\(name) is a file and not a folder")
      }
    }
    return false
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
    // What cannot be read is never written to, nor anything put beside it.
    _ = try load(root: root)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ProgressError.unwritable(reason: reason(of: error))
    }
    let lock: FileLock
    do {
      lock = try FileLock(folder.appending(path: "lock"))
    } catch {
      throw ProgressError.unwritable(reason: (error as? LockError)?.reason ?? "\(error)")
    }
    defer { lock.release() }
    var progress = try load(root: root)
    let value = try change(&progress)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let data = try encoder.encode(progress)
    do {
      try DurableFile.write(data, to: url)
    } catch {
      throw ProgressError.unwritable(reason: error.reason)
    }
    return value
  }

  /// The system's own words, which are shorter than Foundation's.
  private static func reason(of error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let cause, cause.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(cause.code)))
  }

  /// Takes note of a verdict.
  ///
  /// - Parameters:
  ///   - isSolution: whether the reference's text stands in the learner's file.
  ///   - text: names the text that it is on.
  ///   - time: when it was given.
  public mutating func record(
    _ verdict: Verdict, isSolution: Bool, text: String? = nil, time: Date = Date()
  ) {
    var entry = exercises[verdict.exercise] ?? Entry()
    entry.verdict = verdict.kind
    entry.isSolution = isSolution
    entry.message = verdict.details
    entry.location = verdict.location
    entry.blockedBy = verdict.blockedBy
    entry.time = time
    entry.text = text
    if verdict.kind == .passed { entry.hasPassedOnce = true }
    exercises[verdict.exercise] = entry
  }

  /// Forgets the verdict on exercises whose text was exchanged.
  public static func forget(_ exercises: [String], root: URL) throws {
    try update(root: root) { progress in
      for exercise in exercises {
        guard var entry = progress.exercises[exercise] else { continue }
        (entry.verdict, entry.message, entry.location) = (nil, nil, nil)
        (entry.time, entry.blockedBy, entry.text) = (nil, nil, nil)
        progress.exercises[exercise] = entry
      }
    }
  }
}

extension LearnerProgress: Codable {
  /// Reads progress.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: AnyKey.self)
    version = try values.decode(Int.self, forKey: "version")
    guard version == Self.knownVersion else {
      throw DecodingError.dataCorruptedError(
        forKey: "version", in: values,
        debugDescription: "\(version), and this program knows \(Self.knownVersion)")
    }
    exercises = try values.decode([String: Entry].self, forKey: "exercises")
    for key in values.allKeys where !["version", "exercises"].contains(key.stringValue) {
      others[key.stringValue] = try values.decode(JSONValue.self, forKey: key)
    }
  }

  /// Writes progress, and what only another version knows.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: AnyKey.self)
    for (name, value) in others { try values.encode(value, forKey: AnyKey(name)) }
    try values.encode(version, forKey: "version")
    try values.encode(exercises, forKey: "exercises")
  }
}
