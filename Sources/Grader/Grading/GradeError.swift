import Foundation

/// Why grading could not be done at all; never a learner's fault.
public enum GradeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A program, and the system's error code.
  case cannotStart(String, Int32)
  /// The grading program was not built.
  case noProgram(String)
  /// The grading program does not know an exercise.
  case unknownExercise(String)
  /// Nothing was graded.
  case nothingToGrade
  /// What the grading program wrote is not what this version understands.
  case notUnderstood(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .cannotStart(let path, let code):
      "\(path) cannot be started: \(String(cString: strerror(code)))"
    case .noProgram(let path):
      "the grading program \(path) is missing; build it with `swift build --build-tests`"
    case .unknownExercise(let id): "there is no grader for exercise \(id)"
    case .nothingToGrade: "no exercise ran"
    case .notUnderstood(let text):
      "the grading program wrote “\(text)”; rebuild it, for it is of another version"
    }
  }
}
