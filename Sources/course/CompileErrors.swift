import Foundation
import Weaving

/// A compiler's error in a learner's file.
struct CompileError: Hashable {
  let file: String
  let line: Int
  let message: String

  /// Every error in a build log that lies in one of the folders, once each, in order.
  ///
  /// The compiler writes `path:line:column: error: message`.
  static func all(in log: String, folders: [String]) -> [CompileError] {
    var seen: Set<CompileError> = []
    return log.split(separator: "\n").compactMap { line -> CompileError? in
      guard let marker = line.range(of: ": error: ") else { return nil }
      let place = line[..<marker.lowerBound].split(separator: ":")
      guard place.count >= 3, let number = Int(place[place.count - 2]) else { return nil }
      let path = place.dropLast(2).joined(separator: ":")
      let folder = folders.lazy.compactMap { path.firstRange(of: "/\($0)/") }.first
      guard let folder else { return nil }
      let error = CompileError(
        file: String(path[folder.upperBound...]), line: number,
        message: String(line[marker.upperBound...]))
      return seen.insert(error).inserted ? error : nil
    }
  }
}

extension LearnerModule {
  /// The exercise in whose declaration a line stands, or nil outside every exercise.
  func exercise(atLine line: Int, of file: String) -> String? {
    reference.exercises.first { exercise in
      (try? bodies(of: exercise))?.contains { $0.file == file && $0.lines.contains(line) } ?? false
    }
  }
}
