import Testing

@testable import Weaving

@Suite("Reference files")
struct ReferenceFileTests {
  private let source = """
    import Foundation

    // #given pair
    /// A pair.
    struct Pair {
      var a = "}"  // #not a marker
    // #end

      // #exercise 1.2
      /// The sum.
      func sum(_ b: Int = { 3 }()) -> Int {
        // {
        return b + a.count
      }
      // #end
    // #given close
    }
    // #end
    """

  private func file(_ source: String) throws -> ReferenceFile {
    try ReferenceFile(source: source, path: "Solutions/Chapter1/Pair.swift", chapter: 1)
  }

  private func messages(_ source: String) -> [String] {
    do {
      _ = try file(source)
      return []
    } catch let faults as Diagnostics {
      return faults.all.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("a chapter's number may have two digits")
  func twoDigits() throws {
    let source = "// #exercise 12.1\nfunc f() { g() }\n// #end\n"
    let file = try ReferenceFile(source: source, path: "F.swift", chapter: 12)
    #expect(file.regions.map(\.name) == ["12.1"])
    #expect(throws: Diagnostics.self) {
      try ReferenceFile(source: source, path: "F.swift", chapter: 1)
    }
  }

  @Test("a stub keeps everything but markers and the exercise's body")
  func stub() throws {
    #expect(
      try file(source).stub == """
        import Exercises
        import Foundation

        /// A pair.
        struct Pair {
          var a = "}"  // #not a marker

          /// The sum.
          func sum(_ b: Int = { 3 }()) -> Int {
            todo("1.2")
          }
        }

        """)
  }

  @Test("a region knows its lines in the reference and its line in the stub")
  func places() throws {
    let file = try file(source)
    #expect(file.regions.map(\.name) == ["pair", "1.2", "close"])
    #expect(file.regions.map(\.lines) == [4..<7, 10..<15, 17..<18])
    let stub = file.stub.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(stub[file.regions[0].stubLine - 1] == "/// A pair.")
    #expect(stub[file.regions[1].stubLine - 1] == "  /// The sum.")
    #expect(file.strayLines.isEmpty)
  }

  @Test("a file without imports gets one, and places move with it")
  func importIsAdded() throws {
    let file = try file("// #exercise 1.1\nfunc f() {\n  print()\n}\n// #end\n")
    #expect(file.stub == "import Exercises\n\nfunc f() {\n  todo(\"1.1\")\n}\n")
    #expect(file.regions[0].stubLine == 3)
  }

  @Test(
    "a faulty marker is a diagnostic with file and line",
    arguments: [
      ("// #given a\nlet x = 1\n", ":1: error: this region is never closed"),
      ("// #given a\n// #given b\n// #end\n", ":2: error: a region opens inside “a”"),
      ("// #end\n", ":1: error: “#end” without a region"),
      ("// #given\n", ":1: error: “// #given” is no marker"),
      ("// #solution 1.1\n", ":1: error: “// #solution 1.1” is no marker"),
      ("// #given a\n\n// #end\n", ":1: error: the region “a” is empty"),
      ("// #exercise 2.1\nfunc f() {}\n// #end\n", ":1: error: “2.1” is no exercise of chapter 1"),
      ("// #exercise 1.1\nlet x = 1\n// #end\n", ":1: error: exercise 1.1 holds no declaration"),
      (
        "// #exercise 1.1\nfunc f() {}\nfunc g() {}\n// #end\n",
        ":1: error: exercise 1.1 holds more than one declaration"
      ),
    ])
  func faults(_ source: String, _ message: String) {
    #expect(
      messages(source).contains { $0.contains("Pair.swift" + message) }, "\(messages(source))")
  }

  @Test("code outside every region is reported by line")
  func strayLines() throws {
    #expect(try file("import Foundation\n\nlet x = 1\n").strayLines == [3])
  }
}

@Suite("Swift tokens")
struct SwiftTokenTests {
  @Test(
    "braces in strings and comments do not count",
    arguments: [
      #"func f() { print("}") }"#, #"func f() { print("\(g("}"))}") }"#,
      "func f() { /* } /* } */ } */ }",
      "func f() { // }\n}", "func f() { print(#\"}\"\\(\"#) }",
      "func f() { print(\"\"\"\n}\n\"\"\") }",
      "func f(g: () -> Int = { 1 }, h: [Int: () -> Void] = [1: {}]) { }",
      "@available(*, deprecated) func f<T>() where T: P { if true { } }",
    ])
  func matching(_ source: String) throws {
    let body = try #require(FunctionBody.first(in: source))
    #expect(source[body.body.upperBound...] == "}")
  }

  @Test("source that is cut off has no body, and nothing hangs or traps")
  func truncated() {
    let source = #"public func f(a: Int) -> Int { "a\(b { c" /* "#
    for end in source.indices { _ = FunctionBody.first(in: String(source[..<end])) }
    #expect(FunctionBody.first(in: "func f() {") == nil)
  }
}
