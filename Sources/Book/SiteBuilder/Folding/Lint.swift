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
      case .code(let code) where code.hasPrefix("$`") && code.hasSuffix("`$"):
        found.report(node.line, "“\(code)” shows as code; a formula has no backticks outside $`…`$")
      case .link where node.plainText.hasPrefix("^"):
        found.report(
          node.line, "“[\(node.plainText)]” became a link; define the footnote as [^id]:")
      default: LeftMarks.check(node, faults: &found)
      }
    }
    faults = found
  }
}
