import Foundation

/// What is still in the tree after all passes and must have been meant otherwise.
enum Lint {
  static func check(_ document: Markup, faults: inout Faults) {
    var found = faults
    document.forEach { node in
      switch node.kind {
      case .htmlBlock(let html), .htmlInline(let html):
        let start = html.prefix { !$0.isNewline }.prefix(40)
        found.report(node.line, "raw HTML (“\(start)”) is not taken; write it in Markdown")
      case .text(let text): check(text, at: node.line, &found)
      case .code(let code) where code.hasPrefix("$`") && code.hasSuffix("`$"):
        found.report(node.line, "“\(code)” shows as code; a formula has no backticks outside $`…`$")
      case .link where node.plainText.hasPrefix("^"):
        found.report(
          node.line, "“[\(node.plainText)]” became a link; define the footnote as [^id]:")
      default: break
      }
    }
    faults = found
  }

  private static func check(_ text: String, at line: Int, _ faults: inout Faults) {
    if text.utf8.contains(UInt8(ascii: "$")), text.contains(/\$(?!\d)/) {
      faults.report(line, "a formula is written $`…`$, with backticks; a lone dollar is `$`")
    }
    // Three and more are a gap to fill in.
    for mark in ["**", "__"] where text.contains(mark) && !text.contains("___") {
      faults.report(
        line,
        "“\(mark)” is left in the text: move it, so that a space or a letter is outside and "
          + "no space inside")
    }
  }
}
