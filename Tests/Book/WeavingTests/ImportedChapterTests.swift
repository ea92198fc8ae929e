import Foundation
import Testing

@testable import Weaving

/// Chapter 3 imports chapter 2, which imports chapter 1.
@Suite("Chapters that others import")
struct ImportedChapterTests {
  private static let sources = [
    1: """
    // #exercise 1.1
    public func one() -> Int { 1 }
    // #end
    // #exercise 1.2
    public func alone() -> Int { 1 }
    // #end
    """,
    2: """
    import struct Chapter1.Nothing
    // #exercise 2.1
    public func same() -> Int { one() }
    // #end
    // #given adder
    public struct Adder {
      let part: Int
    // #end
    // #exercise 2.2
      public init(_ part: Int) { self.part = part }
    // #end
    // #exercise 2.3
      public func sum(_ other: Int) -> Int { part + other }
    // #end
    // #given adder-end
    }
    // #end
    // #given adding
    public func adding(_ number: Int) -> Int { Adder(1).sum(number) }
    // #end
    """,
    3: """
    import Foundation
    import Chapter2
    // #exercise 3.1
    func same() -> Int { 2 }
    // #end
    // #exercise 3.2
    func three() -> Int { same() + [adding(1)].count }
    // #end
    // #exercise 3.3
    func four(_ adder: Adder) -> Int { adder.sum(3) + "one()".count }
    // #end
    // #exercise 3.4
    func five() -> Int { Chapter2.same() }
    // #end
    """,
  ]

  private func withChapters(_ body: (URL, [ReferenceModule]) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "weaving-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    for (chapter, source) in Self.sources {
      let folder = root.appending(path: PackageFolders.reference(chapter))
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(source.utf8).write(to: folder.appending(path: "File\(chapter).swift"))
    }
    try body(root, try (1...3).map { try ReferenceModule(chapter: $0, root: root) })
  }

  @Test("a chapter is built with what its reference imports, and with what that needs, in order")
  func imports() throws {
    try withChapters { root, _ in
      #expect(ChapterImports.of(1, root: root) == [])
      #expect(ChapterImports.of(2, root: root) == [1])
      #expect(ChapterImports.of(3, root: root) == [1, 2])
      #expect(ChapterImports.of(4, root: root) == [])
    }
  }

  @Test("functions, methods and initialisers of imported chapters are prerequisites")
  func prerequisites() throws {
    try withChapters { _, modules in
      let prerequisites = Prerequisites(in: modules[2], importing: [modules[0], modules[1]])
      // `same` is its own chapter's, given code of the other calls two more.
      #expect(prerequisites.of("3.2") == ["2.2", "2.3", "3.1"])
      #expect(prerequisites.of("3.3") == ["2.3"])
      #expect(prerequisites.of("3.4") == ["1.1", "2.1"])
      #expect(prerequisites.of("3.1") == [])
      #expect(Prerequisites(in: modules[2]).of("3.2") == ["3.1"])
    }
  }

  @Test("an imported chapter may be imported, with its name in front of its own; no other may")
  func foreignImports() throws {
    try withChapters { root, modules in
      let learners = modules.map { LearnerModule(reference: $0, root: root) }
      for learner in learners { _ = try learner.writeStubs() }
      #expect(try learners.flatMap { try $0.foreignImports() }.isEmpty)
      let file = root.appending(path: learners[0].path(of: "Own.swift"))
      try Data("func own() {}\n\nimport Chapter2".utf8).write(to: file)
      let faults = try learners[0].foreignImports()
      #expect(faults.map(\.line) == [3])
      #expect(faults.first?.message.contains("which has Exercises, Text; remove") == true)
      let own = root.appending(path: learners[2].path(of: "Own.swift"))
      try Data("import func Chapter1.one".utf8).write(to: own)
      #expect(
        try learners[2].foreignImports().first?.message.contains(
          "no such module 'Chapter1' for chapter 3, which has Chapter2, Exercises,") == true)
    }
  }

  @Test("what is written again at once is younger by a second, so that a build sees it")
  func ages() throws {
    try LearnerFixture.with { fixture in
      var overlay = Overlay(learner: fixture.learner)
      let file = fixture.learner.root.appending(path: "\(overlay.folder)/Vector.swift")
      var seconds: [Int] = []
      for replacement: Overlay.Replacement? in [nil, .reference, .stub, .reference] {
        overlay.exercises["1.1"] = replacement
        try overlay.write()
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        let date = try #require(attributes[.modificationDate] as? Date)
        seconds.append(Int(date.timeIntervalSince1970))
      }
      #expect(zip(seconds, seconds.dropFirst()).allSatisfy { $0 < $1 })
      try overlay.write()
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      let date = try #require(attributes[.modificationDate] as? Date)
      #expect(Int(date.timeIntervalSince1970) == seconds.last)
    }
  }

  @Test("a chapter has another form for others where a line of its stubs is gone")
  func stubLines() throws {
    try LearnerFixture.with { fixture in
      #expect(fixture.learner.holdsStubLines)
      try fixture.replace("todo(\"1.1\")", with: "helper()", in: "Vector.swift")
      try fixture.write("/// Mine.\nfunc helper() -> [Float] { [] }", to: "Sub/Own.swift")
      #expect(fixture.learner.holdsStubLines)
      let models = try fixture.learner.text(of: "Models.swift")
      try fixture.write(models, to: "Sub/Models.swift")
      try fixture.write("", to: "Models.swift")
      #expect(fixture.learner.holdsStubLines)
      try fixture.replace("let sum: Int", with: "let total: Int", in: "Sub/Models.swift")
      #expect(!fixture.learner.holdsStubLines)
    }
  }
}
