/// Footnotes become side notes: they stand in the flow behind the block that refers to them.
enum FootnoteFold {
  static func apply(to document: inout Markup, source: SourceText, faults: inout Faults) {
    var pass = Pass(source: source, faults: faults)
    document.children = document.children.flatMap { block in
      var block = block
      pass.pending = []
      block.rewriteChildren { children, _ in children = children.flatMap { pass.split($0) } }
      return [block] + pass.pending
    }
    pass.reportUnused()
    faults = pass.faults
  }

  private struct Pass {
    let source: SourceText
    var faults: Faults
    var pending: [Markup] = []
    private var numbers: [String: Int] = [:]

    init(source: SourceText, faults: Faults) {
      self.source = source
      self.faults = faults
    }

    /// Cuts a text at its references.
    mutating func split(_ node: Markup) -> [Markup] {
      guard case .text(let text) = node.kind, text.contains("[^") else { return [node] }
      var pieces: [Markup] = []
      var rest = text[...]
      while let match = rest.firstMatch(of: /\[\^([^\]\s]+)\]/) {
        let before = rest[..<match.range.lowerBound]
        if !before.isEmpty { pieces.append(Markup(.text(String(before)), lines: node.lines)) }
        if let number = refer(to: String(match.1), at: node.line) {
          pieces.append(Markup(.footnoteReference(number: number), lines: node.lines))
        }
        rest = rest[match.range.upperBound...]
      }
      if !rest.isEmpty { pieces.append(Markup(.text(String(rest)), lines: node.lines)) }
      return pieces
    }

    private mutating func refer(to label: String, at line: Int) -> Int? {
      guard let footnote = source.footnotes.first(where: { $0.label == label }) else {
        faults.report(line, "no footnote “[^\(label)]: …” is defined in this file")
        return nil
      }
      guard numbers[label] == nil else {
        faults.report(
          line, "the footnote “\(label)” is referred to twice; a side note has one place")
        return nil
      }
      if footnote.text.allSatisfy(\.isWhitespace) {
        faults.report(
          footnote.line, "the footnote “\(label)” is empty; write its text behind the colon")
      }
      let number = numbers.count + 1
      numbers[label] = number
      pending.append(
        Markup(
          .sideNote(number: number), line: footnote.line,
          CommonMark.inlines(
            footnote.text, line: footnote.line, references: source.references)))
      return number
    }

    mutating func reportUnused() {
      var seen: Set<String> = []
      for footnote in source.footnotes {
        if !seen.insert(footnote.label).inserted {
          faults.report(footnote.line, "the footnote “\(footnote.label)” is defined twice")
        } else if numbers[footnote.label] == nil {
          faults.report(footnote.line, "nothing refers to the footnote “\(footnote.label)”")
        }
      }
    }
  }
}
