import Foundation
import Testing
import Weaving

@testable import SiteBuilder

/// A mistake that an author may make in the fixture, and what the builder says about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  /// A text of the fixture, and what stands there instead.
  let old: String
  let new: String
  /// A text on the line that the diagnostic names; empty where no line is named.
  let mark: String
  let message: String

  init(
    _ name: String, _ old: String, _ new: String, at mark: String,
    in file: String = FixtureBook.page,
    _ message: String
  ) {
    (self.name, self.old, self.new, self.mark) = (name, old, new, mark)
    (self.file, self.message) = (file, message)
  }

  var testDescription: String { name }

  static let solution = "Solutions/Chapter1/Vectors.swift"

  static let all: [Mistake] = text + blocks + exercises + code

  private static let text = [
    Mistake("raw block", "Mind the gap.", "<b>\nMind", at: "<b>", "raw HTML (“<b>”) is not taken"),
    Mistake("raw inline", "Mind the gap.", "the <i>gap</i>", at: "the <i>", "raw HTML (“<i>”)"),
    Mistake("dollars", "Mind the gap.", "Mind $x_i$.", at: "Mind $", "a formula is written $`…`$"),
    Mistake("quoted formula", "Mind the gap.", "``$`a`$``", at: "``$`a`$``", "shows as code"),
    Mistake("half a formula", "Mind the gap.", "$`a` b", at: "$`a` b", "a formula is written"),
    Mistake("strong left", "Mind the gap.", "a ** b **", at: "a ** b", "“**” is left in the text"),
    Mistake(
      "anchor here", "[the numbers](#numbers)", "[the numbers](#number)", at: "(#number)",
      "index.md has no id “number”; did you mean #numbers?"),
    Mistake(
      "anchor of another page", "(01-vectors/index.md#numbers)", "(01-vectors/index.md#nowhere)",
      at: "#nowhere", in: "Chapters/map.md", "Chapters/01-vectors/index.md has no id “nowhere”"),
    Mistake(
      "missing page", "[](../map.md)", "[](../maps.md)", at: "maps.md",
      "“../maps.md” points at Chapters/maps.md, which is no page"),
    Mistake(
      "no page", "[](../map.md)", "[x](results.json)", at: "[x]", "“results.json” is no page"),
    Mistake("empty link", "[](../map.md)", "[x]()", at: "[x]", "this link has no target"),
    Mistake(
      "result key", "{corpus.words|count}", "{corpus.wordz|count}", at: "wordz",
      "“wordz” of “corpus.wordz” is not in Chapters/01-vectors/results.json"),
    Mistake(
      "result format", "{corpus.words|count}", "{corpus.words|roman}", at: "roman",
      "“roman” is no format; write .2 (decimals), count, words, percent"),
    Mistake(
      "result without run", "See [](", "`{a.b}` [](", at: "{a.b}",
      in: "Chapters/02-counts/index.md",
      "“a.b” is quoted, but there is no Chapters/02-counts/results.json"),
    Mistake(
      "result no number", "{corpus.words|count}", "{corpus.name|count}", at: "has `{corpus.name",
      "is not a value that “count” can show"),
    Mistake("TeX", "O(V)", "\\frac{a", at: "\\frac{a", "the formula “\\frac{a”: "),
    Mistake("TeX block", "P(w_i \\mid w_{i-1}) = ", "\\nix ", at: "```math", "the formula “\\nix"),
    Mistake("quantity", "\\quantity{word}", "\\quantity{wurd}", at: "wurd", "“wurd”; there are"),
    Mistake(
      "footnote undefined", "Mind the gap.", "Mind[^gap].", at: "Mind[^", "no footnote “[^gap]: …”"),
    Mistake(
      "footnote unused", "}^{V}`$,[^sparse]", "}^{V}`$,", at: "[^sparse]:",
      "nothing refers to the footnote “sparse”"),
    Mistake(
      "footnote empty", "Mind the gap.", "Mind the gap.[^none]\n\n[^none]:", at: "[^none]:",
      "the footnote “none” is empty"),
    Mistake(
      "footnote twice", "Mind the gap.", "Mind.[^sparse]", at: "Mind.[", "is referred to twice"),
  ]

  private static let blocks = [
    Mistake("open fence", "## Sources", "```text\n\n## Sources", at: "```text", "is never closed"),
    Mistake(
      "fence word", "```swift region=table\n", "```swift file=table\n", at: "file=table",
      "“file=table” is not known here"),
    Mistake("language", "```swift\nlet", "```rust\nlet", at: "```rust", "“rust” is not known here"),
    Mistake("no language", "```swift\nlet", "```\nlet", at: "```\nlet", "say what this code is"),
    Mistake(
      "level jump", "# Counts", "# Counts\n\n### Words", at: "### Words",
      in: "Chapters/02-counts/index.md", "level 3 stands below one of level 1; write “## Words”"),
    Mistake("second title", "## Sources", "# Sources", at: "# Sources", "a page has one title"),
    Mistake(
      "no title", "# Counts", "Counts", at: "Counts", in: "Chapters/02-counts/index.md",
      "a page starts with its title"),
    Mistake(
      "duplicate id", "## Sources", "## Sources {#numbers}", at: "## Sources {",
      "the id “numbers” is already on line 19"),
    Mistake(
      "missing figure", "](loss.svg", "](lost.svg", at: "lost.svg",
      "Chapters/01-vectors/lost.svg: there is no such file"),
    Mistake(
      "no alt", "![Two falling curves.]", "![]", at: "![]", "say in the brackets what the figure"),
    Mistake(
      "no caption", " \"The loss of `{corpus.name}` falls; $`x`$ is *blue*.\"", "", at: "![Two",
      "give the figure a caption"),
    Mistake(
      "image in text", "Mind the gap.", "Mind ![it](loss.svg).", at: "Mind ![",
      "the image “loss.svg” stands in a text"),
    Mistake(
      "figure's script", "<title id", "<script/><title id", at: "",
      in:
        "Chapters/01-vectors/loss.svg", "“<script” is not taken in a figure"),
    Mistake(
      "row too long", "| **tri**gram \\| more |", "| a | b |", at: "| a | b |",
      "this row has 4 cells; the table has 3"),
    Mistake(
      "columns", "| :--- | ---: | :-: |", "| :--- | ---: |", at: "| :--- | ---: |",
      "the table has 3 columns, but sets 2"),
    Mistake(
      "table in a list", "Mind the gap.", "- | a |\n> - | b |", at: "> - | a",
      "a table stands at top level"),
    Mistake("alert", "> [!WARNING]", "> [!DANGER]", at: "[!DANGER]", "“[!DANGER]” is no note"),
    Mistake(
      "deep", "Mind the gap.", String(repeating: "> ", count: 120) + "x", at: "> > >",
      "nested more than 100 deep"),
  ]

  private static let exercises = [
    Mistake(
      "heading", "### Exercise 1.2 · Rows & columns · 2 points",
      "### Exercise 1.2: Rows & columns · 2 points", at: "### Exercise 1.2:",
      "“Exercise 1.2: Rows & columns · 2 points” is no exercise's heading; write"),
    Mistake("no points", " · 2 points", "", at: "### Exercise 1.2", "is no exercise's heading"),
    Mistake(
      "level", "### Exercise 1.2", "## Exercise 1.2", at: "## Exercise 1.2", "has three #, not 2"),
    Mistake(
      "order", "### Exercise 1.2", "### Exercise 1.3", at: "### Exercise 1.3",
      "exercise 1.3 is out of order; here 1.2 is expected"),
    Mistake(
      "no region", "### Exercise 1.2", "### Exercise 1.3", at: "### Exercise 1.3",
      "exercise 1.3 has no region “// #exercise 1.3” in Solutions/Chapter1"),
    Mistake(
      "other chapter", "### Exercise 1.2", "### Exercise 2.2", at: "### Exercise 2.2",
      "exercise 2.2 stands in chapter 1"),
    Mistake(
      "hints", "> **Hint 2.** Start", "> Start", at: "### Exercise 1.1",
      "exercise 1.1 has 1 hints; write two or more"),
    Mistake(
      "stray hint", "> A quotation", "> **Hint.** A quotation", at: "> **Hint.** A quot",
      "this hint is in no exercise"),
    Mistake(
      "statement", "Look it up.", "", at: "### Exercise 1.2", "exercise 1.2 has no statement"),
  ]

  private static let code = [
    Mistake(
      "unknown region", "region=table-end", "region=tail", at: "region=tail",
      "no region “tail” is given; Solutions/Chapter1 has vector, table, table-end"),
    Mistake(
      "nothing earlier", "region=vector\n", "region=vector since=table\n",
      at: "region=vector since", "the region “table” is not woven before this"),
    Mistake(
      "unknown earlier", "region=table-end", "region=table-end since=tail", at: "since=tail",
      "no region “tail” is given"),
    Mistake(
      "since alone", "region=table-end", "since=table", at: "since=table",
      "“since=table” is not known"),
    Mistake(
      "woven twice", "## Sources", "```swift region=vector\n```\n\n## Sources",
      at: "```swift region=vector\n```\n\n## S",
      "“vector” is already woven at \(FixtureBook.page):16"),
    Mistake(
      "marker", "// #given vector", "// #givn vector", at: "// #givn", in: solution,
      "is no marker"),
  ]
}

@Suite("An author's mistake")
struct DiagnosticsTests {
  @Test("is named with file, line and remedy", arguments: Mistake.all)
  func mistake(_ mistake: Mistake) throws {
    let book = try FixtureBook()
    try book.replace(mistake.old, by: mistake.new, in: mistake.file)
    let text = try book.text(mistake.file)
    let isInPage = mistake.file.hasSuffix(".md") || mistake.file.hasSuffix(".swift")
    let place = try #require(text.firstRange(of: mistake.mark))
    let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let said = faults?.all.contains { fault in
      fault.message.contains(mistake.message)
        && (!isInPage || fault.file == mistake.file && fault.line == line)
    }
    #expect(
      said == true, "expected \(mistake.file):\(line): \(mistake.message); got \(faults as Any)")
    #expect(!FileManager.default.fileExists(atPath: book.output.path))
  }

  @Test("in the reference is named there: code that no page shows")
  func coverage() throws {
    let book = try FixtureBook()
    try book.replace("```swift region=vector\n```\n\n", by: "")
    try book.replace(
      "import Foundation\n", by: "import Foundation\n\nlet stray = 1\nlet more = 2\n",
      in: Mistake.solution)
    try book.replace(
      "// #given table-end", by: "// #exercise 1.3\nfunc f() {}\n// #end\n\n// #given table-end",
      in: Mistake.solution)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(
      faults?.all.map(\.description) == [
        "\(Mistake.solution):3: error: lines 3–4 stand in no region, so no page shows them",
        "\(Mistake.solution):7: error: the region “vector” (lines 7–8) is woven into no page "
          + "of Chapters/01-vectors; write ```swift region=vector",
        "\(Mistake.solution):35: error: no page of Chapters/01-vectors has exercise 1.3, which "
          + "lines 35–35 solve",
      ])
  }

  @Test("is told together with all others")
  func together() throws {
    let book = try FixtureBook()
    try book.replace("Mind the gap.", by: "Mind $x_i$ and <b>.")
    try book.replace(
      "# Counts", by: "# Counts\n\n[](#a) $`\\nix`$", in: "Chapters/02-counts/index.md")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.count == 4)
  }

  @Test("in a file's bytes is named too: not UTF-8, too large, missing")
  func bytes() throws {
    let book = try FixtureBook()
    try book.write(Data("# A\n\nb ".utf8) + Data([0xFF, 0x0A]), to: FixtureBook.page)
    try book.write(String(repeating: "a\n", count: 600_000), to: "Chapters/map.md")
    try FileManager.default.removeItem(at: book.root.appending(path: "Chapters/02-counts/index.md"))
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let text = faults?.description ?? ""
    #expect(text.contains("\(FixtureBook.page):3: error: this is not UTF-8 text"))
    #expect(text.contains("Chapters/map.md: error: the file has 1200000 bytes; split it"))
    #expect(text.contains("Chapters/02-counts/index.md: error: there is no such file"))
  }

  @Test("that slips through is caught in the built pages")
  func builtPages() {
    let files = [
      "index.html": Data(
        "<p id=\"a\">\n<a href=\"b/c.html#d\"><b id=\"a\"><a href=\"x.css\">".utf8),
      "b/c.html": Data("<a href=\"../index.html#a\"> href=\"text\"".utf8),
    ]
    #expect(
      Diagnostics(SiteCheck.faults(in: files)).all.map(\.description) == [
        "index.html:2: error: the built page has the id “a” twice",
        "index.html:2: error: the built page links to “b/c.html#d”: not there",
        "index.html:2: error: the built page links to “x.css”: not there",
      ])
  }
}
