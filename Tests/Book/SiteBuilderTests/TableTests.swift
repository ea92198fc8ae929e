import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("A table")
struct TableTests {
  private let heads = "<tr><th>a</th><th>b</th></tr>"

  @Test(
    "is one wherever GitHub sees one",
    arguments: [
      "| a | b |\n| --- | --- |\n| 1 | 2 |", "a | b\n--|--\n1 | 2", "|a|b\n|-|-\n|1|2",
      "a | b |\n:-- | --- |\n1 | 2 |", "  | a | b |\n  |---|---|\n| 1 | 2 |  ",
    ])
  func forms(_ table: String) throws {
    let book = try FixtureBook()
    try book.replace("Mind the gap.", by: "Mind the gap.\n\n\(table)\n")
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(html.contains("<thead>\n\(heads)\n</thead>"))
    #expect(html.contains("<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>"))
  }

  @Test("stands right below a text, which stays what it is")
  func belowText() throws {
    let book = try FixtureBook()
    try book.replace(
      "Mind the gap.",
      by: "Mind.\n\nHere *is* [it][1], [](#numbers)\nand `x`:\n| a | b |\n|:-:|--:|\n| [y][1] | 2 |"
        + "\n\n[1]: https://a.b/c\n")
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(
      html.contains(
        "<p>Here <em>is</em> <a href=\"https://a.b/c\">it</a>, <a href=\"#numbers\">What the runs "
          + "showed</a>\nand <code>x</code>:</p>\n<div class=\"table\""))
    #expect(
      html.contains(
        "<td class=\"center\"><a href=\"https://a.b/c\">y</a></td><td class=\"number\">2"))
  }

  @Test("aligns its columns and keeps escaped pipes")
  func cells() throws {
    let book = try FixtureBook()
    try book.replace("Mind the gap.", by: "Mind.\n\na | b\n:-: | --:\n`x \\| y` | \\|\n\\\\| | 2")
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(
      html.contains("<td class=\"center\"><code>x | y</code></td><td class=\"number\">|</td>"))
    #expect(html.contains("<tr><td class=\"center\">|</td><td class=\"number\">2</td>"))
  }

  @Test("is not seen in a heading that is underlined", arguments: ["---", "----", "==="])
  func underlined(_ line: String) throws {
    let book = try FixtureBook()
    try book.replace(
      "# Counts\n", by: "# Counts\n\nUnderlined\n\(line)\n", in: "Chapters/02-counts/index.md")
    // A second title of the page is another matter.
    if line == "===" {
      let faults = #expect(throws: Diagnostics.self) { try book.build() }
      #expect(faults?.all.allSatisfy { $0.message.contains("a page has one title") } == true)
    } else {
      try book.build()
      #expect(try book.text("site/public/02-counts/index.html").contains("<h2 id=\"underlined\">"))
    }
  }

  @Test(
    "that is none is refused, with its line",
    arguments: [
      ("> x\n> | a | b |\n> |---|---|\n> | 1 | 2 |", 2, "a table stands at top level"),
      ("- x\n\n  a | b\n  --|--\n  1 | 2", 3, "a table stands at top level"),
      ("> [!NOTE]\n> a | b\n> --|--\n> 1 | 2", 2, "a table stands at top level"),
      ("x\n| a | b |\n| 1 | 2 |", 2, "a table's second row says how columns are set"),
      ("| --- | --- |\n| 1 | 2 |", 1, "a table's second row says how columns are set"),
      ("a | b\n--|--\n1 | 2 | 3", 3, "this row has 3 cells; the table has 2"),
      ("a | b\n--|--\n1 | 2\nand so on", 4, "leave a line empty before the text behind a table"),
      ("x\n| a | b |\n|---|---|\n| 1 | 2 |\n---", 2, "the line below this table makes a heading"),
      ("a | b\n--|--\n===", 1, "the line below this table makes a heading of it"),
      ("a | b\n--|--\n    1 | 2", 3, "three spaces before it at most"),
      ("a | b\n--|--\n`x|y` | 2", 3, "within a cell, in code too, a pipe is \\|"),
      ("a | b\n--|--\n1", 3, "this row has 1 cell; the table has 2"),
      ("a | b | c\n--|--\n1 | 2", 2, "the table has 3 columns, but sets 2"),
    ])
  func refused(_ text: String, _ line: Int, _ message: String) throws {
    let book = try FixtureBook()
    let page = "Chapters/02-counts/index.md"
    try book.replace("# Counts\n", by: "# Counts\n\n\(text)\n", in: page)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let said = faults?.all.contains {
      $0.file == page && $0.line == line + 2 && $0.message.contains(message)
    }
    #expect(said == true, "\(faults as Any)")
  }
}
