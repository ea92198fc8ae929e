import Coursework
import Foundation
import Grading
import Synchronization
import Testing
import Weaving

@testable import Preview

/// What is saved is built and shown; what is broken is said and mended.
struct WorkshopTests {
  /// A package's folders, in a place of their own.
  private let root = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID())")

  private func write(_ text: String, _ path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// A workshop whose book is the text of one chapter, and of a library's file where there is one;
  /// “broken” cannot be built.
  private func withWorkshop(_ body: @escaping @Sendable (Board) async throws -> Void) async throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write("one", "Chapters/01-a/index.md")
    let board = Board()
    let chapter = root.appending(path: "Chapters/01-a/index.md")
    let library = root.appending(path: "Sources/Given/Autograd/Tape/Tape.swift")
    let workshop = Workshop(root: root, board: board, tell: { _ in }) { () throws(Diagnostics) in
      let text = [chapter, library].map { (try? String(contentsOf: $0, encoding: .utf8)) ?? "" }
        .joined()
      if text == "broken" { throw Diagnostics([Diagnostic(file: "a.md", line: 2, "broken")]) }
      return Site(files: ["index.html": Data(text.utf8)], exercises: ["1.1"])
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await workshop.run() }
      group.addTask { try await body(board) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  @Test("a saved chapter is served; a broken one leaves the last good book until it is mended")
  func saved() async throws {
    try await withWorkshop { board in
      let text = {
        board.state.site?.files["index.html"].map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(await eventually { text() == "one" })
      try write("two", "Chapters/01-a/index.md")
      #expect(await eventually { text() == "two" })
      try write("broken", "Chapters/01-a/index.md")
      #expect(await eventually { board.state.diagnostics.map(\.place) == ["a.md:2"] })
      #expect(text() == "two")
      try write("three", "Chapters/01-a/index.md")
      #expect(await eventually { text() == "three" && board.state.diagnostics.isEmpty })
    }
  }

  @Test("code of a library that the book shows is built anew, too")
  func library() async throws {
    try write(" and two", "Sources/Given/Autograd/Tape/Tape.swift")
    try await withWorkshop { board in
      #expect(await eventually { board.state.site != nil })
      try write(" and three", "Sources/Given/Autograd/Tape/Tape.swift")
      let built = Data("one and three".utf8)
      #expect(await eventually { board.state.site?.files["index.html"] == built })
    }
  }

  @Test("a verdict that another process writes is shown")
  func verdicts() async throws {
    try await withWorkshop { board in
      #expect(await eventually { board.state.verdicts.map(\.title) == [""] })
      try LearnerProgress.update(root: root) {
        $0.record(Verdict(exercise: "1.1", kind: .timedOut), isSolution: false)
      }
      #expect(await eventually { board.state.verdicts.map(\.title) == ["timed out"] })
      try write("not JSON", ".course/progress.json")
      try await Task.sleep(for: .milliseconds(300))
      #expect(board.state.verdicts.map(\.title) == ["timed out"])
      try LearnerProgress.file(root: root).removeForTest()
      #expect(await eventually { board.state.verdicts.map(\.title) == [""] })
    }
  }

  @Test("new, changed, renamed and deleted files change the stamp; editors' own files do not")
  func stamps() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write("a", "Chapters/01-a/index.md")
    let stamp = { FolderStamp(of: [root.path]) }
    var last = stamp()
    let manager = FileManager.default
    let folder = root.appending(path: "Chapters/01-a")
    let steps: [() throws -> Void] = [
      { try write("b", "Chapters/01-a/new.md") }, { try write("bb", "Chapters/01-a/new.md") },
      {
        try manager.moveItem(
          at: folder.appending(path: "new.md"), to: folder.appending(path: "other.md"))
      },
      { try manager.removeItem(at: folder.appending(path: "other.md")) },
      { try write("{}", "Chapters/01-a/figures/deep/data.json") },
    ]
    for (number, step) in steps.enumerated() {
      try step()
      #expect(stamp() != last, "step \(number)")
      last = stamp()
    }
    for name in [
      ".index.md.swp", "#index.md#", ".#index.md", "index.md~", "4913", "index.md.tmp",
      "index.md___jb_tmp___", ".DS_Store", ".git/x",
    ] {
      try write("x", "Chapters/01-a/\(name)")
      #expect(stamp() == last, "\(name)")
    }
    #expect(FolderStamp(of: [root.path + "/nowhere"]) == FolderStamp(of: []))
  }
}

extension URL {
  fileprivate func removeForTest() throws { try FileManager.default.removeItem(at: self) }
}
