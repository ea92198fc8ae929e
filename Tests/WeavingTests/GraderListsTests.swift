import Foundation
import Testing

@testable import Weaving

@Suite("The lists of a chapter's graders")
struct GraderListsTests {
  private static let files = [
    "Checks/Doubling.swift": "let doubling = Exercise<Int>(\n  \"1.1\", seconds: 1)\n",
    "Checks/Halving.swift": "let halving = Exercise(id: \"1.2\")\n",
    "Checks/Proofs.swift": "let proofs = [\n  doubling.proofs,\n  halving.proofs,\n]\n",
    "Tests/Chapter.swift": """
    @Suite("Chapter 1") struct Chapter1 {
      @Test("Exercise 1.1: doubling")
      func exercise1_1() throws { try expectPassed("1.1") }

      @Test("Exercise 1.2: halving") func exercise1_2() throws { try expectPassed("1.2") }
      func numbers() { source.matches(of: /expectPassed\\("([0-9.]+)"\\)/) }
    }
    """,
  ]

  /// What is said after a text of one file is replaced.
  private func said(_ old: String, by new: String, in file: String) throws -> [String] {
    let root = FileManager.default.temporaryDirectory.appending(path: "graders-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in Self.files {
      let url = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((path == file ? text.replacing(old, with: new) : text).utf8).write(to: url)
    }
    return GraderLists(checks: "Checks", tests: "Tests", root: root).missing(of: ["1.1", "1.2"])
      .map(\.description)
  }

  @Test("are complete where each has its proofs and its test")
  func complete() throws {
    #expect(try said("", by: "", in: "").isEmpty)
  }

  @Test(
    "lack the proofs of an exercise whose line is gone or a comment",
    arguments: [
      ("  halving.proofs,\n", ""), ("halving.proofs", "// halving.proofs"),
      ("halving.proofs", "doubling.proofs"), ("halving.proofs", "halving.mistakes"),
    ])
  func proofs(_ old: String, _ new: String) throws {
    #expect(
      try said(old, by: new, in: "Checks/Proofs.swift") == [
        "Checks/Proofs.swift: error: exercise 1.2 has no proofs, so nobody tries its mistakes; "
          + "write “halving.proofs,”"
      ])
  }

  @Test(
    "lack the test of an exercise whose function is gone, a comment, or no @Test",
    arguments: [
      ("  @Test(\"Exercise 1.1: doubling\")\n", ""), ("  @Test(\"Exercise 1.1", "  // @Test(\"1.1"),
      ("try expectPassed(\"1.1\")", ""),
      ("try expectPassed(\"1.1\")", "/* expectPassed(\"1.1\") */"),
      ("expectPassed(\"1.1\")", "expectPassed(\"1.2\")"),
    ])
  func tests(_ old: String, _ new: String) throws {
    let faults = try said(old, by: new, in: "Tests/Chapter.swift")
    #expect(faults.count == 1)
    #expect(
      faults.first?.hasPrefix("Tests/Chapter.swift: error: exercise 1.1 has no test; write @Test(")
        == true, "\(faults)")
  }
}
