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

extension Unicode.Scalar {
  /// Han characters, kana and the punctuation that goes with them.
  fileprivate var isHan: Bool {
    (0x3000...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }
}
