import Foundation
import Grading
import Synchronization
import Testing

/// The program that grades this chapter; it stands beside the test program.
let gradingProgram = GradeClient.buildFolder().appending(path: "Chapter2Grade")

private let titles = SectionTitles(
  chapter: 2,
  root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent())

/// Grades an exercise; whatever is not "passed" is recorded as one issue.
func expectPassed(
  _ exercise: String, at sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let verdict = try GradeClient.verdict(on: exercise, executable: gradingProgram, titles: titles)
  Counts.outcomes.withLock { $0.append(verdict.kind) }
  if verdict.kind != .passed {
    Issue.record(Comment(rawValue: verdict.text()), sourceLocation: sourceLocation)
  }
}

/// Says in the end how far the exercises have come: a test has no other mark than its cross for what
/// is open and no failure.
struct Counts: SuiteTrait, TestScoping {
  static let outcomes = Mutex<[Verdict.Kind?]>([])

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await function()
    let outcomes = Self.outcomes.withLock { $0 }
    guard !outcomes.isEmpty else { return }
    print("\(test.displayName ?? test.name): \(VerdictCounts(of: outcomes).text).")
  }
}
