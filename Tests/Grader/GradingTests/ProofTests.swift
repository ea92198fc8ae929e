import Foundation
import Testing

@testable import Grading

/// The chapters that there are, by the folders of their tests.
private let chapters: [String] = {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let names = (try? FileManager.default.contentsOfDirectory(atPath: tests.path)) ?? []
  return names.filter { $0.wholeMatch(of: /Chapter\d+/) != nil }.sorted()
}()

@Suite("Proofs of the graders")
struct ProofTests {
  @Test(
    "each mistake is rejected and recognised as itself, each alternative passes",
    arguments: chapters)
  func sharp(_ chapter: String) throws {
    let (status, lines) = try prove(chapter)
    let faults = lines.filter { !$0.hasSuffix(": sharp") }
    #expect(status == 0 && faults.isEmpty, "\(faults.joined(separator: "\n"))")
    let exercises = try GradeClient.catalogue(of: program(of: chapter)).map(\.id)
    #expect(lines.map { String($0.prefix { $0 != ":" }) } == exercises)
    #expect(!exercises.isEmpty && Set(exercises).count == exercises.count)
  }

  @Test("there are chapters to prove")
  func chaptersAreThere() { #expect(chapters.count >= 2) }

  private func program(of chapter: String) -> URL {
    GradeClient.buildFolder().appending(path: "\(chapter)Grade")
  }

  /// What `ChapterNGrade --prove` ends with and says: a line for each exercise, or for each fault.
  private func prove(_ chapter: String) throws -> (status: Int32, lines: [String]) {
    let output = Pipe()
    let process = Process()
    process.executableURL = program(of: chapter)
    process.arguments = ["--prove"]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return (process.terminationStatus, text.split(separator: "\n").map(String.init))
  }

  /// A grader of "double a number" that looks only at the given numbers.
  private func demo(
    at numbers: [Int], mistakes: [(String, @Sendable (Int) -> Int)]
  ) -> ExerciseProofs {
    Exercise<@Sendable (Int) -> Int>(
      "0.1", section: "s",
      examine: { double, examination in
        for number in numbers { examination.check("double", double(number), is: number * 2) }
      },
      mistakes: mistakes.map { .init($0.0, $0.1) },
      alternatives: [.init("shift", { $0 << 1 })]
    ).proofs
  }

  @Test("a grader that misses a mistake, or takes one for another, is found out")
  func weakGraders() {
    let square: (String, @Sendable (Int) -> Int) = ("squared", { $0 * $0 })
    let same: (String, @Sendable (Int) -> Int) = ("as it is", { $0 })
    let plus: (String, @Sendable (Int) -> Int) = ("plus two", { $0 + 2 })
    let all = [square, same, plus]
    #expect(demo(at: [0, 2, 3], mistakes: all).faults.isEmpty)
    #expect(
      demo(at: [2], mistakes: all).faults == ["“squared” is passed", "“plus two” is passed"])
    #expect(
      demo(at: [1], mistakes: all).faults == ["“as it is” is taken for “squared”"])
    #expect(demo(at: [3], mistakes: [square]).faults == ["only 1 named mistakes"])
    #expect(
      demo(at: [], mistakes: all).faults.contains("“squared” is the grader's own fault"))
  }

  @Test("a mistake is recognised as closely as the claims look, and no closer")
  func rounding() {
    let exercise = Exercise<@Sendable (Double) -> Double>(
      "0.1", section: "s",
      examine: { double, examination in
        examination.check("double", double(1), is: 2, tolerance: 1e-3)
        examination.check("double, exactly", double(2), is: 4)
      },
      mistakes: [.init("it is squared", { $0 * $0 })], alternatives: [])
    func mistake(_ double: @escaping @Sendable (Double) -> Double) -> String? {
      exercise.judging(double).verdict { _ in }.mistake
    }
    #expect(mistake { $0 == 1 ? 1.0009 : 5 } == nil)
    #expect(mistake { $0 == 1 ? 1.0009 : 4 } == "it is squared")
    #expect(mistake { $0 == 1 ? 1.0011 : 4 } == nil)
  }

  @Test("two mistakes at once are put down to the one that explains most")
  func twoMistakes() {
    let exercise = Exercise<@Sendable (Int) -> Int>(
      "0.1", section: "s",
      examine: { double, examination in
        for number in 1...9 {
          examination.check("double \(number)", double(number), is: number * 2)
        }
      },
      mistakes: [.init("it is squared", { $0 * $0 }), .init("it stays as it is", { $0 })],
      alternatives: [])
    func message(_ double: @escaping @Sendable (Int) -> Int) -> String {
      exercise.judging(double).verdict { _ in }.message
    }
    #expect(message { $0 * $0 }.contains("This is what you get when it is squared"))
    #expect(message { $0 == 9 ? 0 : $0 }.contains("This looks like what you get when it stays"))
    #expect(
      message { $0 == 5 ? 1 : $0 * $0 }.contains("looks like what you get when it is squared"))
    #expect(message { $0 < 5 ? $0 : 0 }.contains("Read § s again"))
    #expect(message { 7 - $0 }.contains("Read § s again"))
  }
}
