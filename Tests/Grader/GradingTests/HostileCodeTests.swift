import Foundation
import Testing

@testable import Grading

/// Each program of Tests/Grader/HostileGrade is graded between two innocent ones.
@Suite("Hostile learner code", .serialized)
struct HostileCodeTests {
  private static let program = GradeClient.buildFolder().appending(path: "HostileGrade")

  /// What a program must get, and words that the verdict must hold.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: Verdict.Kind
    let words: String
    init(_ name: String, _ kind: Verdict.Kind, _ words: String = "") {
      self.name = name
      self.kind = kind
      self.words = words
    }
    var testDescription: String { name }
  }

  static let expectations: [Expectation] = [
    .init("right", .passed),
    .init("wrong", .wrong, "double(3)"),
    .init("mistake", .wrong, "looks like what you get when the number is squared"),
    .init("kept", .wrong, "double(2): got 0, expected 4\n    Asked by itself"),
    .init("prints", .passed, "doubling 2"),
    .init("todo", .notAttempted, "Hostile.swift:"),
    .init("half done", .notAttempted, "It is half done: "),
    .init("todo of another", .blocked, "blocked by right"),
    .init("exit 0", .crashed, "exit code 0"),
    .init("exit 42", .crashed, "exit code 42"),
    .init("_exit", .crashed, "exit code 0"),
    .init("abort", .crashed, "signal 6"),
    .init("fatal error", .crashed, "no idea how to double 0"),
    .init("precondition", .crashed, "precondition failed"),
    .init("index out of range", .crashed, "Index out of range"),
    .init("forced unwrap", .crashed, "Unexpectedly found nil"),
    .init("overflow", .crashed, "overflow"),
    .init("null pointer", .crashed, "memory that is not its own"),
    .init("null pointer, deep", .crashed, "memory that is not its own"),
    .init("flood, then a crash", .crashed, "Index out of range"),
    .init(
      "wrong, then a crash", .crashed,
      "Before that, double(2): got 2, expected 4\n    "
        + "This looks like what you get when the number is returned as it is"),
    .init("exit at the end", .wrong),
    .init("endless loop", .timedOut, "3 seconds of processor time"),
    .init("endless loop, alarm off", .timedOut, "3 seconds of processor time"),
    .init("sleep", .timedOut, "it waits for something"),
    .init("endless recursion", .crashed, "calls itself without end"),
    .init("unbounded allocation", .outOfMemory, "memory"),
    .init("one huge allocation", .outOfMemory, "memory"),
    .init("threads that never end", .passed),
    .init("held up for a while", .passed),
    .init("stops itself", .timedOut, "s by the clock your code had used 0."),
    .init("lock that nobody opens", .timedOut, "it waits for something"),
    .init("pipe that nobody writes to", .timedOut, "it waits for something"),
    .init("loop on a thread", .timedOut, "3 seconds of processor time"),
    .init("loop in a child", .timedOut, "3 seconds of processor time"),
    .init("loop of children", .timedOut, "3 seconds of processor time"),
    .init("flood of output", .timedOut, "spam"),
    .init("flood of errors", .timedOut),
    .init("claims to have passed", .crashed, "exit code 0"),
    .init("garbage", .passed),
    .init("closes standard output", .passed),
    .init("closes everything", .crashed, "exit code"),
    .init("writes into everything", .crashed, "exit code 0"),
    .init("detached child", .passed),
    .init("child that holds the pipes", .passed),
    .init("kills its group", .crashed, "killed its own process"),
    .init("kills its parent", .crashed, "stopped the grader"),
    .init("stops its parent", .crashed, "stopped the grader"),
    .init("writes into its parent's output", .crashed, "stopped the grader"),
    .init("replaces the handler", .crashed, "exit code 0"),
    .init("fills the disk", .crashed, "more than 64 MiB"),
  ]

  @Test(
    "no program passes by a trick, hangs the run or costs another its verdict",
    arguments: expectations)
  func program(_ expectation: Expectation) throws {
    let verdicts = try GradeClient.grade(
      executable: Self.program, exercises: ["prints", expectation.name, "right"], longestStop: 2)
    #expect(verdicts.map(\.exercise) == ["prints", expectation.name, "right"])
    #expect(verdicts.first?.kind == .passed)
    #expect(verdicts.last?.kind == .passed)
    let verdict = try #require(verdicts.dropFirst().first)
    #expect(verdict.kind == expectation.kind, "\(verdict)")
    #expect(
      expectation.words.isEmpty
        || verdict.text().localizedCaseInsensitiveContains(expectation.words),
      "\(verdict.text())")
    // Not the time of this test, which a busy machine makes longer: the time that was wasted.
    #expect(verdict.seconds < 30)
  }

  @Test("every hostile program has its test")
  func everyProgram() throws {
    let names = try GradeClient.catalogue(of: Self.program).map(\.id)
    #expect(names == Self.expectations.map(\.name))
  }

  @Test("a crash names the learner's own line, not the library's")
  func location() throws {
    for name in ["index out of range", "forced unwrap", "overflow", "endless recursion"] {
      let verdict = try GradeClient.grade(executable: Self.program, exercises: [name])[0]
      #expect(verdict.location?.contains("Chapter9/Hostile.swift:") == true, "\(verdict)")
    }
  }

  @Test("a detached process does not outlive its check")
  func noSurvivors() throws {
    let marker = "63.\(UInt16.random(in: 1000...9999))"
    setenv("HOSTILE_SLEEP", marker, 1)
    _ = try GradeClient.grade(
      executable: Self.program, exercises: ["detached child", "child that holds the pipes"])
    #if os(Linux)
      let survivors = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter {
        (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8))?.contains(marker)
          ?? false
      }
      #expect(survivors.isEmpty)
    #endif
  }

  @Test("in haste the verdicts are the same, and crashes are not looked into")
  func haste() throws {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = Self.program
    process.arguments = [
      "--within", "1", "right", "wrong", "endless loop", "index out of range",
    ]
    process.standardOutput = pipe
    try process.run()
    let output = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    let verdicts = try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Verdict.self, from: Data($0))
    }
    #expect(verdicts.map(\.kind) == [.passed, .wrong, .timedOut, .crashed])
    #expect(verdicts.last?.location == nil)
  }

  @Test("no exercise, an unknown one and a missing program are errors")
  func nothingRuns() {
    #expect(throws: GradeError.nothingToGrade) {
      try GradeClient.grade(executable: Self.program, exercises: [])
    }
    #expect(throws: GradeError.self) {
      try GradeClient.grade(executable: Self.program, exercises: ["9.9"])
    }
    #expect(throws: GradeError.noProgram("/nowhere/Grade")) {
      try GradeClient.grade(executable: URL(filePath: "/nowhere/Grade"), exercises: ["right"])
    }
  }
}
