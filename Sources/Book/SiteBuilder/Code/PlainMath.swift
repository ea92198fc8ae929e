/// Formulas that a doc comment writes in plain text, such as `D_k = k − Y · n_{k+1} / n₁`.
enum PlainMath {
  /// A line of a formula; behind three spaces and more, a remark begins, or a second formula.
  static func line(_ line: Substring) -> [Markup] {
    // Lines of a fence are aligned by their signs.
    let text = line.replacing(/\ *([=←≈])\ */) { " \($0.1) " }.drop { $0 == " " }
    guard let gap = text.firstRange(of: /\ {3,}/) else { return formula(text) }
    let (first, rest) = (text[..<gap.lowerBound], text[gap.upperBound...])
    if rest.contains("="), !rest.hasPrefix("with ") {
      return formula(first + "\u{2003}\u{2003}") + formula(rest)
    }
    return formula(first) + [Markup(.remark, line: 1, words(rest))]
  }

  /// A text in which letters with indices are set as such: `n_k`, `w₁`; all else stays as it is.
  static func indices(in text: String) -> [Markup] {
    guard text.contains(where: { $0 == "_" || lowered[$0] != nil || raised[$0] != nil }) else {
      return [Markup(.text(text), line: 1)]
    }
    var scanner = Scanner(text[...])
    return scanner.read(isFormula: false)
  }

  private static func formula(_ text: Substring) -> [Markup] {
    var scanner = Scanner(text)
    return scanner.read(isFormula: true)
  }

  private static func words(_ text: Substring) -> [Markup] {
    var scanner = Scanner(text)
    return scanner.read(isFormula: false)
  }

  private static let lowered: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₊": "+", "₋": "−", "ᵢ": "i", "ⱼ": "j",
    "ₖ": "k",
  ]
  private static let raised: [Character: Character] = [
    "²": "2", "³": "3", "⁴": "4", "⁶": "6", "ᵀ": "T", "ᵏ": "k", "ʳ": "r", "ˣ": "x",
  ]

  private struct Scanner {
    private var rest: Substring
    private var nodes: [Markup] = []
    private var plain = ""

    init(_ text: Substring) { rest = text }

    mutating func read(isFormula: Bool) -> [Markup] {
      while let next = rest.first {
        if next == "`", let end = rest.dropFirst().firstIndex(of: "`") {
          add(.code(String(rest[rest.index(after: rest.startIndex)..<end])))
          rest = rest[rest.index(after: end)...]
        } else if next == "<", let tag = rest.prefixMatch(of: /<\/?[a-z]+>/) {
          plain += tag.0
          rest = rest[tag.range.upperBound...]
        } else if next.isVariable {
          readLetters(isFormula)
        } else {
          rest.removeFirst()
          plain.append(next)
          let isPower = next.isNumber && rest.first.map { raised[$0] != nil } == true
          if isPower || "Σ∂)•".contains(next) { readIndices() }
        }
      }
      flush()
      return nodes
    }

    private mutating func readLetters(_ isFormula: Bool) {
      let word = rest.prefix(while: \.isVariable)
      rest = rest[word.endIndex...]
      let isVariable = word.count == 1 && !"ℝΣ".contains(word)
      let hasIndex = rest.first.map { "_^".contains($0) || lowered[$0] != nil } ?? false
      if isVariable, isFormula || hasIndex || rest.first.map({ raised[$0] != nil }) ?? false {
        add(.emphasis, [Markup(.text(String(word)), line: 1)])
      } else {
        plain += word
        if word.count > 1 { return }
      }
      readIndices()
    }

    /// Reads what is lowered or raised behind a letter or a sign.
    private mutating func readIndices() {
      while let next = rest.first {
        if "_^".contains(next), let group = group(behind: rest.dropFirst()) {
          add(next == "_" ? .lowered : .raised, index(group.text))
          rest = group.rest
        } else if let run = run(of: lowered) {
          add(.lowered, formula(run[...]))
        } else if let run = run(of: raised) {
          add(.raised, formula(run[...]))
        } else {
          return
        }
      }
    }

    /// Two letters are two indices, more are a word.
    private func index(_ text: Substring) -> [Markup] {
      guard text.count == 2, text.allSatisfy(\.isVariable) else { return formula(text) }
      return [Markup(.emphasis, line: 1, [Markup(.text(String(text)), line: 1)])]
    }

    private mutating func run(of table: [Character: Character]) -> String? {
      let run = rest.prefix { table[$0] != nil }
      rest = rest[run.endIndex...]
      return run.isEmpty ? nil : String(run.compactMap { table[$0] })
    }

    /// `{…}`, or a run of letters and digits.
    private func group(
      behind text: Substring
    ) -> (text: Substring, rest: Substring)? {
      guard text.first == "{" else {
        let word = text.prefix { $0.isVariable || $0.isNumber && $0.isASCII }
        return word.isEmpty ? nil : (word, text[word.endIndex...])
      }
      var depth = 0
      for index in text.indices {
        depth += text[index] == "{" ? 1 : text[index] == "}" ? -1 : 0
        if depth == 0 {
          let inside = text[text.index(after: text.startIndex)..<index]
          return (inside, text[text.index(after: index)...])
        }
      }
      return nil
    }

    private mutating func add(_ kind: Markup.Kind, _ children: [Markup] = []) {
      flush()
      nodes.append(Markup(kind, line: 1, children))
    }

    private mutating func flush() {
      if !plain.isEmpty { nodes.append(Markup(.text(plain), line: 1)) }
      plain = ""
    }
  }
}

extension Character {
  /// A letter that may name a quantity: no raised or lowered one.
  fileprivate var isVariable: Bool {
    isLetter && unicodeScalars.first?.properties.generalCategory != .modifierLetter
  }
}
