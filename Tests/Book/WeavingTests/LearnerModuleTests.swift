import Foundation
import Testing

@testable import Weaving

@Suite("A learner's module")
struct LearnerModuleTests {
  private let solution = """
    // #given start
    struct Model {
      let total: Int
    // #end

      // #exercise 1.1
      init(_ a: Int) {
        total = a
      }
      // #end

      // #exercise 1.1
      func twice() -> Int {
        total * 2
      }
      // #end

      // #exercise 1.2
      func half() -> Int {
        total / 2
      }
      // #end
    // #given finish
    }
    // #end
    """

  /// A package of one chapter with one file, in a folder of its own.
  private func withPackage(_ body: (LearnerModule) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "weaving-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "Solutions/Chapter1")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(solution.utf8).write(to: folder.appending(path: "Model.swift"))
    let learner = LearnerModule(
      reference: try ReferenceModule(chapter: 1, root: root), root: root)
    #expect(try learner.writeStubs() == ["Sources/Chapter1/Model.swift"])
    try body(learner)
  }

  private func write(_ text: String, to learner: LearnerModule) throws {
    try Data(text.utf8).write(
      to: learner.root.appending(path: learner.path(of: "Model.swift")))
  }

  @Test("what is saved later changes nothing in a module as of now, and the difference is seen")
  func asOfNow() throws {
    try withPackage { learner in
      let before = try learner.asOfNow()
      try write(learner.text(of: "Model.swift").replacing("todo(\"1.2\")", with: "7"), to: learner)
      #expect(try before.text(of: "Model.swift").contains("todo(\"1.2\")"))
      #expect(
        try Overlay(learner: before).texts()["Model.swift"]?.contains("todo(\"1.2\")") == true)
      #expect(before.agrees(with: before.live, on: "1.1"))
      #expect(!before.agrees(with: before.live, on: "1.2"))
      try FileManager.default.removeItem(
        at: learner.root.appending(path: learner.path(of: "Model.swift")))
      #expect(try before.fileNames() == ["Model.swift"] && before.live.fileNames().isEmpty)
      #expect(throws: Diagnostic.self) { try learner.asOfNow().text(of: "Model.swift") }
    }
  }

  @Test("fresh stubs are not stale, nor attempted; an edited one is both")
  func stale() throws {
    try withPackage { learner in
      #expect(learner.staleStubs().isEmpty)
      #expect(try learner.attempted().isEmpty)
      #expect(try learner.writeStubs().isEmpty)
      try write(learner.text(of: "Model.swift").replacing("todo(\"1.2\")", with: "7"), to: learner)
      #expect(try learner.attempted() == ["1.2"])
      #expect(learner.staleStubs().map(\.line) == [15])
      try Data().write(to: learner.root.appending(path: learner.path(of: "Extra.swift")))
      #expect(learner.staleStubs().contains { $0.file.hasSuffix("Extra.swift") })
    }
  }

  @Test("a solution is swapped in and out without losing a character of the learner's text")
  func swap() throws {
    try withPackage { learner in
      let mine = try learner.text(of: "Model.swift")
        .replacing("todo(\"1.2\")", with: "// } my own\n    3 // mine")
        .replacing("struct Model {", with: "// a note\nstruct Model {\n  func helper() {}")
      try write(mine, to: learner)
      try learner.apply("1.2")
      #expect(try learner.text(of: "Model.swift").contains("total / 2"))
      #expect(try learner.text(of: "Model.swift").contains("func helper() {}"))
      try learner.apply("1.2")
      try learner.reset("1.2")
      try learner.restore("1.2")
      #expect(try learner.text(of: "Model.swift") == mine)
      #expect(throws: Diagnostic.self) { try learner.restore("1.2") }
    }
  }

  @Test("what an exercise calls is its prerequisite")
  func prerequisites() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "weaving-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "Solutions/Chapter1")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = """
      // #exercise 1.1
      func f(_ g: Int) -> Int { g }
      // #end
      // #exercise 1.2
      func g() -> Int { f(1) + [2].map { f($0) }.count }
      // #end
      // #exercise 1.3
      func h(_ x: [Int]) -> Int { x.f(1) + "f(1)".count /* g() */ }
      // #end
      """
    try Data(source.utf8).write(to: folder.appending(path: "F.swift"))
    let module = try ReferenceModule(chapter: 1, root: root)
    #expect(Prerequisites(in: module).of("1.1").isEmpty)
    #expect(Prerequisites(in: module).of("1.2") == ["1.1"])
    #expect(Prerequisites(in: module).of("1.3").isEmpty)
  }

  @Test("what is called by way of given code or another exercise is a prerequisite, too")
  func indirectPrerequisites() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "weaving-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "Solutions/Chapter1")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = """
      // #exercise 1.1
      func f(_ n: Int) -> Int { n > 0 ? f(n - 1) : 0 }
      // #end
      // #given between
      func between() -> Int { f(1) }
      // #end
      // #exercise 1.2
      func g() -> Int { between() }
      // #end
      // #exercise 1.3
      func h() -> Int { g() }
      // #end
      """
    try Data(source.utf8).write(to: folder.appending(path: "F.swift"))
    let module = try ReferenceModule(chapter: 1, root: root)
    #expect(Prerequisites(in: module).of("1.1").isEmpty)
    #expect(Prerequisites(in: module).of("1.2") == ["1.1"])
    #expect(Prerequisites(in: module).of("1.3") == ["1.1", "1.2"])
  }

  @Test(
    "where nothing of one's own was put away, the stub comes back, however often a solution came")
  func stubRestored() throws {
    try withPackage { learner in
      let stub = try learner.text(of: "Model.swift")
      try learner.apply("1.2")
      try learner.apply("1.2")
      try learner.restore("1.2")
      #expect(try learner.text(of: "Model.swift") == stub)
      #expect(throws: Diagnostic.self) { try learner.restore("1.2") }
    }
  }

  @Test("restoring what was never put away is an error that says so")
  func nothingToRestore() throws {
    try withPackage { learner in
      #expect(throws: Diagnostic.self) { try learner.restore("1.1") }
    }
  }

  @Test("a declaration that the learner removed is named, and nothing is written")
  func missingDeclaration() throws {
    try withPackage { learner in
      let broken = try learner.text(of: "Model.swift").replacing("twice()", with: "double()")
      try write(broken, to: learner)
      let error = #expect(throws: Diagnostic.self) { try learner.apply("1.1") }
      #expect(error?.message.contains("func twice() -> Int") == true)
      #expect(try learner.text(of: "Model.swift") == broken)
      #expect(try learner.resetFile("Model.swift") == ".course/saved/Model.swift.1")
      #expect(learner.staleStubs().isEmpty)
    }
  }

  @Test("what a file's reset takes away comes back exercise by exercise")
  func restoredAfterFileReset() throws {
    try withPackage { learner in
      let stub = try learner.text(of: "Model.swift")
      let own = stub.replacing("todo(\"1.2\")", with: "total / 2 + 1")
      try write(own, to: learner)
      _ = try learner.resetFile("Model.swift")
      #expect(try learner.text(of: "Model.swift") == stub)
      try learner.restore("1.2")
      #expect(try learner.text(of: "Model.swift") == own)
    }
  }

  @Test("a brace that is never closed is called that, not a missing declaration")
  func unclosedBrace() throws {
    try withPackage { learner in
      let text = try learner.text(of: "Model.swift")
      try write(text.replacing("todo(\"1.2\")", with: "do { if total > 1 {"), to: learner)
      let error = #expect(throws: Diagnostic.self) { try learner.bodies(of: "1.2") }
      #expect(error?.message == "the brace that opens `func half() -> Int` is never closed")
    }
  }

  @Test("damaged saved texts are never written over")
  func damagedStore() throws {
    try withPackage { learner in
      let folder = learner.root.appending(path: ".course/saved")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("{".utf8).write(to: folder.appending(path: "1.1.json"))
      #expect(throws: Diagnostic.self) { try learner.apply("1.1") }
      #expect(learner.staleStubs().isEmpty)
    }
  }

  @Test("an overlay replaces bodies and keeps every other line at the learner's own place")
  func overlay() throws {
    try withPackage { learner in
      var overlay = Overlay(learner: learner)
      overlay.exercises = ["1.1": .reference, "1.2": .stub]
      let text = try #require(try overlay.texts()["Model.swift"])
      #expect(text.contains("total * 2"))
      #expect(text.contains("todo(\"1.2\")"))
      #expect(!text.contains("todo(\"1.1\")"))
      let learnerLines = try learner.text(of: "Model.swift")
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      var number = 0
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("#sourceLocation") {
          number = try #require(Int(line.split(separator: " ").last?.dropLast() ?? ""))
        } else {
          if line.contains("func half") { #expect(learnerLines[number - 1] == line) }
          number += 1
        }
      }
      try overlay.write()
      try overlay.write()
    }
  }

  @Test("an overlay has a learner's own files in folders too, and loses them when they go")
  func overlayFolders() throws {
    try withPackage { learner in
      let helper = learner.root.appending(path: learner.path(of: "Helpers/Sums.swift"))
      try FileManager.default.createDirectory(
        at: helper.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("let one = 1\n".utf8).write(to: helper)
      let overlay = Overlay(learner: learner)
      let copy = learner.root.appending(path: overlay.folder + "/Helpers/Sums.swift")
      try overlay.write()
      #expect(try String(contentsOf: copy, encoding: .utf8).hasSuffix("let one = 1\n"))
      try FileManager.default.removeItem(at: helper)
      try overlay.write()
      #expect(!FileManager.default.fileExists(atPath: copy.path))
    }
  }
}
