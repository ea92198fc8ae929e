import Foundation
import Grading
import Testing

/// Grades an exercise; whatever is not "passed" is recorded as one issue.
func expectPassed(
  _ exercise: String, at sourceLocation: SourceLocation = #_sourceLocation
) async {
  let verdict = verdict(on: exercise)
  if verdict.kind == .passed, verdict.exercise == exercise { return }
  let place = verdict.location.map { "\n\($0)" } ?? ""
  Issue.record(
    "Exercise \(exercise), \(words(for: verdict.kind)): \(verdict.message)\(place)",
    sourceLocation: sourceLocation)
}

/// Runs Chapter1Grade, which stands beside the test program, and reads its last line.
private func verdict(on exercise: String) -> Verdict {
  let tests = URL(fileURLWithPath: CommandLine.arguments[0])
  let process = Process()
  process.executableURL = tests.deletingLastPathComponent().appending(path: "Chapter1Grade")
  process.arguments = [exercise]
  let output = Pipe()
  process.standardOutput = output
  do {
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let line = text.split(separator: "\n").last ?? ""
    return try JSONDecoder().decode(Verdict.self, from: Data(line.utf8))
  } catch {
    return Verdict(
      exercise: exercise, kind: .crashed, message: "the grader gave no verdict (\(error))")
  }
}

private func words(for kind: Verdict.Kind) -> String {
  switch kind {
  case .notAttempted: "not attempted"
  case .timedOut: "timed out"
  case .outOfMemory: "out of memory"
  case .doesNotCompile: "does not compile"
  case .graderFault: "the grader's own fault"
  case .passed, .wrong, .crashed, .blocked: kind.rawValue
  }
}
