import Foundation
import Testing
import Weaving

@testable import SiteBuilder

/// The fixture with its first chapter on two pages.
private func bookOfTwoPages() throws -> FixtureBook {
  let book = try FixtureBook()
  let text = try book.text(FixtureBook.page)
  let exercise = try #require(
    text.firstMatch(of: /### Exercise 1\.2(?s:.*?)(?=## Sources)/))
  try book.write(
    text.replacing(exercise.output, with: "")
      .replacing("```swift region=table-end\n```\n\n", with: "")
      .replacing("[](#exercise-1-2)", with: "[](at-scale.md#exercise-1-2)"),
    to: FixtureBook.page)
  try book.write(
    """
    # At scale

    After [](index.md#figure-loss), `{perplexity.bigram|.1}`; see [](#figure-loss), [](index.md).

    ![Falling again.](loss.svg "It falls.")

    ```swift region=table-end
    ```

    ## More {#numbers}

    \(exercise.output)
    """, to: second)
  try book.replace(
    "[its numbers]", by: "[](01-vectors/at-scale.md#numbers), [its numbers]", in: map)
  return book
}

private let second = "Chapters/01-vectors/at-scale.md"
private let map = "Chapters/map.md"

@Suite("A chapter of several pages")
struct ChapterPagesTests {
  @Test("has its pages one after the other, with one number, and counts coverage over all")
  func build() throws {
    let book = try bookOfTwoPages()
    let report = try book.build()
    #expect(
      report.pages == [
        "index.html", "map.html", "01-vectors/index.html", "01-vectors/at-scale.html",
        "02-counts/index.html",
      ])
    #expect(report.coverage[1] == .init(shownLines: 17, lines: 17))
    #expect(report.exercises.map(\.id) == ["1.1", "1.2"])
    for (path, pieces) in [
      (
        "01-vectors/at-scale.html",
        [
          "<title>Chapter 1 · At scale · A small book</title>",
          "<p class=\"chapter-number\">Chapter 1 · <a href=\"index.html\">Vectors</a></p>",
          "<h1 id=\"at-scale\">At scale</h1>",
          "<a href=\"index.html#figure-loss\">Figure 1.1</a>, 152.4; see",
          "<a href=\"#figure-loss\">Figure 1.2</a>, <a href=\"index.html\">Vectors</a>",
          "<strong>Figure 1.2</strong> It falls.", "<h2 id=\"numbers\">More<a",
          "<figcaption><code class=\"file\">Sources/<wbr>Chapter1/<wbr>Vectors.swift:",
          "swift run course check 1.2",
          "<li class=\"chapter\"><a href=\"index.html\"><span class=\"count\">1</span> Vectors</a>",
          "<li class=\"part\"><a href=\"at-scale.html\" aria-current=\"page\">At scale</a>",
          "rel=\"prev\" href=\"index.html\"><span>Previous</span> 1 · Vectors</a>",
          "<a class=\"next\" rel=\"next\" href=\"../02-counts/index.html\">",
        ]
      ),
      (
        "01-vectors/index.html",
        [
          "<title>Chapter 1 · Vectors · A small book</title>",
          "<p class=\"chapter-number\">Chapter 1</p>",
          "<a href=\"at-scale.html#exercise-1-2\">Exercise 1.2 · Rows &amp; columns</a>",
          "<a class=\"next\" rel=\"next\" href=\"at-scale.html\"><span>Next</span> 1 · At scale</a>",
        ]
      ),
      ("map.html", ["<a href=\"01-vectors/at-scale.html#numbers\">More</a>"]),
      ("02-counts/index.html", ["rel=\"prev\" href=\"../01-vectors/at-scale.html\""]),
    ] {
      let html = try book.text("site/public/" + path)
      for piece in pieces where !html.contains(piece) {
        Issue.record("\(path) lacks \(piece)")
      }
    }
    #expect(try !book.text("site/public/02-counts/index.html").contains("class=\"part\""))
  }

  @Test("has its exercises on the pages that state them")
  func catalogue() throws {
    let book = try bookOfTwoPages()
    let exercises = try ExerciseCatalogue.load(chapter: 1, root: book.root)
    try #require(exercises.map(\.id) == ["1.1", "1.2"])
    #expect(exercises.map(\.page) == ["01-vectors/index.html", "01-vectors/at-scale.html"])
    #expect(exercises[1].file == second && exercises[1].anchor == "exercise-1-2")
  }

  @Test("has its pages by name, and leaves an editor's own files alone")
  func order() throws {
    let book = try bookOfTwoPages()
    try book.write("# Earlier\n", to: "Chapters/01-vectors/appendix.md")
    try book.write("# Later\n\n[](2-first.md)\n", to: "Chapters/01-vectors/3-again.md")
    try book.write("# First\n", to: "Chapters/01-vectors/2-first.md")
    try book.write("# No page\n", to: "Chapters/01-vectors/.#index.md")
    #expect(
      try book.build().pages.dropFirst(2).prefix(5) == [
        "01-vectors/index.html", "01-vectors/first.html", "01-vectors/again.html",
        "01-vectors/appendix.html", "01-vectors/at-scale.html",
      ])
    #expect(
      try book.text("site/public/01-vectors/again.html").contains(
        "<a href=\"first.html\">First</a>"))
  }

  @Test("has one page at an address")
  func sameAddress() throws {
    let book = try bookOfTwoPages()
    try book.write("# Again\n", to: "Chapters/01-vectors/2-at-scale.md")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(
      faults?.all.map(\.description).contains(
        "\(second): error: this page and Chapters/01-vectors/2-at-scale.md would both be "
          + "01-vectors/at-scale.html; rename one of them") == true)
  }

  /// Mistakes in the second page: what stands there, what is written instead, what is said.
  static let mistakes = [
    Mistake(
      "woven twice", "## More", "```swift region=vector\n```\n\n## More",
      at: "```swift region=vector", in: second,
      "the region “vector” is already woven at Chapters/01-vectors/index.md:16"),
    Mistake(
      "order", "### Exercise 1.2", "### Exercise 1.1", at: "### Exercise 1.1", in: second,
      "exercise 1.1 is out of order; here 1.2 is expected"),
    Mistake(
      "no region", "### Exercise 1.2", "### Exercise 1.3", at: "### Exercise 1.3", in: second,
      "exercise 1.3 has no region “// #exercise 1.3” in Solutions/Chapter1"),
    Mistake(
      "anchor", "index.md#figure-loss", "index.md#figure-lost", at: "After", in: second,
      "Chapters/01-vectors/index.md has no id “figure-lost”; did you mean #figure-loss?"),
    Mistake(
      "anchor here", "[](#figure-loss)", "[](#exercise-1-1)", at: "After", in: second,
      "at-scale.md has no id “exercise-1-1”; Chapters/01-vectors/index.md has it: write "
        + "index.md#exercise-1-1"),
    Mistake(
      "anchor on the other page", "(01-vectors/at-scale.md#numbers)",
      "(01-vectors/index.md#at-scale)", at: "[](01-vectors/index.md#at", in: map,
      "Chapters/01-vectors/at-scale.md has it: write 01-vectors/at-scale.md#at-scale"),
    Mistake(
      "id twice", "# At scale", "# At scale {#numbers}", at: "## More", in: second,
      "the id “numbers” is already on line 1"),
    Mistake(
      "result", "{perplexity.bigram|.1}", "{perplexity.fourgram}", at: "After", in: second,
      "“fourgram” of “perplexity.fourgram” is not in Chapters/01-vectors/results.json"),
    Mistake(
      "not woven", "```swift region=table-end\n```\n\n", "", at: "",
      in: second,
      "the region “table-end” (lines 32–32) is woven into no page of "
        + "Chapters/01-vectors; write ```swift region=table-end"),
  ]

  @Test("names the page of a mistake", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let book = try bookOfTwoPages()
    try book.replace(mistake.old, by: mistake.new, in: mistake.file)
    let text = try book.text(mistake.file)
    // Without a mark the mistake is told in another file.
    let mark = mistake.mark.isEmpty ? nil : text.firstRange(of: mistake.mark)
    let line = mark.map { mark in text[..<mark.lowerBound].count { $0 == "\n" } + 1 }
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let said = faults?.all.contains { fault in
      fault.message.contains(mistake.message)
        && (line == nil || fault.file == mistake.file && fault.line == line)
    }
    #expect(said == true, "expected \(mistake.message); got \(faults as Any)")
  }

  @Test("says what is wrong with a page's name")
  func misnamed() throws {
    let book = try bookOfTwoPages()
    try book.write("# A page\n", to: "Chapters/01-vectors/At Scale.md")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(
      faults?.all.map(\.description) == [
        "Chapters/01-vectors/At Scale.md: error: a page's file name has small letters, digits and "
          + "hyphens, as 3-at-scale.md has"
      ])
  }

  @Test("does not count coverage while a page of it cannot be read")
  func unreadable() throws {
    let book = try bookOfTwoPages()
    try book.write(Data([0xFF]), to: second)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.description.contains("\(second):1: error: this is not UTF-8 text") == true)
    #expect(faults?.description.contains("woven into no page") == false)
    #expect(throws: Diagnostics.self) { try ExerciseCatalogue.load(chapter: 1, root: book.root) }
  }
}
