import Foundation
import Grading
import Testing

/// The program that grades this chapter; it stands beside the test program.
let gradingProgram = GradeClient.buildFolder().appending(path: "Chapter2Grade")

/// Grades an exercise; whatever is not "passed" is recorded as one issue.
func expectPassed(
  _ exercise: String, at sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let verdicts = try GradeClient.grade(executable: gradingProgram, exercises: [exercise])
  guard let verdict = verdicts.first, verdict.exercise == exercise else {
    Issue.record("exercise \(exercise) got no verdict", sourceLocation: sourceLocation)
    return
  }
  if verdict.kind != .passed {
    Issue.record(Comment(rawValue: verdict.text()), sourceLocation: sourceLocation)
  }
}
