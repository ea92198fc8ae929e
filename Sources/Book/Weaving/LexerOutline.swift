/// Reads an outline off the tokens: for the course's own files, and where no compiler answers.
///
/// Every branch of `#if` counts, and braces in regular-expression literals do.
struct LexerOutline {
  private let source: String
  private let tokens: [SwiftToken]
  private var outline = Outline()
  private var scopes: [Scope] = []
  /// What a `{` opens, by the index of its token.
  private var opens: [Int: Scope] = [:]

  private enum Scope {
    case type(String)
    case declaration(Int)
    case other
  }

  static func outline(of source: String) -> Outline {
    var reader = LexerOutline(source: source)
    reader.read()
    return reader.outline
  }

  private init(source: String) {
    self.source = source
    tokens = SwiftTokenizer.tokens(of: source)
  }

  private mutating func read() {
    for index in tokens.indices {
      switch tokens[index].text {
      case "{": scopes.append(opens[index] ?? .other)
      case "}": close(at: index)
      case "import" where scopes.isEmpty: readImport(at: index)
      case "struct", "class", "enum", "actor", "extension", "protocol": readType(at: index)
      case "func": readFunction(at: index)
      case "init" where isInType: readInitializer(at: index, .initializer)
      case "subscript" where isInType: readInitializer(at: index, .subscription)
      case "var" where isInType || scopes.isEmpty: readVariable(at: index)
      default: break
      }
    }
    outline.isCut = !scopes.isEmpty
  }

  private var isInType: Bool {
    if case .type? = scopes.last { true } else { false }
  }

  private func text(_ index: Int) -> Substring {
    tokens.indices.contains(index) ? tokens[index].text : ""
  }

  private func offset(_ index: String.Index) -> Int {
    source.utf8.distance(from: source.startIndex, to: index)
  }

  private mutating func close(at index: Int) {
    outline.hasStrayBrace = outline.hasStrayBrace || scopes.isEmpty
    if case .declaration(let number)? = scopes.popLast() {
      outline.declarations[number].close = offset(tokens[index].start)
    }
  }

  private mutating func readImport(at index: Int) {
    guard text(index + 1).isWord,
      !text(index + 2).isWord || tokens[index + 2].line > tokens[index].line
    else { return }
    outline.imports.insert(String(text(index + 1)))
    outline.firstImport = outline.firstImport ?? offset(tokens[first(of: index)].start)
  }

  private mutating func readType(at index: Int) {
    let next = text(index + 1)
    guard text(index - 1) != ".", next.isWord, !Self.keywords.contains(next) else { return }
    var name = String(next)
    var end = index + 2
    while text(end) == ".", text(end + 1).isWord {
      name += ".\(text(end + 1))"
      end += 2
    }
    if let open = opening(from: end) { opens[open] = .type(name) }
  }

  private mutating func readFunction(at index: Int) {
    var base = String(text(index + 1))
    var end = index + 2
    let isOperator = !text(index + 1).isWord
    while isOperator, tokens.indices.contains(end), text(end) != "(",
      tokens[end].start == tokens[end - 1].end
    {
      base += text(end)
      end += 1
    }
    while tokens.indices.contains(end), text(end) != "(", text(end) != "{" { end += 1 }
    var labels = labels(from: end)
    if isOperator { labels = labels.map { _ in "_" } }
    declare(.function, base, labels, at: index, from: end)
  }

  private mutating func readInitializer(at index: Int, _ kind: DeclarationName.Kind) {
    var end = index + 1
    while tokens.indices.contains(end), text(end) != "(", text(end) != "{" { end += 1 }
    declare(
      kind, String(text(index)), labels(from: end, named: kind == .initializer), at: index,
      from: end)
  }

  private mutating func readVariable(at index: Int) {
    guard text(index + 1).isWord else { return }
    declare(.variable, String(text(index + 1)), [], at: index, from: index + 2)
  }

  private mutating func declare(
    _ kind: DeclarationName.Kind, _ base: String, _ labels: [String], at index: Int, from end: Int
  ) {
    guard let open = opening(from: end) else { return }
    let types = scopes.compactMap { scope in
      if case .type(let name) = scope { name } else { nil }
    }
    opens[open] = .declaration(outline.declarations.count)
    outline.declarations.append(
      Declaration(
        name: DeclarationName(types: types, kind: kind, base: base, labels: labels),
        isNested: types.count < scopes.count, start: offset(tokens[first(of: index)].start),
        open: offset(tokens[open].start), close: nil))
  }

  /// The `{` that belongs to what is declared before `start`; nil where it has no body.
  private func opening(from start: Int) -> Int? {
    var nesting = 0
    for index in tokens.indices.dropFirst(start) {
      switch tokens[index].text {
      case "(", "[": nesting += 1
      case ")", "]": nesting -= 1
      case "{" where nesting == 0: return index
      case "}" where nesting == 0,
        "=" where nesting == 0 && text(index + 1) != "=" && text(index - 1) != "=":
        return nil
      case let word where nesting == 0 && Self.keywords.contains(word): return nil
      default: break
      }
    }
    return nil
  }

  /// Argument labels of the parameters whose `(` stands at `start`.
  ///
  /// - Parameter named: whether a single name is a label, too.
  private func labels(from start: Int, named: Bool = true) -> [String] {
    guard text(start) == "(" else { return [] }
    var labels: [String] = []
    var nesting = 0
    for index in tokens.indices.dropFirst(start) {
      switch tokens[index].text {
      case "(", "[", "{": nesting += 1
      case ")", "]", "}": nesting -= 1
      default: break
      }
      if nesting == 0 { break }
      guard nesting == 1, index == start || text(index) == "," else { continue }
      // A comma between generic arguments starts no parameter: no colon follows.
      if text(index + 2) == ":" {
        labels.append(named ? String(text(index + 1)) : "_")
      } else if text(index + 2).isWord, text(index + 3) == ":" {
        labels.append(String(text(index + 1)))
      }
    }
    return labels
  }

  /// The first of the attributes and modifiers before a keyword.
  private func first(of keyword: Int) -> Int {
    var first = keyword
    while first > 0 {
      let previous = text(first - 1)
      if Self.modifiers.contains(previous) {
        first -= 1
      } else if previous.isWord, text(first - 2) == "@" {
        first -= 2
      } else if previous == ")", let open = tokens[..<first].lastIndex(where: { $0.text == "(" }) {
        // `private(set)`, `@available(…)`: no parenthesis stands inside these.
        if Self.modifiers.contains(text(open - 1)) {
          first = open - 1
        } else if text(open - 2) == "@" {
          first = open - 2
        } else {
          break
        }
      } else {
        break
      }
    }
    return first
  }

  private static let keywords: Set<Substring> = [
    "func", "init", "var", "let", "subscript", "struct", "class", "enum", "actor", "extension",
    "protocol", "import", "typealias", "case", "deinit",
  ]

  private static let modifiers: Set<Substring> = [
    "public", "private", "internal", "fileprivate", "open", "package", "static", "class", "final",
    "mutating", "nonmutating", "override", "convenience", "required", "lazy", "nonisolated",
    "prefix", "postfix", "infix", "dynamic", "isolated", "consuming", "borrowing", "unowned",
    "weak",
  ]
}

extension Substring {
  /// Whether a token is a name or a keyword.
  var isWord: Bool { first.map { $0.isLetter || $0 == "_" || $0 == "`" } ?? false }
}
