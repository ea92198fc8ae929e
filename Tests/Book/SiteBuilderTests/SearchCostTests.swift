import Foundation
import Testing

@testable import SiteBuilder

@Suite("A query that is no word")
struct SearchCostTests {
  @Test("costs next to nothing, as long as it may be: it is asked at every key")
  func long() throws {
    let book = try FixtureBook()
    try book.build()
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let unknown = (0..<3000).map { "s\(String(repeating: "qx", count: $0 % 40 + 3))\($0)" }
    let queries = [
      // Longer than every word of the index.
      String(repeating: "s", count: 400_000), String(repeating: "perplexity", count: 20_000),
      // A pasted text.
      unknown.map { $0.filter { !$0.isNumber } }.joined(separator: " "),
      String(repeating: "vectorz ", count: 30_000),
      // A word of many parts.
      String(repeating: "sa-vb-", count: 10_000), letters,
    ]
    for (query, milliseconds) in zip(queries, try SearchScript.milliseconds(of: queries, in: book))
    {
      #expect(milliseconds < 500, "\(query.prefix(20)) …, \(query.count) letters")
    }
  }

  @Test("is found all the same where two letters are too many, or one too few")
  func slips() throws {
    let book = try FixtureBook()
    try book.replace(
      "# Counts\n", by: "# Counts\n\n## Perplexity\n\nA measure.\n",
      in: "Chapters/02-counts/index.md")
    try book.build()
    for query in ["perplexityab", "perplexiyt", "perplxity", "perpplexitty", "perplxit"] {
      #expect(try SearchScript.titles(query, in: book).first == "Perplexity", "\(query)")
    }
    #expect(try SearchScript.titles("perplexityabc", in: book).isEmpty)
  }
}
