/// Keeps together what no line's end may part: `n-gram`, `Kneser–Ney`, `1990–2000`, `2,048 · 128`,
/// `4 KB`, `Figure 1.2`.
enum WordJoints {
  /// A hyphen may end a line where this many letters and more stand on both its sides, as in
  /// cross-entropy, and a dash between two words nowhere.
  private static let longEnough = 5
  /// What is longer needs a place to break on a telephone.
  private static let longest = 24

  /// Ties the words of all texts; formulas are tied to the marks beside them before.
  static func apply(to document: inout Markup) {
    document.rewriteChildren { children, parent in
      if parent.kind == .unbroken { return }
      children = children.flatMap { node in
        if case .text(let text) = node.kind { pieces(of: text, node) } else { [node] }
      }
    }
  }

  /// A plain text as HTML, with its words kept together.
  static func html(_ text: String) -> String {
    pieces(of: text, Markup(.text(text), line: 1)).map { piece in
      let words = HTMLText.escape(piece.plainText)
      return piece.kind == .unbroken ? "<span class=\"unbroken\">\(words)</span>" : words
    }.joined()
  }

  private static func pieces(of text: String, _ node: Markup) -> [Markup] {
    let text = tyingNumbers(in: text)
    guard text.contains(where: { "-–".contains($0) }) else {
      return [Markup(.text(text), lines: node.lines)]
    }
    var pieces: [Markup] = []
    var plain = ""
    func flush() {
      if !plain.isEmpty { pieces.append(Markup(.text(plain), lines: node.lines)) }
      plain = ""
    }
    var rest = text[...]
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isBreakingSpace }
      if isTied(word) {
        flush()
        let tied = Markup(.text(String(word)), lines: node.lines)
        pieces.append(Markup(.unbroken, lines: node.lines, [tied]))
      } else {
        plain += word
      }
      rest = rest[word.endIndex...]
      let space = rest.prefix(while: \.isBreakingSpace)
      plain += space
      rest = rest[space.endIndex...]
    }
    flush()
    return pieces
  }

  private static func isTied(_ word: Substring) -> Bool {
    guard word.count <= longest else { return false }
    let core = word.trimming { !$0.isLetter && !$0.isNumber }
    if word.first.map({ "-–".contains($0) }) == true, !core.isEmpty { return true }
    if core.contains("–") { return true }
    return core.split(separator: "-").count > 1
      && core.split(separator: "-").contains { $0.count < longEnough }
  }

  /// Spaces inside of an expression of numbers, before a unit, and behind the name of what is
  /// numbered end no line.
  private static func tyingNumbers(in text: String) -> String {
    guard text.contains(where: \.isNumber) else { return text }
    return
      text
      .replacing(/([0-9\u{2070}-\u{209F}]) ([·×+−=]) (?=[0-9−])/) { "\($0.1)\u{A0}\($0.2)\u{A0}" }
      .replacing(/([0-9]) (?=(?:KB|MB|GB|kB|ms|s|px|M|B|nats?|bits?|seconds?|minutes?|hours?)\b)/) {
        "\($0.1)\u{A0}"
      }
      .replacing(
        /\b(Figure|Chapters?|Exercise|Table|Section|Equation|Note|equation|page|§) (?=[0-9])/
      ) {
        "\($0.1)\u{A0}"
      }
  }
}

extension Character {
  fileprivate var isBreakingSpace: Bool { isWhitespace && self != "\u{A0}" && self != "\u{202F}" }
}

extension Substring {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
    var text = drop(while: isTrimmed)
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
