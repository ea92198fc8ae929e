import Foundation

/// Writes blocks as text for a terminal: paragraphs apart, lists with marks, code indented.
enum PlainText {
  static func render(_ blocks: [Markup]) -> String {
    blocks.map { render($0) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func render(_ block: Markup) -> String {
    switch block.kind {
    case .paragraph: return inline(block.children)
    case .heading: return inline(block.children)
    case .list(let start, _):
      return block.children.enumerated().map { index, item in
        let mark = start.map { "\($0 + index). " } ?? "• "
        let indent = String(repeating: " ", count: mark.count)
        return mark + indented(render(item.children), by: indent, skippingFirst: true)
      }.joined(separator: "\n")
    case .codeBlock(_, let text): return indented(text, by: "    ")
    case .listing(let listing): return indented(listing.text, by: "    ")
    case .math(let formula): return indented(uncoloured(formula.tex), by: "    ")
    case .table:
      return block.children.map { row in
        row.children.map { inline($0.children) }.joined(separator: "   ")
      }.joined(separator: "\n")
    case .alert(let alert): return "\(alert.rawValue): " + render(block.children)
    case .figure(let figure): return "[\(figure.label): \(figure.alternative)]"
    case .blockQuote: return indented(render(block.children), by: "  ")
    case .weave, .sideNote, .thematicBreak: return ""
    default: return inline([block])
    }
  }

  private static func inline(_ nodes: [Markup]) -> String {
    nodes.map { node in
      switch node.kind {
      case .text(let text): text
      case .code(let text): "`\(text)`"
      case .math(let formula): uncoloured(formula.tex)
      case .softBreak: " "
      case .lineBreak: "\n"
      case .footnoteReference: ""
      default: inline(node.children)
      }
    }.joined()
  }

  /// A formula without `\quantity{name}{…}` around its letters.
  static func uncoloured(_ tex: String) -> String {
    var text = tex
    while let mark = text.firstMatch(of: /\\quantity\{[a-z]+\}\{/) {
      var depth = 1
      let end = text[mark.range.upperBound...].firstIndex { letter in
        depth += letter == "{" ? 1 : letter == "}" ? -1 : 0
        return depth == 0
      }
      guard let end else { return text }
      text.remove(at: end)
      text.removeSubrange(mark.range)
    }
    return text
  }

  private static func indented(
    _ text: String, by indent: String, skippingFirst: Bool = false
  ) -> String {
    text.trimmingCharacters(in: .newlines).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
      .map { $0 == 0 && skippingFirst || $1.isEmpty ? String($1) : indent + $1 }
      .joined(separator: "\n")
  }
}
