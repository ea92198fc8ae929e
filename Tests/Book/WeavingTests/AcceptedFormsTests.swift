import Foundation
import Testing

@testable import Weaving

/// A way to write `oneHot` that every caller can use.
struct AcceptedForm: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var file = "Vector.swift"
  let text: String
  /// Where the declaration starts and ends.
  let lines: ClosedRange<Int>

  /// A file that holds nothing but the declaration behind its imports.
  init(_ name: String, in file: String = "Vector.swift", lines: ClosedRange<Int>, _ text: String) {
    (testDescription, self.file, self.text, self.lines) = (name, file, text, lines)
  }

  /// Stands at the end of `Vector.swift`, behind `total`.
  static let rest = """

    public func total(_ vector: [Float]) -> Float {
      todo("1.2")
    }

    """

  static let all: [AcceptedForm] = [
    AcceptedForm(
      "another inner name", lines: 2...4,
      "import Exercises\npublic func oneHot(_ i: Int, size n: Int) -> [Float] {\n  mine(i, n)\n}\n"),
    AcceptedForm(
      "a generic signature and other types", lines: 1...2,
      "public func oneHot<I: BinaryInteger>(_ i: I, size: I) -> Array<Float> where I: Sendable {\n  mine() }\n"
    ),
    AcceptedForm(
      "opaque types, a qualified name, a default argument", lines: 1...1,
      "public func oneHot(_ index: Swift.Int, size: Int = { 3 }()) -> some Collection<Float> { mine() }\n"
    ),
    AcceptedForm(
      "a default argument alone", lines: 1...1,
      "public func oneHot(_ index: Int, size: Int = max(1, 2)) -> [Float] { mine() }\n"),
    AcceptedForm(
      "other spacing and comments", lines: 3...8,
      "import Exercises\n\npublic\n  func oneHot( _ index : Int /* place */,size: Int )\n  -> [ Float ] // {\n{\n  mine()\n}\n"
    ),
    AcceptedForm(
      "attributes", lines: 1...4,
      "@inlinable\n@available(*, deprecated, message: \"}\") @inline(__always)\npublic func oneHot(_ index: Int, size: Int) -> [Float] {\n  mine() }\n"
    ),
    AcceptedForm(
      "an attribute with an argument", lines: 1...1,
      "@inline(__always) public func oneHot(_ index: Int, size: Int) -> [Float] { mine() }\n"),
    AcceptedForm(
      "without import and access", lines: 1...1,
      "func oneHot(_ index: Int, size: Int) -> [Float] { mine() }\n"),
    AcceptedForm(
      "regular expressions with braces and quotes", lines: 1...7,
      #"""
      public func oneHot(_ index: Int, size: Int) -> [Float] {
        let open = /\{/
        let close = #/ } } /#
        let quote = /"/
        _ = (open, close, quote)
        return mine()
      }

      """#),
    AcceptedForm(
      "a dead copy before it", lines: 7...7,
      "#if false\npublic func oneHot(_ index: Int, size: Int) -> [Float] {\n  todo(\"1.1\")\n}\n#endif\n\nfunc oneHot(_ index: Int, size: Int) -> [Float] { mine() }\n"
    ),
    AcceptedForm(
      "the compiled branch of a condition", lines: 4...6,
      "#if !DEBUG\npublic func oneHot(_ index: Int, size: Int) -> [Float] { dead() }\n  #elseif DEBUG && canImport(Foundation)\npublic func oneHot(_ index: Int, size: Int) -> [Float] {\n  mine()\n}\n#else\npublic func oneHot(_ index: Int, size: Int) -> [Float] { dead() }\n#endif\n"
    ),
    AcceptedForm(
      "copies in comments and strings", lines: 5...5,
      "/* func oneHot(_ index: Int, size: Int) -> [Float] { /* } */ */\nlet text = \"\"\"\n#if\npublic func oneHot(_ index: Int, size: Int) -> [Float] { dead() }\"\"\"; public func oneHot(_ index: Int, size: Int) -> [Float] { mine() }\n"
        .replacing("dead() }\"\"\"", with: "dead() }\n\"\"\"")),
    AcceptedForm(
      "a nested function and a member of the same name", lines: 8...11,
      "enum Own {\n  static func oneHot(_ index: Int, size: Int) -> [Float] { dead() }\n}\nfunc other() {\n  func oneHot(_ index: Int, size: Int) -> [Float] { dead() }\n}\n\npublic func oneHot(_ index: Int, size: Int) -> [Float] {\n  func oneHot(_ index: Int, size: Int) -> [Float] { inner() }\n  return mine()\n}\n"
    ),
    AcceptedForm(
      "letters of several bytes, tabs, and lines that end as on Windows", lines: 3...5,
      "// é 𝕏 日本\u{2028}\r\nlet word = \"e\u{301}\"\r\n\tpublic func oneHot(_ index: Int, size: Int) -> [Float] {\r\n\t\tmine(\"é\")\r\n\t}\r\n"
    ),
    AcceptedForm(
      "a file of the learner's own, in a folder", in: "Own/Dot.swift", lines: 2...4,
      "// todo(\"1.1\")\npublic func oneHot(_ index: Int, size: Int) -> [Float] {\n  mine()\n}\n"),
    AcceptedForm(
      "the name between back-quotes", lines: 1...1,
      "public func `oneHot`(_ index: Int, `size`: Int) -> [Float] { mine() }\n"),
  ]
}

@Suite("Forms of a declaration that callers can use")
struct AcceptedFormsTests {
  private func withForm(_ form: AcceptedForm, _ body: (LearnerFixture) throws -> Void) throws {
    try LearnerFixture.with { fixture in
      if form.file == "Vector.swift" {
        try fixture.write(form.text + AcceptedForm.rest, to: form.file)
      } else {
        try fixture.write(form.text, to: form.file)
        try fixture.write("import Exercises\n" + AcceptedForm.rest, to: "Vector.swift")
      }
      try body(fixture)
    }
  }

  @Test("each is found where it stands", arguments: AcceptedForm.all)
  func found(_ form: AcceptedForm) throws {
    try withForm(form) { fixture in
      let body = try #require(try fixture.learner.bodies(of: "1.1").first)
      #expect(body.body.contains("mine("))
      #expect(!body.body.contains("dead()"))
      #expect(body.file == form.file)
      #expect(body.lines == form.lines)
      #expect(try fixture.learner.fault(of: "1.1") == nil)
      #expect(try fixture.learner.attempted() == ["1.1"])
    }
  }

  @Test("the solution goes in and the learner's text comes back", arguments: AcceptedForm.all)
  func swapped(_ form: AcceptedForm) throws {
    try withForm(form) { fixture in
      let before = try fixture.contents()
      try fixture.learner.apply("1.1")
      #expect(fixture.learner.holdsSolution(of: "1.1"))
      #expect(!(try fixture.learner.text(of: form.file)).contains("mine("))
      #expect(try fixture.learner.text(of: form.file).contains("import Foundation\n"))
      #expect(try fixture.learner.bodies(of: "1.2").first?.body.contains("1.2") == true)
      try fixture.learner.restore("1.1")
      // An import that the solution needs may stay.
      var after = try fixture.contents()
      after[form.file] = try bytes(
        of: form.file, in: fixture, without: "Foundation", unlessIn: before)
      #expect(after == before)
    }
  }

  @Test("the stub goes in and the learner's text comes back", arguments: AcceptedForm.all)
  func reset(_ form: AcceptedForm) throws {
    try withForm(form) { fixture in
      let before = try fixture.contents()
      try fixture.learner.reset("1.1")
      #expect(try fixture.learner.bodies(of: "1.1").map(\.body) == ["\n  todo(\"1.1\")\n"])
      #expect(try fixture.learner.text(of: form.file).contains("import Exercises\n"))
      #expect(try fixture.learner.attempted().isEmpty)
      try fixture.learner.restore("1.1")
      var after = try fixture.contents()
      after[form.file] = try bytes(
        of: form.file, in: fixture, without: "Exercises", unlessIn: before)
      #expect(after == before)
    }
  }

  @Test("the reference is lent whole, and lines behind it stay", arguments: AcceptedForm.all)
  func lent(_ form: AcceptedForm) throws {
    try withForm(form) { fixture in
      var overlay = Overlay(learner: fixture.learner)
      overlay.exercises = ["1.1": .reference]
      let texts = try overlay.texts()
      let text = try #require(texts[form.file])
      #expect(!text.contains("mine("))
      #expect(text.contains("vector[index] = 1"))
      #expect(
        text.hasPrefix("import Exercises\nimport Foundation\n#source") || text.contains("import"))
      let files = LearnerFiles(texts, of: fixture.learner)
      let wanted = try #require(try fixture.learner.reference.wanted("1.1").first)
      guard case .found(let place) = files.find(wanted) else {
        Issue.record("the lent declaration is not found")
        return
      }
      #expect(place.body?.contains("vector[index] = 1") == true)
      #expect(!files.outline(of: form.file).isCut)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let mark = try #require(lines.lastIndex { $0.hasPrefix("#sourceLocation") })
      #expect(lines[mark].hasSuffix("line: \(form.lines.upperBound))"))
      #expect(lines[mark + 1].hasPrefix("}") == true)
    }
  }

  /// A file without an import, unless it was there before.
  private func bytes(
    of file: String, in fixture: LearnerFixture, without module: String,
    unlessIn before: [String: [UInt8]]
  ) throws -> [UInt8] {
    let line = "import \(module)\n"
    let text = try fixture.learner.text(of: file)
    let old = String(decoding: before[file] ?? [], as: UTF8.self)
    guard !old.contains(line), let range = text.range(of: line + "\n") ?? text.range(of: line)
    else {
      return Array(text.utf8)
    }
    return Array(text.replacingCharacters(in: range, with: "").utf8)
  }
}
