import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("A quoted result")
struct ResultsTests {
  @Test(
    "in powers of ten has a true minus and raised digits",
    arguments: [
      (4.94e-6, "sci.1", "4.9·10⁻⁶"), (9.96e-6, "sci.1", "1.0·10⁻⁵"),
      (-6.02214e23, "sci.2", "−6.02·10²³"), (1234567890, "sci.0", "1·10⁹"),
      (1, "sci.1", "1.0·10⁰"), (0, "sci.1", "0"), (1e-105, "sci.3", "1.000·10⁻¹⁰⁵"),
    ])
  func scientific(_ number: Double, _ format: String, _ text: String) throws {
    let found = try NumberFormat.text(number, format)
    #expect(found == text.replacing(" ", with: "\u{A0}"))
  }

  @Test(
    "of a thousand and more has commas, with decimals and without",
    arguments: [
      (1000.94, ".1", "1,000.9"), (999.96, ".1", "1,000.0"), (-1234567.8, "count", "−1,234,568"),
      (-0.5, ".2", "−0.50"), (12, "percent", "1,200%"), (999, ".0", "999"),
      (-0.001, ".2", "0.00"),
    ])
  func thousands(_ number: Double, _ format: String, _ text: String) throws {
    #expect(try NumberFormat.text(number, format) == text)
  }

  @Test("in a format that does not exist is refused", arguments: ["sci", "sci.x", "sci.1.2", ""])
  func unknown(_ format: String) {
    let fault = #expect(throws: Fault.self) { try NumberFormat.text(1, format) }
    #expect(fault?.message.contains("is no format") == true)
  }

  @Test("may stand in another JSON file of the chapter's folder")
  func otherFile() throws {
    let book = try bookWithPeers(quoting: "{peers.kenlm.perplexity|.1} {peers.list.1}")
    try book.build()
    #expect(try book.text("site/public/01-vectors/index.html").contains("Mind 151.5 b."))
  }

  @Test(
    "that is not there, or in two places, is named",
    arguments: [
      (
        "{peers.kenlm.size}",
        "“size” of “peers.kenlm.size” is not in Chapters/01-vectors/peers.json"
      ),
      ("{peers}", "“peers” in Chapters/01-vectors/peers.json is not a value that “text” can show"),
      ("{others.kenlm}", "“others” of “others.kenlm” is not in Chapters/01-vectors/results.json"),
      (
        "{share.a}",
        "“share” of “share.a” is a key of Chapters/01-vectors/results.json and the "
          + "file Chapters/01-vectors/share.json; rename one of them"
      ),
    ])
  func missing(_ quotation: String, _ message: String) throws {
    let book = try bookWithPeers(quoting: quotation)
    try book.write("{\"a\": 1}", to: "Chapters/01-vectors/share.json")
    // The fixture quotes `share` itself; there the file makes it ambiguous, too.
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.map(\.message).contains(message) == true, "\(faults as Any)")
  }

  @Test("in a file that is no JSON is named with the file")
  func noJSON() throws {
    let book = try bookWithPeers(quoting: "{peers.list.0}")
    try book.write("{", to: "Chapters/01-vectors/peers.json")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let said = faults?.all.contains {
      $0.file == "Chapters/01-vectors/peers.json" && $0.message.hasPrefix("this is no JSON")
    }
    #expect(said == true, "\(faults as Any)")
  }

  private func bookWithPeers(quoting quotation: String) throws -> FixtureBook {
    let book = try FixtureBook()
    try book.write(
      "{\"kenlm\": {\"perplexity\": 151.52}, \"list\": [\"a\", \"b\"]}",
      to: "Chapters/01-vectors/peers.json")
    let quoted = quotation.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
    try book.replace("Mind the gap.", by: "Mind \(quoted).")
    return book
  }
}
