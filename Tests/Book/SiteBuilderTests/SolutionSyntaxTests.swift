import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("Code that is shown")
struct SolutionSyntaxTests {
  @Test(
    "is not published where the compiler cannot parse it",
    arguments: [
      ("vector[index] = 1", "vector[index] = (1 +", 14),
      ("public typealias Vector = [Float]", "public typealias Vector [Float]", 5),
      ("rows[word] ?? Vector", "rows[word] ?? \"Vector", 27),
    ])
  func solution(_ old: String, _ new: String, _ line: Int) throws {
    let book = try FixtureBook()
    try book.replace(old, by: new, in: Mistake.solution)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let first = try #require(faults?.all.first)
    #expect(first.file == Mistake.solution)
    #expect(first.line == line, "\(first)")
    #expect(!FileManager.default.fileExists(atPath: book.output.path))
  }

  @Test("is parsed once as long as it stays the same")
  func cache() throws {
    let book = try FixtureBook()
    try book.replace("## Sources", by: "## Sources of it")
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    let node = try #require(
      path.split(separator: ":").first {
        FileManager.default.isExecutableFile(atPath: $0 + "/node")
      })
    let only = book.root.appending(path: "only")
    try FileManager.default.createDirectory(at: only, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: only.path + "/node", withDestinationPath: node + "/node")
    try book.build(environment: ["PATH": only.path])
    try book.replace("vector[index] = 1", by: "vector[index] = 1.0", in: Mistake.solution)
    let faults = #expect(throws: Diagnostics.self) {
      try book.build(environment: ["PATH": only.path])
    }
    #expect(faults?.all.map(\.file) == ["Solutions"])
    try book.build()
  }
}
