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
    arguments: [
      (#"{"version":2,"exercises":{}}"#, "version is damaged (2"), ("{", "damaged"),
      ("", "damaged"), ("[]", "damaged"),
      (#"{"version":1,"exercises":{"1.1":{"hintsShown":-5}}}"#, "1.1 › hintsShown"),
      (#"{"version":1,"exercises":{"1.1":{"hintsShown":1e99}}}"#, "damaged"),
      (#"{"version":1,"exercises":{"1.1":{"hintsShown":"two"}}}"#, "1.1 › hintsShown"),
      (#"{"version":1,"exercises":{"1.1":{"time":"tomorrow"}}}"#, "1.1 is damaged"),
    ])
  func unknownFile(text: String, words: String) throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let file = LearnerProgress.file(root: root)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    let error = #expect(throws: ProgressError.self) {
      try LearnerProgress.update(root: root) { $0.exercises = [:] }
    }
    #expect(error.map { "\($0)" }?.contains(words) == true, "\(String(describing: error))")
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("what a newer version has written is kept, an outcome of its own until the next verdict")
  func newerFile() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let file = LearnerProgress.file(root: root)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let new =
      #"{"version":1,"stars":[1,2.5],"exercises":{"1.1":{"verdict":"superb","note":{"a":null}},"#
      + #""1.2":{"verdict":"superb"}}}"#
    try Data(new.utf8).write(to: file)
    try LearnerProgress.update(root: root) {
      #expect($0.exercises["1.2"]?.verdict == nil)
      $0.record(Verdict(exercise: "1.1", kind: .passed), isSolution: false)
    }
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? NSDictionary
    #expect(value?["stars"] as? [Double] == [1, 2.5])
    let entries = value?["exercises"] as? [String: NSDictionary]
    #expect(entries?["1.1"]?["verdict"] as? String == "passed")
    #expect(entries?["1.1"]?["note"] as? NSDictionary != nil)
    #expect(entries?["1.2"]?["verdict"] as? String == "superb")
  }

  @Test("a folder that is a file, and links to nowhere, are named and left alone")
  func astray() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let manager = FileManager.default
    let folder = root.appending(path: ".course")
    try manager.createDirectory(at: root, withIntermediateDirectories: true)
    func expectRefusal(_ words: String) {
      let error = #expect(throws: ProgressError.self) {
        try LearnerProgress.update(root: root) { $0.exercises = [:] }
      }
      #expect(error.map { "\($0)" }?.contains(words) == true, "\(String(describing: error))")
    }
    try Data("mine".utf8).write(to: folder)
    expectRefusal(".course is a file and not a folder")
    #expect(try String(contentsOf: folder, encoding: .utf8) == "mine")
    try manager.removeItem(at: folder)
    try manager.createSymbolicLink(atPath: folder.path, withDestinationPath: "/nowhere")
    expectRefusal(".course is a link to /nowhere, which is not there")
    try manager.removeItem(at: folder)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: LearnerProgress.file(root: root).path, withDestinationPath: "/nowhere/p.json")
    expectRefusal("a link to /nowhere/p.json, which is not there")
  }

  @Test("a file that is kept elsewhere stays there, and a link to it stays a link")
  func linked() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let elsewhere = root.appending(path: "elsewhere.json")
    let link = LearnerProgress.file(root: root)
    try FileManager.default.createDirectory(
      at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(#"{"version":1,"exercises":{}}"#.utf8).write(to: elsewhere)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: elsewhere)
    try LearnerProgress.update(root: root) {
      $0.record(Verdict(exercise: "1.1", kind: .passed), isSolution: false)
    }
    #expect(try String(contentsOf: elsewhere, encoding: .utf8).contains("passed"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == elsewhere.path)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
        == [".course", "elsewhere.json"])
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
