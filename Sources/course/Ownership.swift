import Coursework
import Weaving

/// Which exercises of a chapter are the learner's own, as far as verdicts tell.
struct Ownership {
  /// Passed, and as they were then.
  let own: [String]
  /// Passed, but changed since.
  let changed: [String]

  /// Reads it from what was kept.
  ///
  /// - Parameters:
  ///   - learner: the chapter's files as they are now.
  ///   - claimed: exercises that the learner wants to see at work although they have not passed.
  init(_ learner: LearnerModule, _ progress: LearnerProgress, claimed: [String] = []) {
    let exercises = learner.reference.exercises
    let passed = exercises.filter { progress.exercises[$0]?.verdict == .passed }
    let same = passed.filter { exercise in
      guard let text = progress.exercises[exercise]?.text else { return true }
      return text == learner.digest(of: exercise)
    }
    own = exercises.filter { same.contains($0) || claimed.contains($0) }
    changed = passed.filter { !same.contains($0) && !claimed.contains($0) }
  }
}
