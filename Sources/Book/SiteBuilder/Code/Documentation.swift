/// Reads the text of a doc comment: CommonMark, with the lists and the plain formulas of Swift's.
enum Documentation {
  /// The text's blocks, as the page sets them.
  static func blocks(_ text: String) -> [Markup] {
    guard var document = try? CommonMark.parse(text) else {
      return [Markup(.paragraph, line: 1, [Markup(.text(text), line: 1)])]
    }
    document.replaceEach { node in
      switch node.kind {
      case .codeBlock(_, let text): fence(text, node)
      // Swift's documentation writes ``Type/member`` for what code calls Type.member.
      case .code(let text) where text.wholeMatch(of: /[A-Z]\w*(\/[\w(:)]+)+/) != nil:
        Markup(.code(text.replacing("/", with: ".")), lines: node.lines)
      // `<s>` is a token here.
      case .htmlInline(let text): Markup(.text(text), lines: node.lines)
      case .htmlBlock(let text):
        Markup(.paragraph, lines: node.lines, [Markup(.text(text), lines: node.lines)])
      default: node
      }
    }
    document.rewriteChildren { children, parent in
      if parent.kind == .workings || parent.isLine { return }
      children = children.flatMap { node in
        if case .text(let text) = node.kind { PlainMath.indices(in: text) } else { [node] }
      }
    }
    WordJoints.apply(to: &document)
    return document.children.flatMap(terms)
  }

  /// A fence holds a formula, or else some lines of code or of a file.
  private static func fence(_ text: String, _ node: Markup) -> Markup {
    if text.contains("//") || text.contains("\\") {
      return Markup(.sample(text.trimmingSuffix { $0.isNewline }), lines: node.lines)
    }
    let lines = text.split(separator: "\n").map { line in
      Markup(
        .workingsLine(isGoingOn: line.hasPrefix(" ")), lines: node.lines, PlainMath.line(line))
    }
    return Markup(.workings, lines: node.lines, lines)
  }

  /// A list whose items begin with words such as “Returns:” becomes a table of terms.
  private static func terms(_ block: Markup) -> [Markup] {
    guard case .list(nil, _) = block.kind else { return [block] }
    var blocks: [Markup] = []
    for item in block.children {
      var parts = term(item)
      if parts.isEmpty {
        parts = [Markup(.list(start: nil, isTight: true), lines: item.lines, [item])]
      }
      for part in parts {
        guard let last = blocks.last else {
          blocks.append(part)
          continue
        }
        switch (last.kind, part.kind) {
        case (.terms, .terms), (.list, .list): blocks[blocks.count - 1].children += part.children
        default: blocks.append(part)
        }
      }
    }
    return blocks
  }

  private static func term(_ item: Markup) -> [Markup] {
    guard var first = item.children.first, case .paragraph = first.kind,
      case .text(let text) = first.children.first?.kind,
      let match = text.prefixMatch(
        of: /(Parameters|Returns|Throws|Complexity|Precondition|Note|Source|Parameter [^:]+): ?/)
    else { return [] }
    let words = match.1.split(separator: " ")
    first.children[0].kind = .text(String(text[match.range.upperBound...]))
    var blocks = [first] + item.children.dropFirst()
    if words.count > 1 {
      // “Parameter name: what it is”
      blocks[0].children.insert(contentsOf: name(words[1]), at: 0)
    } else if words[0] == "Parameters", case .list = blocks.last?.kind {
      blocks = blocks.removeLast().children.flatMap { parameter in
        var blocks = parameter.children
        guard let text = blocks.first?.children.first, case .text(let words) = text.kind,
          let colon = words.firstIndex(of: ":")
        else { return blocks }
        blocks[0].children[0].kind = .text(
          String(words[words.index(after: colon)...].drop { $0 == " " }))
        blocks[0].children.insert(contentsOf: name(words[..<colon]), at: 0)
        return blocks
      }
    }
    let title = words[0] == "Parameter" ? "Parameters" : String(words[0])
    return [
      Markup(.terms, lines: item.lines, [Markup(.term(title), lines: item.lines, blocks)])
    ]
  }

  private static func name(_ name: Substring) -> [Markup] {
    [Markup(.code(String(name)), line: 1), Markup(.text(" "), line: 1)]
  }
}

extension Markup {
  fileprivate var isLine: Bool {
    switch kind {
    case .workingsLine, .remark, .lowered, .raised: true
    default: false
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
