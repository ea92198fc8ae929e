import Foundation
import Testing
import Weaving

@testable import SiteBuilder

private let map = "Chapters/map.md"
private let announcement = """
  # The map

  ## Chapter 1 · Vectors {#chapter-1}

  Numbers for words.
  See [its page](01-vectors/index.md), which has `{chapter.1.exercises|words}` exercises.

  ## Chapter 3 · Ahead {#chapter-3}

  What comes *later*.
  """

/// The fixture with a map that announces a third chapter, and a README.
private func announcingBook() throws -> FixtureBook {
  let book = try FixtureBook()
  try book.write(announcement, to: map)
  try book.write(
    """
    # A book

    <!-- The chapters, by `make stubs` from Chapters/map.md. -->
    <!-- End of the chapters. -->

    The rest.

    """, to: "README.md")
  return book
}

@Suite("What is known of all chapters")
struct ChapterFactsTests {
  @Test("the pages outside of chapters quote how many exercises a chapter has")
  func exercises() throws {
    let book = try announcingBook()
    try book.build()
    #expect(try book.text("site/public/map.html").contains("which has two exercises."))
    try book.replace("chapter.1.exercises", by: "chapter.9.exercises", in: map)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.first?.message.contains("“9” of “chapter.9.exercises”") == true)
  }

  @Test("a link to a chapter that the map announces becomes its name until the chapter is there")
  func ahead() throws {
    let book = try announcingBook()
    try book.replace(
      "See [", by: "Then [the third](03-ahead/index.md) and [](03-ahead/index.md). See [", in: map)
    try book.build()
    let html = try book.text("site/public/map.html")
    #expect(html.contains("<span class=\"unlinked\">the third (in preparation)</span>"))
    #expect(
      html.contains("<span class=\"unlinked\">Chapter 3 · Ahead (in preparation)</span>"))
  }

  @Test(
    "a link to a chapter that nobody announces, or to another folder of a written one, is an error",
    arguments: ["04-behind/index.md", "01-vektors/index.md", "03-ahead/Index.txt"])
  func nowhere(_ target: String) throws {
    let book = try announcingBook()
    try book.replace("See [", by: "Then [this](\(target)). See [", in: map)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.contains { $0.file == map && $0.message.contains("is no page") } == true)
  }

  @Test("README's table has a row for each section of the map, and is stale until it is written")
  func table() throws {
    let book = try announcingBook()
    #expect(try ChapterTable.staleness(root: book.root)?.file == "README.md")
    #expect(try ChapterTable.write(root: book.root) == "README.md")
    let readme = try book.text("README.md")
    #expect(
      readme.contains(
        "| 1 | [Vectors](Chapters/01-vectors/index.md) | 2 exercises | Numbers for words. |\n"
          + "| 3 | Ahead | in preparation | What comes *later*. |\n<!-- End"))
    #expect(readme.hasPrefix("# A book\n") && readme.hasSuffix("-->\n\nThe rest.\n"))
    #expect(try ChapterTable.staleness(root: book.root) == nil)
    #expect(try ChapterTable.write(root: book.root) == nil)
  }

  @Test("a README without the lines around its table is an error that shows them")
  func noPlace() throws {
    let book = try announcingBook()
    try book.write("# A book\n", to: "README.md")
    let fault = #expect(throws: Diagnostic.self) { try ChapterTable.write(root: book.root) }
    #expect(fault?.message.contains("<!-- End of the chapters. -->") == true)
  }

  @Test(
    "whole numbers below a hundred are spelled out",
    arguments: [
      (0, "none"), (1, "one"), (16, "sixteen"), (20, "twenty"), (42, "forty-two"), (1200, "1,200"),
    ])
  func words(_ number: Int, _ words: String) throws {
    #expect(try NumberFormat.text(Double(number), "words") == words)
  }
}
