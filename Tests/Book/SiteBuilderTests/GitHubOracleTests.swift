import Foundation
import Testing

@testable import SiteBuilder

/// The builder against GitHub's parser, cmark-gfm, on generated pages; `peers/markdown/oracle.py`
/// has made the numbers.
@Suite("GitHub's Markdown")
struct GitHubOracleTests {
  private struct Case: Decodable {
    let text: String
    /// Rows and columns of each table.
    let tables: [[Int]]
    let links: Int
    let notes: Int
    /// What is struck through, and boxes to tick.
    let others: Int
  }

  private static func cases() throws -> [Case] {
    let root = FixtureBook.theme.deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "peers/markdown/oracle.json")
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
  }

  @Test("is shown as GitHub shows it, or refused: never printed as it was typed")
  func oracle() throws {
    let results = Results(folder: "none", root: FileManager.default.temporaryDirectory)
    var shown = (tables: 0, texts: 0, refused: 0)
    for expected in try Self.cases() {
      let source = SourceText(path: "a.md", text: expected.text)
      let page = try Page(source: source, part: nil, results: results)
      // A note to which nothing refers is refused in the book alone.
      let faults = page.faults.all.filter { !$0.message.hasPrefix("nothing refers to") }
      guard faults.isEmpty else {
        shown.refused += 1
        continue
      }
      var tables: [[Int]] = []
      var (links, notes) = (0, 0)
      page.document.forEach { node in
        switch node.kind {
        case .table: tables.append([node.children.count, node.children[0].children.count])
        case .link: links += 1
        case .footnoteReference: notes += 1
        default: break
        }
      }
      if tables.isEmpty { shown.texts += 1 } else { shown.tables += 1 }
      #expect(tables == expected.tables, "\(expected.text)")
      #expect(links == expected.links && notes == expected.notes, "\(expected.text)")
      #expect(expected.others == 0, "\(expected.text)")
    }
    // Enough of each kind, or the test would say little.
    #expect(shown.tables > 20 && shown.texts > 80 && shown.refused > 300, "\(shown)")
  }
}
