import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("The figures of a page")
struct FigureRulesTests {
  private static let page = "Chapters/02-counts/index.md"
  private static let drawing = "Chapters/02-counts/map.svg"
  private static let twin = "Chapters/02-counts/map.narrow.svg"

  private static func svg(width: Int, letters: String) -> String {
    "<svg viewBox=\"0 0 \(width) 90\">\n<text style=\"font-size:\(letters)px\">a</text>\n</svg>\n"
  }

  private func faults(
    text: String = "See [](#figure-map).", wide: String, narrow: String? = nil
  ) throws -> [Diagnostic] {
    let book = try FixtureBook()
    try book.replace(
      "# Counts\n", by: "# Counts\n\n\(text)\n\n![A map](map.svg \"A map.\")\n", in: Self.page)
    try book.write(wide, to: Self.drawing)
    if let narrow { try book.write(narrow, to: Self.twin) }
    return ProseCheck.faults(root: book.root).filter { $0.file.hasPrefix("Chapters/02-counts/") }
  }

  @Test("are fine where a sentence sends to them, from this page or another, and letters are large")
  func fine() throws {
    for text in [
      "See [](#figure-map).", "See [this](index.md#figure-map).", "- In [](#figure-map)",
    ] {
      #expect(
        try faults(
          text: text, wide: Self.svg(width: 720, letters: "14"),
          narrow: Self.svg(width: 360, letters: "12.5")
        ).isEmpty)
    }
    #expect(try faults(wide: Self.svg(width: 400, letters: "12")).isEmpty)
  }

  @Test("that no sentence sends to are named")
  func noReference() throws {
    let found = try faults(text: "Look.", wide: Self.svg(width: 400, letters: "13"))
    #expect(found.map(\.file) == [Self.page] && found.map(\.line) == [5], "\(found)")
    #expect(found.first?.message.contains("write [](#figure-map)") == true)
  }

  @Test("that a telephone cannot show are named")
  func noTwin() throws {
    let found = try faults(wide: Self.svg(width: 720, letters: "14"))
    #expect(found.map(\.file) == [Self.drawing], "\(found)")
    #expect(found.first?.message.contains("draw \(Self.twin), too") == true)
  }

  @Test("whose letters are too small are named with their line")
  func smallLetters() throws {
    for (wide, narrow, file) in [
      (Self.svg(width: 720, letters: "13"), Self.svg(width: 360, letters: "13"), Self.drawing),
      (Self.svg(width: 720, letters: "14"), Self.svg(width: 360, letters: "11.9"), Self.twin),
      (Self.svg(width: 400, letters: "11"), nil, Self.drawing),
    ] {
      let found = try faults(wide: wide, narrow: narrow)
      #expect(found.map(\.file) == [file] && found.map(\.line) == [2], "\(found)")
    }
  }
}
