import Experiments
import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("The quantities of a chapter's code")
struct CodeQuantitiesTests {
  private static let file = "Chapters/01-vectors/quantities.json"

  private func built(_ quantities: String) throws -> String {
    let book = try FixtureBook()
    try book.write(quantities, to: Self.file)
    try book.build()
    return try book.text("site/public/01-vectors/index.html")
  }

  @Test("have the colour of their formulas, wherever their name stands")
  func colours() throws {
    let html = try built(#"{"word": ["index", "oneHot"]}"#)
    #expect(html.contains("<span class=\"quantity-word\">oneHot</span>(_ "))
    #expect(
      html.contains("<span class=\"quantity-word\">index</span>: <span class=\"t\">Int</span>"))
    #expect(html.contains("[<span class=\"quantity-word\">index</span>] = "))
    #expect(!html.contains("indices</span>"))
  }

  @Test(
    "that are none, or that no listing has, are named",
    arguments: [
      (#"{"wrod": ["index"]}"#, 0, "no quantity is called “wrod”; there are "),
      (#"{"word": ["indexes"]}"#, 0, "no listing of this chapter has the name “indexes”"),
      (#"{"word": ["index"], "history": ["index"]}"#, 0, "cannot be history and word"),
      ("{\"word\":\n  index}", 2, "write {\"quantity\": [\"name\", …], …}"),
      ("[]", 1, "write {\"quantity\""),
    ])
  func faults(_ text: String, _ line: Int, _ message: String) throws {
    let faults = #expect(throws: Diagnostics.self) { try built(text) }
    let found = faults?.all.filter { $0.file == Self.file } ?? []
    #expect(found.count == 1 && found.first?.line == line, "\(faults as Any)")
    #expect(found.first?.message.contains(message) == true, "\(faults as Any)")
  }

  @Test("are those that figures have colours for")
  func figures() throws {
    let style = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "site/theme/assets/style.css")
    let named = CodeQuantities.named(in: try String(contentsOf: style, encoding: .utf8))
    #expect(named == Set(Quantity.allCases.map(\.rawValue)))
  }
}
