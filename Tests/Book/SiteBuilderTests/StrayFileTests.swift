import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("A file that the book would leave out")
struct StrayFileTests {
  @Test(
    "is named",
    arguments: [
      "Chapters/3-more/index.md", "Chapters/03_more/index.md", "Chapters/notes.md",
      "Chapters/01-vectors/deep/page.md", "Chapters/01-vectors/page.MD",
    ])
  func pages(_ path: String) throws {
    let book = try FixtureBook()
    try book.write("# More\n", to: path)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.map(\.file) == [path])
    #expect(faults?.description.contains("the book would leave it out") == true)
  }

  @Test("is none of an editor's, and none that is no page")
  func others() throws {
    let book = try FixtureBook()
    for path in [".#index.md", "01-vectors/.index.md", ".git/a.md", "01-vectors/notes.txt"] {
      try book.write("# More\n", to: "Chapters/\(path)")
    }
    try book.build()
  }

  @Test("of the reference is named, too: it would be compiled and not shown")
  func reference() throws {
    let book = try FixtureBook()
    let path = "Solutions/Chapter1/Deep/More.swift"
    try book.write("let more = 1\n", to: path)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.map(\.file) == [path])
  }

  @Test(
    "is a figure whose name makes no id",
    arguments: ["lo ss.svg", "lo\"ss.svg", "löss.svg", "lo.ss.svg", ".svg"])
  func figures(_ name: String) throws {
    let book = try FixtureBook()
    try book.write(book.text("Chapters/01-vectors/loss.svg"), to: "Chapters/01-vectors/\(name)")
    try book.replace("](loss.svg \"", by: "](<\(name.replacing("\"", with: "\\\""))> \"")
    try book.replace("[](#figure-loss), ", by: "")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.map(\.file) == [FixtureBook.page])
    #expect(faults?.description.contains("a figure's file name has letters") == true)
  }
}
