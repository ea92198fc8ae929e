import Grading
import Testing

/// Grades an exercise with Chapter1Grade, which was built beside the tests.
///
/// Whatever is not "passed" is recorded as one issue, whose text is the verdict.
func expectPassed(_ exercise: String) {
  let grader = GradeClient.buildFolder().appending(path: "Chapter1Grade")
  do {
    for verdict in try GradeClient.grade(executable: grader, exercises: [exercise])
    where verdict.kind != .passed {
      Issue.record(Comment(rawValue: verdict.text()))
    }
  } catch {
    Issue.record("\(exercise) could not be graded: \(error)")
  }
}
