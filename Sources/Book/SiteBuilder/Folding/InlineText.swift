/// The text of a paragraph, a heading or a cell, with the lines of its file.
///
/// What is no text, such as code or a formula, is one `\u{FFFC}`.
struct InlineText {
  private(set) var text = ""
  /// The line on which it starts.
  let first: Int
  private var line: Int

  /// - Parameter isTakingLinks: whether the words of links are text, too.
  init(_ node: Markup, isTakingLinks: Bool) {
    first = node.children.first?.line ?? node.line
    line = first
    add(node.children, isTakingLinks)
  }

  /// The line on which a place stands.
  func line(at place: String.Index) -> Int { first + text[..<place].count { $0 == "\n" } }

  private mutating func add(_ nodes: [Markup], _ isTakingLinks: Bool) {
    for node in nodes {
      while line < node.line {
        text += "\n"
        line += 1
      }
      switch node.kind {
      case .text(let part): text += part
      case .softBreak, .lineBreak: break
      case .emphasis, .strong, .unbroken: add(node.children, isTakingLinks)
      case .link where isTakingLinks: add(node.children, isTakingLinks)
      default: text += "\u{FFFC}"
      }
    }
  }
}
