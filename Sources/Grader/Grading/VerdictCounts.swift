/// How many exercises have come how far.
///
/// What nobody has written yet is open, and counts as no failure.
public struct VerdictCounts: Sendable, Equatable {
  /// All of them.
  public let all: Int
  /// Those that have passed.
  public let passed: Int
  /// Those of which something is there that is not right yet.
  public let toMend: Int
  /// Those that wait for another one, or that the grader could not judge.
  public let unjudged: Int
  /// Those that are still to be written.
  public let open: Int

  /// Counts the latest outcomes, one for each exercise; nil where there is none.
  public init(of outcomes: [Verdict.Kind?]) {
    all = outcomes.count
    passed = outcomes.count { $0 == .passed }
    open = outcomes.count { $0 == nil || $0 == .notAttempted }
    unjudged = outcomes.count { $0 == .blocked || $0 == .graderFault }
    toMend = all - passed - open - unjudged
  }

  /// The counts for people; what there is none of is left out, but for what has passed.
  public var text: String {
    let others = [(toMend, "to mend"), (unjudged, "not judged"), (open, "open")]
    return "\(passed) of \(all) exercises passed"
      + others.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
  }
}

/// Numbers of exercises in a line.
public enum ExerciseNumbers {
  /// The numbers as they come; three and more that follow one another are shortened: `1.2, 1.4–1.9`.
  public static func text(_ exercises: [String]) -> String {
    var runs: [[String]] = []
    for exercise in exercises {
      if let last = runs.last?.last, follows(exercise, last) {
        runs[runs.count - 1].append(exercise)
      } else {
        runs.append([exercise])
      }
    }
    return runs.flatMap { run in
      run.count < 3 ? run : ["\(run[0])–\(run[run.count - 1])"]
    }.joined(separator: ", ")
  }

  private static func follows(_ exercise: String, _ other: String) -> Bool {
    let (parts, others) = (exercise.split(separator: "."), other.split(separator: "."))
    guard parts.count == 2, others.count == 2, parts[0] == others[0],
      let number = Int(parts[1]), let before = Int(others[1])
    else { return false }
    return number == before + 1
  }
}
