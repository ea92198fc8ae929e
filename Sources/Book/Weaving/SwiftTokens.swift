/// A token of Swift source, as far as finding declarations and matching braces needs it.
struct SwiftToken: Equatable {
  /// The token's text; a string literal is one token, interpolations and all.
  let text: Substring
  /// The line on which it starts, counted from 1.
  let line: Int

  var start: String.Index { text.startIndex }
  var end: String.Index { text.endIndex }
}

/// Cuts Swift source into words, string literals and single punctuation characters.
///
/// Comments and white space are passed over.
/// This is no parser: it knows as much of the language as keeps a brace inside a string or a
/// comment from being counted. Regular-expression literals are not recognised.
struct SwiftTokenizer {
  private let source: String
  private var index: String.Index
  private var line = 1

  static func tokens(of source: String) -> [SwiftToken] {
    var tokenizer = SwiftTokenizer(source: source)
    var tokens: [SwiftToken] = []
    while let token = tokenizer.next() { tokens.append(token) }
    return tokens
  }

  private init(source: String) {
    self.source = source
    index = source.startIndex
  }

  private mutating func next() -> SwiftToken? {
    skipSpaceAndComments()
    guard index < source.endIndex else { return nil }
    let start = index
    let startLine = line
    let character = source[index]
    if character == "\"" || (character == "#" && startsRawString) {
      skipString()
    } else if character.isWordPart {
      while index < source.endIndex, source[index].isWordPart { advance() }
    } else {
      advance()
    }
    return SwiftToken(text: source[start..<index], line: startLine)
  }

  private mutating func advance() {
    if source[index].isNewline { line += 1 }
    index = source.index(after: index)
  }

  private mutating func advance(_ count: Int) {
    for _ in 0..<count where index < source.endIndex { advance() }
  }

  private func has(_ prefix: String) -> Bool { source[index...].hasPrefix(prefix) }

  private mutating func skipSpaceAndComments() {
    while index < source.endIndex {
      if source[index].isWhitespace {
        advance()
      } else if has("//") {
        while index < source.endIndex, !source[index].isNewline { advance() }
      } else if has("/*") {
        var depth = 0
        repeat {
          if has("/*") {
            depth += 1
            advance(2)
          } else if has("*/") {
            depth -= 1
            advance(2)
          } else {
            advance()
          }
        } while depth > 0 && index < source.endIndex
      } else {
        return
      }
    }
  }

  private var startsRawString: Bool {
    source[index...].drop { $0 == "#" }.first == "\""
  }

  private mutating func skipString() {
    let pounds = String(source[index...].prefix { $0 == "#" })
    advance(pounds.count)
    let quote = has("\"\"\"") ? "\"\"\"" : "\""
    advance(quote.count)
    while index < source.endIndex {
      if has(quote + pounds) {
        advance(quote.count + pounds.count)
        return
      }
      if quote.count == 1, source[index].isNewline { return }  // unterminated
      if has("\\" + pounds + "(") {
        advance(2 + pounds.count)
        skipInterpolation()
      } else if has("\\" + pounds) {
        advance(2 + pounds.count)
      } else {
        advance()
      }
    }
  }

  /// Passes over an interpolation's expression, from behind `\(` to behind its `)`.
  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0, let token = next() {
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
    }
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" || self == "`" }
}
