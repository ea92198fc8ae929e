import Foundation
import Testing

@testable import Weaving

@Suite("Declarations that cannot be replaced")
struct DeclarationFaultTests {
  @Test("members are told apart by their types, in extensions and in other files, too")
  func types() throws {
    try LearnerFixture.with { fixture in
      try fixture.replace(
        "public func share(of part: Int) -> Double {\n    todo(\"1.4\")\n  }", with: "",
        in: "Models.swift")
      try fixture.write(
        "extension Chapter1.First { func share(of p: Int) -> Double { mine() } }", to: "Own.swift")
      #expect(try fixture.learner.bodies(of: "1.4").map(\.body) == [" mine() "])
      #expect(try fixture.learner.bodies(of: "1.5").map(\.file) == ["Models.swift"])
      try fixture.learner.apply("1.4")
      #expect(try fixture.learner.text(of: "Own.swift").contains("Double(part) / Double(sum)"))
      #expect(try fixture.learner.text(of: "Models.swift").contains("todo(\"1.5\")"))
    }
  }

  @Test("a declaration that is gone is said to be missing, and what looks like it is named")
  func missing() throws {
    try LearnerFixture.with { fixture in
      try fixture.replace("size: Int", with: "count: Int", in: "Vector.swift")
      let fault = try #require(try fixture.learner.fault(of: "1.1"))
      #expect(fault.kind == .missing)
      #expect(fault.message.contains("`public func oneHot(_ index: Int, size: Int) -> [Float]`"))
      #expect(fault.message.contains("line 5 of Sources/Chapter1/Vector.swift has other"))
      #expect(try fixture.learner.fault(of: "1.2") == nil)
      let before = try fixture.contents()
      #expect(throws: Diagnostic.self) { try fixture.learner.apply("1.1") }
      #expect(try fixture.contents() == before)
    }
  }

  @Test("what is missing gets a stand-in of its own, inside its type")
  func standIns() throws {
    try LearnerFixture.with { fixture in
      try fixture.replace("oneHot", with: "hotOne", in: "Vector.swift")
      try fixture.replace("of numbers", with: "from numbers", in: "Models.swift")
      var overlay = Overlay(learner: fixture.learner)
      overlay.exercises = ["1.1": .reference, "1.3": .stub]
      let files = LearnerFiles(try overlay.texts(), of: fixture.learner)
      for exercise in ["1.1", "1.2", "1.3", "1.4", "1.5"] {
        for wanted in try fixture.learner.reference.wanted(exercise) {
          guard case .found = files.find(wanted) else {
            Issue.record("\(exercise) is not found")
            continue
          }
        }
      }
    }
  }

  @Test("a stub that is left behind has its import in the overlay")
  func removedImport() throws {
    try LearnerFixture.with { fixture in
      try fixture.replace("import Exercises\n", with: "", in: "Vector.swift")
      let overlay = Overlay(learner: fixture.learner)
      #expect(try overlay.texts()["Vector.swift"]?.hasPrefix("import Exercises\n#source") == true)
      try fixture.replace("todo", with: "mine", in: "Vector.swift")
      #expect(try overlay.texts()["Vector.swift"]?.hasPrefix("#source") == true)
    }
  }

  @Test("two that could be meant are both named, and nothing is written")
  func several() throws {
    try LearnerFixture.with { fixture in
      try fixture.write(
        "func oneHot(_ i: Int8, size: Int8) -> [Float] { [] }\n"
          + "func oneHot(_ i: Int16, size: Int16) -> [Float] { [] }\n", to: "Vector.swift")
      let error = #expect(throws: Diagnostic.self) { try fixture.learner.apply("1.1") }
      #expect(
        error?.message.contains(
          "Sources/Chapter1/Vector.swift:1 and Sources/Chapter1/Vector.swift:2") == true)
      // The compiler may take them all.
      #expect(try fixture.learner.fault(of: "1.1") == nil)
      try fixture.write(
        "public func oneHot(_ index: Int, size: Int) -> [Float] { mine() }\n"
          + "func oneHot(_ i: Int16, size: Int16) -> [Float] { [] }\n", to: "Vector.swift")
      #expect(try fixture.learner.bodies(of: "1.1").map(\.body) == [" mine() "])
    }
  }

  @Test(
    "a brace that is never closed costs its own exercise only",
    arguments: [
      ("Vector.swift", "1.1", "  if size > 1 {", 3), ("Vector.swift", "1.2", "do { if 1 > 0 {", 9),
      ("Models.swift", "1.4", "if part > 1 {", 12), ("Models.swift", "1.3", "do { if true {", 6),
    ])
  func unclosed(_ file: String, _ exercise: String, _ body: String, _ line: Int) throws {
    try LearnerFixture.with { fixture in
      try fixture.replace("todo(\"\(exercise)\")", with: body, in: file)
      let broken = try fixture.learner.text(of: file)
      for other in fixture.learner.reference.exercises where other != exercise {
        #expect(try fixture.learner.fault(of: other) == nil)
        #expect(try fixture.learner.bodies(of: other).map(\.body).first?.contains(other) == true)
      }
      let fault = try #require(try fixture.learner.fault(of: exercise))
      #expect(fault.kind == .unclosed)
      #expect(fault.message.hasPrefix("the brace that opens `"))
      #expect(throws: Diagnostic.self) { try fixture.learner.reset(exercise) }
      #expect(try fixture.learner.text(of: file) == broken)
      var overlay = Overlay(learner: fixture.learner)
      #expect(try overlay.canReplace(exercise))
      overlay.exercises = [exercise: .stub]
      let files = LearnerFiles(try overlay.texts(), of: fixture.learner)
      #expect(!files.outline(of: file).isCut)
      for other in fixture.learner.reference.exercises {
        for wanted in try fixture.learner.reference.wanted(other) {
          guard case .found(let place) = files.find(wanted) else {
            Issue.record("\(other) is not found")
            continue
          }
          #expect(place.body?.contains("todo(\"\(other)\")") == true)
        }
      }
    }
  }

  @Test("behind a brace too many, what follows is still found")
  func strayBrace() throws {
    try LearnerFixture.with { fixture in
      try fixture.replace("todo(\"1.3\")", with: "sum = 1\n  }\n}", in: "Models.swift")
      try fixture.learner.apply("1.4")
      #expect(try fixture.learner.text(of: "Models.swift").contains("Double(part) / Double(sum)"))
      #expect(try fixture.learner.fault(of: "1.5") == nil)
    }
  }

  @Test("the lexer and the compiler outline the course's own files alike")
  func outlinesAgree() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Solutions")
    let names = try #require(SwiftFiles.names(below: folder))
    let sources = try names.map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
    let read = try #require(CompilerOutline(compiler: "swiftc").outlines(of: sources))
    #expect(read.flatMap(\.declarations).count > 40)
    for (index, name) in names.enumerated() {
      let lexed = LexerOutline.outline(of: sources[index])
      #expect(lexed.imports == read[index].imports, "\(name)")
      #expect(!lexed.isCut && !lexed.hasStrayBrace)
      let both = [lexed, read[index]].map { outline in
        outline.declarations.filter { !$0.isNested }
          .map { "\($0.name) \($0.start) \($0.open) \($0.close ?? -1)" }
      }
      #expect(Set(both[0]).symmetricDifference(both[1]).isEmpty, "\(name)")
    }
  }

  @Test("without a compiler the lexer finds them, and settles no doubt")
  func withoutCompiler() throws {
    try LearnerFixture.with(compiler: "no-such-compiler") { fixture in
      try fixture.replace(
        "_ index: Int, size: Int", with: "_ i: Int, size n: Int", in: "Vector.swift")
      try fixture.replace("todo(\"1.1\")", with: "mine()", in: "Vector.swift")
      let before = try fixture.contents()
      #expect(try fixture.learner.bodies(of: "1.1").map(\.body) == ["\n  mine()\n"])
      try fixture.learner.apply("1.1")
      try fixture.learner.restore("1.1")
      #expect(try fixture.contents() == before)
      try fixture.write(
        "#if false\nfunc oneHot(_ i: Int, size n: Int) -> [Float] { [] }\n#endif\n"
          + fixture.learner.text(of: "Vector.swift"), to: "Vector.swift")
      let error = #expect(throws: Diagnostic.self) { try fixture.learner.apply("1.1") }
      #expect(error?.message.contains("keep one of them") == true)
    }
  }

  @Test("texts that an older version has saved come back")
  func oldSaves() throws {
    try LearnerFixture.with { fixture in
      let folder = fixture.learner.root.appending(path: ".course/saved")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let saved = """
        [[{"body": "\\n  mine()\\n", "declaration": "public func oneHot(_ index: Int, size: Int) -> [Float]",
        "file": "Vector.swift", "header": "public func oneHot ( _ index : Int , size : Int ) - > [ Float ]",
        "lines": [5, 7]}]]
        """
      try Data(saved.utf8).write(to: folder.appending(path: "1.1.json"))
      try fixture.replace("_ index: Int, size", with: "_ i: Int, size", in: "Vector.swift")
      try fixture.learner.restore("1.1")
      #expect(
        try fixture.learner.text(of: "Vector.swift").contains(
          "public func oneHot(_ index: Int, size: Int) -> [Float] {\n  mine()\n}"))
    }
  }

  @Test("a text that would not stand where it should is not written")
  func verified() throws {
    try LearnerFixture.with { fixture in
      let before = try fixture.contents()
      var body = try #require(try fixture.learner.reference.bodies(of: "1.1").first)
      body.body = "\n  } func more() {\n"
      let error = #expect(throws: Diagnostic.self) {
        try fixture.learner.replace("1.1", with: [body], imports: [])
      }
      #expect(error?.message.hasPrefix("nothing was written") == true)
      #expect(try fixture.contents() == before)
    }
  }
}
