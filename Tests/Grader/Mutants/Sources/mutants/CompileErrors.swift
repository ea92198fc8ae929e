import Foundation
import Mutation

/// What the compiler says about mutants that mean nothing.
enum CompileErrors {
  /// A log's errors; all of it where there are none.
  static func lines(of log: String) -> String {
    let errors = log.split(separator: "\n").filter { $0.contains("error: ") }
    return errors.isEmpty ? log : errors.joined(separator: "\n")
  }

  /// The mutants that errors point at: `…/Solutions/Chapter1/OneHot.swift:12:5: error: …`.
  static func mutants(in log: String, of schema: Schema, chapter: String) -> Set<Int> {
    let pattern = #/Solutions/(\w+)/(\w+\.swift):(\d+):\d+: error: /#
    return Set(
      log.matches(of: pattern).compactMap { match in
        guard match.1 == chapter, let line = Int(match.3) else { return nil }
        return schema.mutant(file: String(match.2), line: line)
      })
  }
}
