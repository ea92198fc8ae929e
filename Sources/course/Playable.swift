import Weaving

/// What can be played with the learner's own code, once an exercise has passed.
struct Playable {
  /// What `course check` says of it; nil where nothing has become playable.
  let line: String?

  /// - Parameters:
  ///   - own: every exercise of the chapter that is done.
  ///   - new: those that were not before this check.
  init(_ learner: LearnerModule, own: [String], new: [String], isWholeChapter: Bool) {
    let chapter = learner.reference.chapter
    let plays = DeclaredPlay.all(of: chapter, root: learner.root)
    let command = "`swift run course play \(chapter)`"
    let isDone = own.count == learner.reference.exercises.count
    guard !plays.isEmpty else {
      line = nil
      return
    }
    if isDone, isWholeChapter || !new.isEmpty {
      line = "All of chapter \(chapter) is yours. Play it: \(command)"
      return
    }
    let now = plays.filter { play in
      play.needs.allSatisfy(own.contains) && play.needs.contains(where: new.contains)
    }
    line =
      now.isEmpty
      ? nil : "You can play now: \(command), to " + now.map(\.does).joined(separator: ", or to ")
  }
}
