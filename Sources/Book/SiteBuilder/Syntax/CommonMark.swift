import CCmark
import Foundation

/// libcmark's parser behind a value: no pointer leaves this file.
///
/// The C tree is copied in one iteration and freed at once. Block lines are libcmark's, which are
/// right; its inline positions are not, so lines are counted at the breaks.
enum CommonMark {
  /// Deeper trees are refused: nobody writes them, and passes over the copy recurse.
  static let maximumDepth = 100

  /// A tree deeper than ``maximumDepth``.
  struct TooDeep: Error {
    let line: Int
  }

  /// Parses a document, with typographic quotes and dashes where `isSmart`.
  static func parse(_ text: String, isSmart: Bool = true) throws(TooDeep) -> Markup {
    let options = CMARK_OPT_VALIDATE_UTF8 | (isSmart ? CMARK_OPT_SMART : 0)
    var text = text
    let root = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, options)
      }
    }
    defer { cmark_node_free(root) }
    return try copy(root)
  }

  /// Parses one line of inline markup, such as a table's cell or a caption.
  ///
  /// The line is set as a heading's text, so that nothing in it can start a block.
  ///
  /// - Parameter references: the document's definitions of addresses, `[name]: address`.
  static func inlines(_ text: String, line: Int, references: String = "") -> [Markup] {
    let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let document = try? parse("# \(oneLine) #\n\n\(references)"),
      let heading = document.children.first
    else { return [] }
    return heading.children.map { inline in
      var inline = inline
      inline.replaceEach { Markup($0.kind, line: line, $0.children) }
      return inline
    }
  }

  /// Parses lines of a document again, as blocks of their own.
  ///
  /// - Parameters:
  ///   - line: the number of the first line.
  ///   - references: the document's definitions of addresses, `[name]: address`.
  static func blocks(_ text: String, line: Int, references: String) -> [Markup] {
    guard let document = try? parse("\(text)\n\n\(references)") else { return [] }
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
    return document.children.filter { $0.line <= count }.map { block in
      var block = block
      block.replaceEach { node in
        let lines = (node.line + line - 1)...(node.lines.upperBound + line - 1)
        return Markup(node.kind, lines: lines, node.children)
      }
      return block
    }
  }

  private static func copy(_ root: OpaquePointer?) throws(TooDeep) -> Markup {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var open: [Markup] = [Markup(.document, line: 1)]
    var inlineLine = 1
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if node == root { continue }
      if event == CMARK_EVENT_EXIT {
        close(&open)
        continue
      }
      let isBlock = cmark_node_get_type(node).rawValue <= CMARK_NODE_LAST_BLOCK.rawValue
      if isBlock { inlineLine = Int(cmark_node_get_start_line(node)) }
      let last = isBlock ? max(inlineLine, Int(cmark_node_get_end_line(node))) : inlineLine
      open.append(Markup(kind(of: node), lines: inlineLine...last))
      if open.count > maximumDepth { throw TooDeep(line: inlineLine) }
      if isLeaf(node) {
        if [CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK].contains(cmark_node_get_type(node)) {
          inlineLine += 1
        }
        close(&open)
      }
    }
    return open[0]
  }

  /// Moves the innermost open node into its parent; neighbouring texts become one.
  private static func close(_ open: inout [Markup]) {
    guard open.count > 1, let node = open.popLast() else { return }
    let parent = open.count - 1
    if case .text(let text) = node.kind, case .text(let before) = open[parent].children.last?.kind {
      let last = open[parent].children.count - 1
      open[parent].children[last].kind = .text(before + text)
    } else {
      open[parent].children.append(node)
    }
  }

  /// libcmark sends no EXIT for these.
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private static func kind(of node: OpaquePointer) -> Markup.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_CODE_BLOCK:
      return .codeBlock(info: string(cmark_node_get_fence_info(node)), text: literal(node))
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock(literal(node))
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), id: nil)
    case CMARK_NODE_TEXT: return .text(literal(node))
    case CMARK_NODE_CODE: return .code(literal(node))
    case CMARK_NODE_HTML_INLINE: return .htmlInline(literal(node))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return .image(
        source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: return .document
    }
  }

  private static func literal(_ node: OpaquePointer) -> String {
    string(cmark_node_get_literal(node))
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
