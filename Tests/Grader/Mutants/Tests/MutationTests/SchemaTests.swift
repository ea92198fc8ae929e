import Testing

@testable import Mutation

@Suite("Mutants and the module that holds them")
struct SchemaTests {
  @Test("given code has no mutants")
  func given() { #expect(mutants(of: "return a").isEmpty) }

  @Test("a name does not change when lines are added above; the line's number does")
  func identity() {
    let (before, behind) = (mutants(of: "return a - b"), mutants(of: "\n// why\nreturn a - b"))
    #expect(before.map(\.identity) == behind.map(\.identity))
    #expect(before.map { $0.line + 2 } == behind.map(\.line))
  }

  @Test("lines that are alike are told apart by their occurrence")
  func occurrences() {
    let names = mutants(of: "a += b\na += b").map(\.identity).filter { $0.change == "a = b" }
    #expect(names.map(\.occurrence) == [nil, 2])
  }

  @Test("the module holds the mutants that are alive, each on lines that lead back to it")
  func places() throws {
    let source = "// #exercise 1.1\nvar five: Int { 2 + 3 }\n// #end\n"
    let all = Mutant.all(of: source, file: "Five.swift")
    let index = try #require(all.firstIndex { $0.identity.change == "var five: Int { 2 - 3 }" })
    let schema = Schema(sources: ["Five.swift": source], mutants: all, alive: [index])
    let text = try #require(schema.files["Five.swift"])
    #expect(text.contains("case \(index + 1):\nreturn 2 - 3"))
    #expect(text.contains("default:\nreturn 2 + 3"))
    #expect(!text.contains("2 * 3") && !text.contains("return 3"))
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("2 - 3") }
    #expect(schema.mutant(file: "Five.swift", line: try #require(line) + 1) == index)
    #expect(schema.mutant(file: "Five.swift", line: 1) == nil)
  }
}
