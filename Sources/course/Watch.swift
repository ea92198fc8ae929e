import Coursework
import Foundation
import Grading
import Weaving

extension Check {
  /// Grades at every save, until Control-C.
  ///
  /// The first round says everything; each later one the time, what was saved and what has changed.
  func follow(in workspace: Workspace) async throws {
    let imported = ChapterImports.of(selection.chapter, root: workspace.root)
    let learners = try ([selection.chapter] + imported.reversed()).map(workspace.learner)
    var files = SavedFiles(of: learners, root: workspace.root)
    if Terminal.hasColour { print("\u{1B}[2J\u{1B}[H", terminator: "") }
    var verdicts = try? attempt(in: workspace, after: nil)
    let folders = learners.map(\.folder).joined(separator: " and ")
    say(
      "\(time) · Watching \(folders): every save is graded, and what changes is told; Control-C ends."
    )
    while true {
      try await Task.sleep(for: .milliseconds(200))
      if SavedFiles(of: learners, root: workspace.root) == files { continue }
      // Some editors take a file away before they put the new one there.
      try await Task.sleep(for: .milliseconds(50))
      let now = SavedFiles(of: learners, root: workspace.root)
      if now == files { continue }
      say("\n\(time) · \(now.changes(since: files))")
      files = now
      verdicts = (try? attempt(in: workspace, after: verdicts)) ?? verdicts
    }
  }

  /// Grades, and says why where that cannot be done; the next save may mend it.
  private func attempt(in workspace: Workspace, after before: [Verdict]?) throws -> [Verdict] {
    defer { fflush(nil) }
    do {
      return try grade(in: workspace, after: before)
    } catch {
      Terminal.complain("\(error)")
      throw error
    }
  }

  /// Says what is no verdict; where verdicts are for a script, not among them.
  private func say(_ text: String) {
    if json { Terminal.complain(text) } else { print(text) }
    fflush(nil)
  }

  /// The time of day by this computer's clock.
  private var time: String {
    let now = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return [now.hour, now.minute, now.second]
      .map { number in
        let digits = "\(number ?? 0)"
        return digits.count < 2 ? "0\(digits)" : digits
      }
      .joined(separator: ":")
  }
}

extension SavedFiles {
  /// Looks at chapters' files; a folder that cannot be read has none.
  fileprivate init(of learners: [LearnerModule], root: URL) {
    let paths = learners.flatMap { learner in
      ((try? learner.fileNames()) ?? []).map(learner.path(of:))
    }
    self.init(paths, root: root)
  }
}
