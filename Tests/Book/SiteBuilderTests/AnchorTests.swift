import Foundation
import Testing
import Weaving

@testable import SiteBuilder

/// `ü` in one sign and in two: one text for Swift, two for a browser.
@Suite("An anchor with a letter that can be written in two ways")
struct AnchorTests {
  private static let one = "\u{FC}"
  private static let two = "u\u{308}"

  @Test("has one form, in the heading and in the link", arguments: [one, two], [one, two])
  func heading(_ written: String, _ linked: String) throws {
    let book = try FixtureBook()
    let page = "Chapters/02-counts/index.md"
    try book.replace(
      "# Counts\n",
      by: "# Counts\n\n## \(written)bung a\n\n## B {#gr\(written)n}\n\n[a](#\(linked)bung-a) "
        + "[b](index.md#gr\(linked)n) [c](#%C3%BCbung-a)\n", in: page)
    try book.build()
    let html = try book.text("site/public/02-counts/index.html")
    let bytes = { (text: String) in Array(text.utf8) }
    #expect(bytes(html).firstRange(of: bytes("id=\"\(Self.one)bung-a\"")) != nil)
    #expect(bytes(html).firstRange(of: bytes("id=\"gr\(Self.one)n\"")) != nil)
    #expect(html.contains("<a href=\"#%C3%BCbung-a\">a</a>"))
    #expect(html.contains("<a href=\"#%C3%BCbung-a\">c</a>"))
    #expect(html.contains("<a href=\"#gr%C3%BCn\">b</a>") || html.contains("index.html#gr%C3%BCn"))
  }

  @Test("stands once: two that differ in nothing but the form are told apart by no reader")
  func twice() throws {
    let book = try FixtureBook()
    try book.replace(
      "# Counts\n", by: "# Counts\n\n## \(Self.one)\n\n## \(Self.two)\n",
      in: "Chapters/02-counts/index.md")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.description.contains("is already on line 3") == true)
  }

  @Test("is compared by its bytes in the built pages, as a browser does")
  func builtPages() {
    let html = "<p id=\"\(Self.two)\"><a href=\"#%C3%BC\"><p id=\"\(Self.one)x\">"
    let faults = SiteCheck.faults(in: ["index.html": Data(html.utf8)])
    #expect(faults.map(\.message) == ["the built page links to “#\(Self.one)”: not there"])
  }

  @Test("may name a region and a figure's file in either form")
  func regions() throws {
    let book = try FixtureBook()
    try book.replace("region=vector\n", by: "region=v\(Self.two)\n")
    try book.replace("#given vector\n", by: "#given v\(Self.one)\n", in: Mistake.solution)
    try book.build()
    let html = Array(try book.text("site/public/01-vectors/index.html").utf8)
    #expect(html.firstRange(of: Array("id=\"code-v\(Self.one)\"".utf8)) != nil)
  }
}
