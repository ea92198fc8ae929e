import Foundation

/// Passes that turn inlines of CommonMark into the book's own.
enum InlineFold {
  /// ``$`…`$`` becomes a formula: a code span is the one construct whose text nothing changes.
  static func math(_ document: inout Markup) {
    document.rewriteChildren { children, _ in
      guard children.count > 2 else { return }
      for index in 1..<(children.count - 1) {
        guard case .code(let tex) = children[index].kind,
          case .text(let before) = children[index - 1].kind, before.hasSuffix("$"),
          case .text(let after) = children[index + 1].kind, after.hasPrefix("$")
        else { continue }
        children[index - 1].kind = .text(String(before.dropLast()))
        children[index].kind = .math(Formula(tex: tex, isDisplay: false))
        children[index + 1].kind = .text(String(after.dropFirst()))
      }
    }
  }

  /// Ties a short formula to what stands before and behind it without a space, such as a bracket, a
  /// comma or the rest of a word: a browser may end a line behind each of the boxes that a formula is
  /// set in. A long formula must break somewhere on a telephone, so only its ends are tied.
  static func unbroken(_ document: inout Markup) {
    document.rewriteChildren { children, _ in
      var kept: [Markup] = []
      for var node in children {
        if case .text(let text) = node.kind, let last = kept.last, last.isLongFormula,
          text.first?.isWhitespace == false
        {
          node.kind = .text(wordJoiner + text)
        }
        if node.isLongFormula, case .text(let text) = kept.last?.kind,
          text.last?.isWhitespace == false
        {
          kept[kept.count - 1].kind = .text(text + wordJoiner)
        }
        if case .text(let text) = node.kind, let last = kept.last, last.isFormula {
          let marks = text.prefix { !$0.isWhitespace && $0 != "—" }
          if !marks.isEmpty, marks.count <= longestTie {
            kept[kept.count - 1].tie(String(marks), isBefore: false)
            node.kind = .text(String(text.dropFirst(marks.count)))
          }
        }
        if node.isFormula, case .text(let text) = kept.last?.kind {
          let marks = text.reversed().prefix { !$0.isWhitespace && $0 != "—" }
          if !marks.isEmpty, marks.count <= longestTie {
            kept[kept.count - 1].kind = .text(String(text.dropLast(marks.count)))
            node.tie(String(marks.reversed()), isBefore: true)
          }
        }
        if case .text("") = node.kind { continue }
        kept.append(node)
      }
      children = kept.filter { $0.kind != .text("") }
    }
  }

  /// Ends no line, and is not to be seen.
  private static let wordJoiner = "\u{2060}"

  /// So many letters may be tied to a formula.
  private static let longestTie = 12

  /// `` `{key.path|format}` `` becomes the value that a run has written down.
  static func results(_ document: inout Markup, _ results: Results, faults: inout Faults) {
    var found = faults
    document.replaceEach { node in
      guard case .code(let text) = node.kind, text.hasPrefix("{"),
        let match = text.wholeMatch(of: /\{([A-Za-z0-9_.-]+)(?:\|([^}|]*))?\}/)
      else { return node }
      do throws(Fault) {
        let value = try results.text(String(match.1), format: match.2.map(String.init))
        return Markup(.text(value), lines: node.lines)
      } catch {
        found.report(node.line, error.message)
        return node
      }
    }
    faults = found
  }

  /// A line's end between two Han characters is no space.
  static func hanBreaks(_ document: inout Markup) {
    document.rewriteChildren { children, _ in
      guard children.count > 2 else { return }
      for index in (1..<(children.count - 1)).reversed() {
        guard case .softBreak = children[index].kind,
          let before = children[index - 1].plainText.unicodeScalars.last, before.isHan,
          let after = children[index + 1].plainText.unicodeScalars.first, after.isHan
        else { continue }
        children.remove(at: index)
      }
    }
  }
}

extension Markup {
  /// A short formula in a line, or one that is tied to a mark already.
  fileprivate var isFormula: Bool {
    switch kind {
    case .math(let formula): !formula.isDisplay && formula.tex.count <= 40
    case .unbroken: true
    default: false
    }
  }

  /// A formula in a line that is too long to stay in one piece.
  fileprivate var isLongFormula: Bool {
    if case .math(let formula) = kind { !formula.isDisplay && !isFormula } else { false }
  }

  fileprivate mutating func tie(_ mark: String, isBefore: Bool) {
    let text = Markup(.text(mark), lines: lines)
    let inner = kind == .unbroken ? children : [self]
    self = Markup(.unbroken, lines: lines, isBefore ? [text] + inner : inner + [text])
  }
}

extension Unicode.Scalar {
  /// Han characters, kana and the punctuation that goes with them.
  fileprivate var isHan: Bool {
    (0x3000...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }
}
