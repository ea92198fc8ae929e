import Foundation
import Testing

@testable import SiteBuilder

@Suite("A page's setting")
struct SettingTests {
  private static let page = "site/public/01-vectors/index.html"
  private static let link = "<link rel=\"stylesheet\" href=\"../assets/fonts/fonts.css\">"

  @Test("has the book's own fonts where they were made, and says where they were not")
  func fonts() throws {
    let book = try FixtureBook()
    #expect(try !book.build().hasFonts)
    #expect(try !book.text(Self.page).contains(Self.link))
    // Fonts without their style sheet were not made to their end.
    try book.write("font", to: ".build/fonts/book-serif.woff2")
    #expect(try !book.build().hasFonts)
    try book.write("@font-face {}", to: ".build/fonts/fonts.css")
    try book.write("a stamp", to: ".build/fonts/made-by")
    #expect(try book.build().hasFonts)
    #expect(try book.text(Self.page).contains(Self.link))
    #expect(try book.text("site/public/assets/fonts/book-serif.woff2") == "font")
    #expect(try book.site()["assets/fonts/made-by"] == nil)
  }

  @Test("puts side notes beside the block that they belong to")
  func notes() {
    func block(_ kind: Markup.Kind) -> Markup { Markup(kind, line: 1) }
    let blocks = [
      block(.paragraph), block(.sideNote(number: 1)), block(.sideNote(number: 2)),
      block(.thematicBreak), block(.paragraph), block(.sideNote(number: 3)),
    ]
    #expect(
      blocks.withNotesBeside == [
        Markup(.noted, line: 1, Array(blocks[0...2])), blocks[3],
        Markup(.noted, line: 1, Array(blocks[4...5])),
      ])
  }
}
