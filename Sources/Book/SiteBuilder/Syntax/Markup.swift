/// A node of a chapter's syntax tree: a plain value, copied out of libcmark's tree at once.
///
/// Blocks and inlines share one type, so that a pass over the tree is one function.
struct Markup: Sendable, Equatable {
  var kind: Kind
  /// The source lines of a block; of an inline, the one on which it stands (breaks are counted).
  var lines: ClosedRange<Int>
  var children: [Markup]

  init(_ kind: Kind, lines: ClosedRange<Int>, _ children: [Markup] = []) {
    self.kind = kind
    self.lines = lines
    self.children = children
  }

  init(_ kind: Kind, line: Int, _ children: [Markup] = []) {
    self.init(kind, lines: line...line, children)
  }

  var line: Int { lines.lowerBound }

  /// What a node is. The first group is CommonMark's; the second is what the passes fold it into.
  enum Kind: Sendable, Equatable {
    case document, blockQuote, item, paragraph, thematicBreak
    case list(start: Int?, isTight: Bool)
    case codeBlock(info: String, text: String)
    case htmlBlock(String)
    case heading(level: Int, id: String?)
    case text(String), code(String), htmlInline(String)
    case softBreak, lineBreak, emphasis, strong
    case link(destination: String, title: String)
    case image(source: String, title: String)

    case math(Formula)
    case table([ColumnAlignment]), tableRow, tableCell
    case alert(Alert)
    case figure(Figure)
    /// A formula with the punctuation that must not be parted from it.
    case unbroken
    /// The name of a page that is not written yet, where a link to it will be.
    case unlinked
    case footnoteReference(number: Int)
    case sideNote(number: Int)
    /// A block and the side notes that belong to it, which stand beside it where there is room.
    case noted
    /// Where a region is woven; with `since`, marking what it adds to that other region.
    case weave(region: String, since: String?)
    /// What stands a little lower or higher and smaller than the letter before.
    case lowered, raised
    /// What a doc comment says of parameters, results, errors, cost: its children are `.term`s.
    case terms
    case term(String)
    /// A formula of a doc comment, written in plain text: its children are `.workingsLine`s.
    case workings
    case workingsLine(isGoingOn: Bool)
    /// What a line of such a formula says beside it.
    case remark
    /// A few lines of code or of a file in a doc comment.
    case sample(String)
    case listing(Listing)
    case exercise(Int)
    case hint(String)
  }
}

/// A formula in TeX, and whether it stands on a line of its own.
struct Formula: Hashable, Sendable {
  var tex: String
  var isDisplay: Bool
}

/// How a table's column is set; right-aligned columns hold numbers.
enum ColumnAlignment: Sendable {
  case leading, center, trailing
}

/// The kinds of note that stand out of the text.
enum Alert: String, Sendable, CaseIterable {
  case note = "Note"
  case tip = "Tip"
  case important = "Important"
  case warning = "Warning"
}

/// An image that stands alone in its paragraph; the caption is the node's children.
struct Figure: Sendable, Equatable {
  var source: String
  var alternative: String
  var id: String
  var label: String
}

/// Swift code shown in the page, with the learner's file where it comes from the reference module.
struct Listing: Sendable, Equatable {
  var text: String
  var file: String?
  var line: Int = 1
  /// The listing's id in the page: `code-` and its region's name.
  var id: String?
  /// An earlier listing that this one changes, as its file's name, and the lines that are new.
  var since: String?
  var newLines: Set<Int> = []
}

extension Markup {
  /// The text without any markup, as a title, an `alt` or a contents entry needs it.
  var plainText: String {
    switch kind {
    case .text(let text), .code(let text), .htmlInline(let text): text
    case .softBreak, .lineBreak: " "
    case .math(let formula): formula.tex
    case .footnoteReference: ""
    default: children.plainText
    }
  }

  /// Visits the node and everything below it, parents first.
  func forEach(_ visit: (Markup) -> Void) {
    visit(self)
    for child in children { child.forEach(visit) }
  }

  /// Rewrites the children of every node, innermost first.
  mutating func rewriteChildren(_ rewrite: (inout [Markup], Markup) -> Void) {
    for index in children.indices { children[index].rewriteChildren(rewrite) }
    rewrite(&children, self)
  }

  /// Replaces every node by what `transform` makes of it, innermost first.
  mutating func replaceEach(_ transform: (Markup) -> Markup) {
    for index in children.indices { children[index].replaceEach(transform) }
    self = transform(self)
  }
}

extension [Markup] {
  /// The same blocks, those with side notes behind them each in one with its notes.
  var withNotesBeside: [Markup] {
    var blocks: [Markup] = []
    for block in self {
      guard case .sideNote = block.kind, let noted = blocks.popLast() else {
        blocks.append(block)
        continue
      }
      if case .noted = noted.kind {
        blocks.append(Markup(.noted, lines: noted.lines, noted.children + [block]))
      } else {
        blocks.append(Markup(.noted, lines: noted.lines, [noted, block]))
      }
    }
    return blocks
  }

  var plainText: String { map(\.plainText).joined() }
}
