/// Sets listings: documentation as prose above its declaration, code line by line.
struct ListingSetting {
  let theme: Theme
  /// The quantities of the names in the page's code.
  let quantities: [String: String]

  /// The listing's HTML; `render` sets the blocks of the documentation.
  func html(_ listing: Listing, render: ([Markup]) -> String) -> String {
    theme.render(
      "listing",
      [
        "id": listing.id, "file": listing.file.map(CodeBreaks.html), "line": listing.line,
        "since": listing.since,
        "parts": ListingPart.parts(of: listing).map { part in
          switch part {
          case .documentation(let text, let indentation, let isApart, let isNew):
            [
              "documentation": render(Documentation.blocks(text)), "indentation": indentation,
              "isApart": isApart, "isNew": isNew,
            ] as [String: Any]
          case .code(let lines, let newLines): ["code": Self.rows(lines, newLines, quantities)]
          }
        },
      ])
  }

  /// Each line in a box of its own, which knows how far it is indented: what is too long goes on
  /// below, indented deeper.
  static func rows(
    _ lines: [String], _ newLines: Set<Int> = [], _ quantities: [String: String] = [:]
  ) -> String {
    let html = SwiftHighlighter.lines(lines.joined(separator: "\n"), quantities: quantities)
    return zip(lines, html).enumerated().map { number, line in
      let indentation = line.0.prefix { $0 == " " }.count
      let name = newLines.contains(number) ? "row new" : "row"
      let style = indentation > 0 ? " style=\"--in:\(indentation)\"" : ""
      return "<span class=\"\(name)\"\(style)>\(line.1)\n</span>"
    }.joined()
  }
}
