/// Writes a syntax tree as HTML; plain CommonMark exactly as libcmark's own renderer does.
///
/// What the passes folded out of CommonMark is handed to a ``BookSetting``.
struct HTMLRenderer {
  private(set) var html = ""
  private let setting: (any BookSetting)?

  /// Renders a tree; without a setting, nodes that are not CommonMark's are left out.
  static func render(_ nodes: [Markup], setting: (any BookSetting)? = nil) -> String {
    var renderer = HTMLRenderer(setting: setting)
    for node in nodes { renderer.render(node) }
    return renderer.html
  }

  private init(setting: (any BookSetting)?) {
    self.setting = setting
  }

  private mutating func startLine() {
    if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
  }

  private mutating func renderChildren(of node: Markup, isTight: Bool = false) {
    for child in node.children { render(child, isTight: isTight) }
  }

  private mutating func wrap(_ tag: String, _ node: Markup) {
    html += "<\(tag)>"
    renderChildren(of: node)
    html += "</\(tag)>"
  }

  private mutating func render(_ node: Markup, isTight: Bool = false) {
    switch node.kind {
    case .document: renderChildren(of: node)
    case .text(let text): html += HTMLText.escape(text)
    case .code(let text):
      html += setting == nil ? "<code>\(HTMLText.escape(text))</code>" : CodeBreaks.element(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    case .emphasis: wrap("em", node)
    case .strong: wrap("strong", node)
    case .lowered: wrap("sub", node)
    case .raised: wrap("sup", node)
    case .htmlInline: html += "<!-- raw HTML omitted -->"
    case .link(let destination, let title): renderLink(node, destination, title)
    case .image(let source, let title): renderImage(node, source, title)
    default: renderBlock(node, isTight: isTight)
    }
  }

  private mutating func renderBlock(_ node: Markup, isTight: Bool) {
    if case .paragraph = node.kind, isTight {
      renderChildren(of: node)
      return
    }
    if isTight || !isInlineExtension(node) { startLine() }
    switch node.kind {
    case .paragraph:
      wrap("p", node)
      html += "\n"
    case .heading(let level, nil):
      wrap("h\(level)", node)
      html += "\n"
    case .blockQuote:
      html += "<blockquote>\n"
      renderChildren(of: node)
      startLine()
      html += "</blockquote>\n"
    case .list(let start, let isTight): renderList(node, start, isTight)
    case .codeBlock(let info, let text) where setting == nil:
      let language = info.split(omittingEmptySubsequences: false, whereSeparator: \.isSpace)[0]
      html += language.isEmpty ? "<pre><code>" : "<pre><code class=\"language-"
      if !language.isEmpty { html += HTMLText.escape(String(language)) + "\">" }
      html += HTMLText.escape(text) + "</code></pre>\n"
    case .htmlBlock: html += "<!-- raw HTML omitted -->\n"
    case .thematicBreak: html += "<hr />\n"
    default:
      guard let setting else { return }
      html += setting.html(of: node) { HTMLRenderer.render($0, setting: setting) }
    }
  }

  private func isInlineExtension(_ node: Markup) -> Bool {
    switch node.kind {
    case .math(let formula): !formula.isDisplay
    case .footnoteReference, .unbroken, .unlinked, .remark: true
    default: false
    }
  }

  private mutating func renderList(_ node: Markup, _ start: Int?, _ isTight: Bool) {
    switch start {
    case nil: html += "<ul>\n"
    case 1: html += "<ol>\n"
    case .some(let start): html += "<ol start=\"\(start)\">\n"
    }
    for item in node.children {
      startLine()
      html += "<li>"
      renderChildren(of: item, isTight: isTight)
      html += "</li>\n"
    }
    html += start == nil ? "</ul>\n" : "</ol>\n"
  }

  private mutating func renderLink(_ node: Markup, _ destination: String, _ title: String) {
    let address = HTMLText.isDangerous(destination) ? "" : HTMLText.escapeAddress(destination)
    html += "<a href=\"\(address)\""
    if !title.isEmpty { html += " title=\"\(HTMLText.escape(title))\"" }
    html += ">"
    renderChildren(of: node)
    html += "</a>"
  }

  private mutating func renderImage(_ node: Markup, _ source: String, _ title: String) {
    let address = HTMLText.isDangerous(source) ? "" : HTMLText.escapeAddress(source)
    html += "<img src=\"\(address)\" alt=\"\(HTMLText.escape(node.plainText))\""
    if !title.isEmpty { html += " title=\"\(HTMLText.escape(title))\"" }
    html += " />"
  }
}

/// Sets what CommonMark does not know: formulas, figures, listings, exercises.
protocol BookSetting {
  /// The node's HTML; blocks end in a line feed. `render` sets the node's children.
  func html(of node: Markup, render: ([Markup]) -> String) -> String
}

extension Character {
  /// ASCII white space, which ends the first word of a fence's info string.
  fileprivate var isSpace: Bool { " \t\n\r\u{0B}\u{0C}".contains(self) }
}
