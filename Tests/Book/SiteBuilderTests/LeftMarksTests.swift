import Foundation
import Testing
import Weaving

@testable import SiteBuilder

/// What GitHub or another program renders, and the book does not.
@Suite("A mark that the book does not render")
struct LeftMarksTests {
  @Test(
    "is refused with its line",
    arguments: [
      ("see [the thing][nowhere]", "“][” is left in the text: no line defines this address"),
      ("see [*the* thing][]", "“][” is left"), ("![x][nowhere]", "“][” is left"),
      ("[x](a b)", "“](” is left in the text: an address has no spaces"), ("![x]", "“![” is left"),
      ("- [ ] to do", "a box to tick is not taken"), ("1. [x] done", "a box to tick is not taken"),
      ("~~gone~~", "“~~” is left in the text: nothing is struck through"),
      ("~*gone*~", "is left in the text: nothing is struck through"),
      ("a https://a.b/c d", "“https://a.b/c” is left in the text: write <https://…>"),
      ("(www.a.b)", "“www.a.b)” is left in the text"), ("**a**www.b", "“www.b” is left"),
      ("*ftp://a.b*", "“ftp://a.b” is left"),
      ("a@b.org", "“a@b.org” is left in the text: write <name@host>"),
      ("good :smile: so", "“:smile:” is left in the text: write the sign itself"),
      ("(:+1:)", "“:+1:” is left"), ("a `b", "“`” is left in the text: code has a backtick"),
      ("a [^b c]", "“[^” is left in the text: a footnote's mark is [^name]"),
      ("a {#b}", "“{#” is left in the text: an anchor's name, {#name}, ends a heading"),
      ("a [!NOTE]", "“[!NOTE]” is left in the text: it opens a note on a line of its own"),
      ("> [!note]\n> x", "“[!note]” is no note"), ("> [!CAUTION]\n> x", "“[!CAUTION]” is no note"),
      ("<details>\n\nx\n\n</details>", "raw HTML (“<details>”)"), ("a<br>b", "raw HTML (“<br>”)"),
      ("<!-- x -->", "raw HTML"), ("## {#a}", "this heading has no text"),
      ("##Words", "a heading has a space behind its #"),
      ("## A {#1a}", "“1a” is no anchor's name"), ("## A {#a .b}", "“a .b” is no anchor's name"),
      ("![$`x`$](../01-vectors/loss.svg \"A.\")", "is read out, and “$” is left in it"),
      ("![`{a.b}`](../01-vectors/loss.svg \"A.\")", "is read out, and “{” is left in it"),
      ("| a |\n|---|\n| ~~b~~ |\n", "“~~” is left"), ("a[^n]\n\n[^n]: b ~~c~~", "“~~” is left"),
      ("a[^n]\n\n[^n]: b\n- c", "a side note is one paragraph"),
      ("```mermaid\na\n```", "“mermaid” is not known here"),
    ])
  func refused(_ text: String, _ message: String) throws {
    let book = try FixtureBook()
    let page = "Chapters/02-counts/index.md"
    try book.replace("# Counts\n", by: "# Counts\n\n\(text)\n", in: page)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let fault = faults?.all.first { $0.message.contains(message) }
    #expect(fault != nil, "\(faults as Any)")
    #expect(fault?.file == page && (3...6).contains(fault?.line ?? 0), "\(fault as Any)")
  }

  @Test("is found on the line where it stands, in a long paragraph too")
  func line() throws {
    let book = try FixtureBook()
    let page = "Chapters/02-counts/index.md"
    try book.replace("# Counts\n", by: "# Counts\n\na *b\nc* `d`\ne f  \n词\n词 ~~g\nh~~\n", in: page)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.map(\.line) == [7])
  }

  @Test(
    "is none where it is code, a link, or means itself",
    arguments: [
      "`[a][b]`, `~~a~~`, `:smile:`, `https://a.b`, `a@b.org`, `[^x y]`, `{#a}` and `- [ ]`",
      "<https://a.b/~c/>, <a@b.org>, [www.a.b](https://www.a.b) and [https://a.b](https://a.b)",
      "[a][b], [b], [B][]",
      "about ~5 or ~6; at 12:30:45; f(_:size:) of a :: b; a [sic]; 5 @ 3; w_1 ___ w_2; ~/a; x | y",
      "- [a](#counts) b\n- []\n- [x]y",
    ])
  func kept(_ text: String) throws {
    let book = try FixtureBook()
    try book.replace(
      "# Counts\n", by: "# Counts\n\n\(text)\n\n[b]: https://a.b\n",
      in: "Chapters/02-counts/index.md")
    try book.build()
  }

  @Test("in a footnote's label is none: any label without spaces is taken, as on GitHub")
  func labels() throws {
    let book = try FixtureBook()
    try book.replace(
      "Mind the gap.", by: "Mind[^größe] the[^a.b] gap.\n\n[^größe]: Eine Note.\n  [^a.b]: B.\n")
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(html.contains("Eine Note.</aside>") && html.contains("B.</aside>"))
  }
}
