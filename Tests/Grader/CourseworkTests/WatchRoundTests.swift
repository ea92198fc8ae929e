import Coursework
import Foundation
import Grading
import Testing

/// What is open is no failure, and a round of `--watch` says what is new in it.
struct WatchRoundTests {
  private func verdict(_ exercise: String, _ kind: Verdict.Kind, _ message: String = "") -> Verdict
  {
    Verdict(exercise: exercise, kind: kind, message: message, seconds: .random(in: 0...1))
  }

  @Test("what is open is counted as open and not as failed")
  func counts() {
    #expect(VerdictCounts(of: [nil, .notAttempted]).text == "0 of 2 exercises passed, 2 open")
    let counts = VerdictCounts(
      of: [.passed, .passed, nil, .notAttempted, .wrong, .crashed, .notFound, .blocked])
    #expect(counts.text == "2 of 8 exercises passed, 3 to mend, 1 not judged, 2 open")
    #expect(VerdictCounts(of: [.passed]).text == "1 of 1 exercises passed")
    #expect(Verdict(exercise: "1.1", kind: .notAttempted).text() == "○ 1.1: open")
  }

  @Test("numbers that follow one another are shortened, within a chapter")
  func numbers() {
    #expect(ExerciseNumbers.text([]) == "")
    #expect(ExerciseNumbers.text(["1.2", "1.3"]) == "1.2, 1.3")
    #expect(ExerciseNumbers.text(["1.2", "1.8", "1.9", "1.10", "1.12"]) == "1.2, 1.8–1.10, 1.12")
    #expect(ExerciseNumbers.text(["1.9", "2.1", "2.2"]) == "1.9, 2.1, 2.2")
  }

  @Test("a round tells what has changed in full, and the rest in a line for each kind")
  func round() {
    let before = [
      verdict("1.1", .passed), verdict("1.2", .notAttempted), verdict("1.3", .wrong, "got 2"),
      verdict("1.4", .wrong, "got 3"), verdict("1.5", .notAttempted),
      verdict("1.6", .notAttempted), verdict("1.7", .notAttempted),
    ]
    let round = WatchRound(after: before) { $0 == "1.2" ? "Cosine" : nil }
    var now = before.map { verdict($0.exercise, $0.kind, $0.message) }
    #expect(
      round.text(of: now) == """
        No verdict has changed.
          ✓ still passed: 1.1
          ○ still open: 1.2, 1.5–1.7
          ✗ still not right yet: 1.3, 1.4
        """)
    now[1] = verdict("1.2", .passed)
    now[2] = verdict("1.3", .wrong, "got 5")
    #expect(
      round.text(of: now) == """
        ✓ 1.2 · Cosine: passed
            (before: open)
        ✗ 1.3: not right yet
            got 5
          ✓ still passed: 1.1
          ○ still open: 1.5–1.7
          ✗ still not right yet: 1.4
        """)
  }

  @Test("a verdict that moves to another exercise's wait, or to another line, has changed")
  func moved() {
    var crash = Verdict(exercise: "1.1", kind: .crashed, location: "A.swift:3")
    let round = WatchRound(after: [crash]) { _ in nil }
    #expect(round.text(of: [crash]).hasPrefix("No verdict has changed."))
    crash.location = "A.swift:4"
    #expect(round.text(of: [crash]).contains("A.swift:4"))
  }

  @Test("files that were saved, are new or gone are named")
  func savedFiles() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "saved-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for name in ["A.swift", "B.swift"] { try Data().write(to: root.appending(path: name)) }
    let before = SavedFiles(["A.swift", "B.swift"], root: root)
    #expect(SavedFiles(["B.swift", "A.swift"], root: root) == before)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)],
      ofItemAtPath: root.appending(path: "A.swift").path)
    try Data().write(to: root.appending(path: "C.swift"))
    let after = SavedFiles(["A.swift", "C.swift"], root: root)
    #expect(after != before)
    #expect(after.changes(since: before) == "saved A.swift; new C.swift; gone B.swift")
  }
}
