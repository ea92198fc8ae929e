/// A declaration with a body in braces, found in Swift source.
struct FunctionBody {
  /// From the first token of the declaration to the one before `{`, single spaces between tokens.
  let header: String
  /// Where the declaration's first token starts.
  let start: String.Index
  /// What stands between the braces, which are not part of it.
  let body: Range<String.Index>
  /// The line of the declaration's first token, and the line of its `}`.
  let lines: ClosedRange<Int>
  /// White space before the line on which `}` stands.
  let indentation: Substring

  /// The declaration as `source` has it, from its first token to the one before `{`, on one line.
  func declaration(in source: String) -> String {
    source[start..<source.index(before: body.lowerBound)]
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first declaration with a body in `source`, or nil where there is none.
  static func first(in source: String) -> FunctionBody? {
    let tokens = SwiftTokenizer.tokens(of: source)
    return find(in: source, tokens, from: 0)
  }

  /// The declaration in `source` whose header consists of the same tokens as `header`.
  static func matching(_ header: String, in source: String) -> FunctionBody? {
    let tokens = SwiftTokenizer.tokens(of: source)
    return start(of: header, in: tokens).flatMap { find(in: source, tokens, from: $0) }
  }

  /// Whether `source` has such a header and an opening brace behind it, closed or not.
  static func opens(_ header: String, in source: String) -> Bool {
    start(of: header, in: SwiftTokenizer.tokens(of: source)) != nil
  }

  private static func start(of header: String, in tokens: [SwiftToken]) -> Int? {
    let wanted = SwiftTokenizer.tokens(of: header).map(\.text)
    guard !wanted.isEmpty, tokens.count > wanted.count else { return nil }
    return (0..<(tokens.count - wanted.count)).first { first in
      zip(tokens[first...], wanted).allSatisfy { $0.text == $1 }
        && tokens[first + wanted.count].text == "{"
    }
  }

  private static func find(
    in source: String, _ tokens: [SwiftToken], from first: Int
  ) -> FunctionBody? {
    guard first < tokens.count else { return nil }
    var nesting = 0
    guard
      let open = tokens.indices[first...].first(where: { index in
        switch tokens[index].text {
        case "(", "[": nesting += 1
        case ")", "]": nesting -= 1
        case "{": return nesting == 0
        default: break
        }
        return false
      })
    else { return nil }
    var depth = 0
    for index in tokens.indices[open...] {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      guard depth == 0 else { continue }
      return FunctionBody(
        header: tokens[first..<open].map(\.text).joined(separator: " "),
        start: tokens[first].start,
        body: tokens[open].end..<tokens[index].start,
        lines: tokens[first].line...tokens[index].line,
        indentation: source.indentation(before: tokens[first].start))
    }
    return nil
  }
}

extension String {
  /// The white space that opens the line in which `position` stands.
  fileprivate func indentation(before position: Index) -> Substring {
    let lineStart = self[..<position].lastIndex(where: \.isNewline).map(index(after:)) ?? startIndex
    return self[lineStart...].prefix { $0 == " " || $0 == "\t" }
  }
}
