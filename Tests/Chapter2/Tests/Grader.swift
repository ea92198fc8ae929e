import Foundation
import Grading
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
  if let failure = try GradeClient.failure(
    of: exercise, executable: gradingProgram, titles: titles)
  {
    Issue.record(Comment(rawValue: failure), sourceLocation: sourceLocation)
  }
}
