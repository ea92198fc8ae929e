import Foundation

/// Something that a search can find: a section, an exercise or a declaration.
struct SearchEntry: Sendable {
  /// Where it stands in its page.
  let anchor: String
  /// What it is called in the results.
  let title: String
  /// Its text, for the excerpt: formulas as far as they can be read in a line.
  var excerpt = ""
  /// Its words, each with how often it stands there.
  private(set) var words: [String: Int] = [:]
  /// Words that are stressed, or stand in a caption or a small heading.
  private(set) var strongWords: Set<String> = []

  init(anchor: String, title: String, excerpt: String = "") {
    (self.anchor, self.title, self.excerpt) = (anchor, title, excerpt)
  }

  /// Takes in what a block says.
  ///
  /// - Parameter formulaText: a formula in a line of text; nil where it cannot be written so.
  mutating func add(_ block: Markup, formulaText: @escaping (Formula) -> String?) {
    var text = BlockText(formulaText: formulaText)
    text.add(block, isStrong: false)
    excerpt += (excerpt.isEmpty ? "" : " ") + text.shown.trimmed
    for word in Self.words(text.prose) { words[word, default: 0] += 1 }
    for word in Self.words(text.code) where !SwiftHighlighter.keywords.contains(word) {
      words[word, default: 0] += 1
    }
    for word in Self.words(text.strong) { strongWords.insert(word) }
  }

  /// The words to index: no single Latin letters, which stand everywhere, and of numbers the years
  /// only, since nobody looks for a measurement by its digits.
  private static func words(_ text: String) -> [String] {
    SearchText.pieces(of: text).joined().filter { word in
      let isNumber = word.utf8.allSatisfy { (46...57).contains($0) }
      let isYear = word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
      return word.utf8.count > 1 && (!isNumber || isYear) && !SearchIndex.stopWords.contains(word)
    }
  }
}

/// A page's entries.
struct SearchPage: Sendable {
  /// The page, as a path in the site.
  let path: String
  /// What the results call it: `Chapter 1 · Language models`.
  let label: String
  /// Sections and exercises, in the page's order.
  var sections: [SearchEntry] = []
  /// Declarations, in the page's order; found by name only.
  var symbols: [SearchEntry] = []
}

/// A block's text, apart by how much it counts.
private struct BlockText {
  let formulaText: (Formula) -> String?
  var shown = ""
  var prose = ""
  var strong = ""
  var code = ""

  init(formulaText: @escaping (Formula) -> String?) {
    self.formulaText = formulaText
  }

  mutating func add(_ node: Markup, isStrong: Bool) {
    switch node.kind {
    case .text(let text), .code(let text): add(text, isStrong)
    case .softBreak, .lineBreak: add(" ", isStrong)
    case .math(let formula):
      let text = formulaText(formula)
      shown += text ?? "…"
      // A letter may be half a word: the n of n-gram.
      prose += text?.count == 1 ? text ?? "" : " "
    case .listing(let listing): addCode(listing.text)
    case .codeBlock(_, let text): addCode(text)
    case .footnoteReference, .hint: break
    case .emphasis, .strong:
      addChildren(of: node, isStrong: true)
      strong += "\n"
    case .heading, .figure: addBlock(node, isStrong: true)
    case .paragraph, .item, .tableRow, .tableCell, .sideNote: addBlock(node, isStrong: isStrong)
    default: addChildren(of: node, isStrong: isStrong)
    }
  }

  private mutating func add(_ text: String, _ isStrong: Bool) {
    shown += text
    prose += text
    if isStrong { strong += text }
  }

  private mutating func addCode(_ text: String) {
    var plain = text
    // Comments read as prose.
    for mark in ["///", "//", "```", "``"] {
      plain = plain.replacingOccurrences(of: mark, with: "")
    }
    shown += plain + "\n"
    code += text + "\n"
  }

  private mutating func addChildren(of node: Markup, isStrong: Bool) {
    for child in node.children { add(child, isStrong: isStrong) }
  }

  private mutating func addBlock(_ node: Markup, isStrong: Bool) {
    addChildren(of: node, isStrong: isStrong)
    add("\n", true)
  }
}

extension String {
  /// One space for any white space, none at the ends.
  var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
