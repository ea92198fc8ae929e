import Coursework
import Foundation
import Grading
import Weaving

/// What the page says of the exercises.
enum ProgressReport {
  private struct Report: Encodable {
    let exercises: [Line]
  }

  private struct Line: Encodable {
    let exercise: String
    /// The verdict's kind; nil where there is none.
    let kind: Verdict.Kind?
    let sign: String
    /// The outcome as the terminal words it.
    let title: String
    let message: String
    let location: String?
    let isSolution: Bool
    /// When the verdict was given, in seconds since 1970.
    let time: Double?
  }

  /// The body of `/course/progress`, on one line, the same for the same progress.
  ///
  /// - Parameter exercises: those of the book in its order; without any, those that have an entry.
  static func json(of progress: LearnerProgress, exercises: [String]) -> Data {
    let known =
      exercises.isEmpty
      ? progress.exercises.keys.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
      : exercises
    let lines = known.map { line(of: $0, progress.exercises[$0] ?? .init()) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(Report(exercises: lines))) ?? Data("{}".utf8)
  }

  private static func line(of exercise: String, _ entry: LearnerProgress.Entry) -> Line {
    let isSolution = entry.verdict == .passed && entry.isSolution == true
    var title = entry.verdict?.words ?? ""
    if let other = entry.blockedBy { title += " by \(other)" }
    if isSolution { title += " (the solution)" }
    return Line(
      exercise: exercise, kind: entry.verdict, sign: entry.verdict?.symbol ?? "", title: title,
      message: entry.message ?? "", location: entry.location, isSolution: isSolution,
      time: entry.time?.timeIntervalSince1970)
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
