import Coursework
import Foundation
import Grading
import Weaving

/// What the page says of an exercise.
struct VerdictLine: Encodable, Sendable {
  let exercise: String
  /// The verdict's kind; nil where there is none.
  let kind: Verdict.Kind?
  /// One character that every browser's fonts have.
  let sign: String
  /// The outcome as the terminal words it.
  let title: String
  let message: String
  let location: String?
  let isSolution: Bool
  /// When the verdict was given, in seconds since 1970.
  let time: Int?
  /// Tells one verdict from another; empty where there is none.
  let state: String

  init(exercise: String, entry: LearnerProgress.Entry) {
    isSolution = entry.verdict == .passed && entry.isSolution == true
    var title = entry.verdict?.words ?? ""
    if let other = entry.blockedBy { title += " by \(other)" }
    if isSolution { title += " (the solution)" }
    self.exercise = exercise
    self.title = title
    kind = entry.verdict
    sign = entry.verdict?.webSign ?? ""
    message = entry.message ?? ""
    location = entry.location
    time = entry.time.map { Int($0.timeIntervalSince1970) }
    let parts = [kind?.rawValue, time.map(String.init), isSolution ? "solution" : nil]
    state = kind == nil ? "" : parts.compactMap { $0 }.joined(separator: " ")
  }

  /// What is known of exercises.
  ///
  /// - Parameter exercises: those of the book in its order; without any, those that have an entry.
  static func all(of progress: LearnerProgress, exercises: [String]) -> [VerdictLine] {
    let known =
      exercises.isEmpty
      ? progress.exercises.keys.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
      : exercises
    return known.map { VerdictLine(exercise: $0, entry: progress.exercises[$0] ?? .init()) }
  }

  /// The body of `/course/progress`, on one line, the same for the same progress.
  static func json(of lines: [VerdictLine]) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(["exercises": lines])) ?? Data("{}".utf8)
  }
}

extension Verdict.Kind {
  /// The terminal's signs, where fonts for the web have them.
  fileprivate var webSign: String {
    switch self {
    case .passed, .wrong, .notAttempted: symbol
    case .blocked: "…"
    case .tooSlow, .crashed, .timedOut, .outOfMemory, .doesNotCompile, .notFound, .graderFault: "!"
    }
  }
}

/// What the page says of a book that cannot be built.
enum DiagnosticReport {
  private struct Line: Encodable {
    let place: String
    let message: String
  }

  /// A list of `{place, message}`, on one line.
  static func json(of diagnostics: [Diagnostic]) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = diagnostics.map { Line(place: $0.place, message: $0.message) }
    return (try? encoder.encode(lines)) ?? Data("[]".utf8)
  }
}

extension Diagnostic {
  /// The file, and the line where one is known.
  var place: String { line > 0 ? "\(file):\(line)" : file }
}
