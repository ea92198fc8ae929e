import Coursework
import Foundation
import Grading
import Testing

/// What the learner has done is never lost.
struct ProgressTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "progress-\(UUID())")

  @Test("two checks at once keep one another's verdicts")
  func atOnce() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    DispatchQueue.concurrentPerform(iterations: 60) { number in
      try? LearnerProgress.update(root: root) {
        $0.record(Verdict(exercise: "1.\(number)", kind: .passed), isSolution: false)
      }
    }
    #expect(try LearnerProgress.load(root: root).exercises.count == 60)
  }

  @Test("a file of before messages were kept still loads, and keeps what it says")
  func oldFile() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let file = LearnerProgress.file(root: root)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let old =
      #"{"version":1,"exercises":{"1.1":{"verdict":"passed","hasPassedOnce":true,"hintsShown":2}}}"#
    try Data(old.utf8).write(to: file)
    try LearnerProgress.update(root: root) {
      $0.record(
        Verdict(exercise: "1.2", kind: .wrong, message: "no", location: "A.swift:1"),
        isSolution: false)
    }
    let progress = try LearnerProgress.load(root: root)
    #expect(progress.exercises["1.1"]?.verdict == .passed)
    #expect(progress.exercises["1.1"]?.hintsShown == 2)
    #expect(progress.exercises["1.2"]?.message == "no")
    #expect(progress.exercises["1.2"]?.location == "A.swift:1")
    #expect(abs(progress.exercises["1.2"]?.time?.timeIntervalSinceNow ?? -99) < 5)
  }

  @Test(
    "a file of another version, or a damaged one, is refused and left as it is",
    arguments: [#"{"version":2,"exercises":{}}"#, "{", ""])
  func unknownFile(text: String) throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let file = LearnerProgress.file(root: root)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    #expect(throws: ProgressError.unreadable) {
      try LearnerProgress.update(root: root) { $0.exercises = [:] }
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("an exchanged text loses its verdict and message, not its hints")
  func forgotten() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try LearnerProgress.update(root: root) {
      $0.record(Verdict(exercise: "1.1", kind: .passed, message: "well"), isSolution: true)
      $0.exercises["1.1"]?.hintsShown = 1
    }
    try LearnerProgress.forget(["1.1", "1.9"], root: root)
    let progress = try LearnerProgress.load(root: root)
    let entry = try #require(progress.exercises["1.1"])
    #expect(entry.verdict == nil && entry.message == nil && entry.time == nil)
    #expect(entry.hintsShown == 1 && entry.hasPassedOnce)
    #expect(progress.exercises["1.9"] == nil)
  }

  @Test("a page's details are the terminal's, without the place")
  func details() {
    let verdict = Verdict(
      exercise: "1.4", kind: .blocked, message: "a", location: "A.swift:1", output: "x",
      blockedBy: "1.3")
    let text = verdict.text()
    #expect(text.contains("    A.swift:1") && text.contains("    | x"))
    #expect(!verdict.details.contains("A.swift:1"))
    #expect(verdict.details.contains("It calls exercise 1.3") && verdict.details.hasSuffix("| x"))
    #expect(Verdict(exercise: "1.4", kind: .passed).text() == "✓ 1.4: passed")
  }
}
