/// A declaration with a body in braces, found in Swift source.
struct FunctionBody {
  /// From the first token of the declaration to the one before `{`, single spaces between tokens.
  let header: String
  /// Where the declaration's first token starts.
  let start: String.Index
  /// What stands between the braces, which are not part of it.
  let body: Range<String.Index>
  /// White space before the line on which `}` stands.
  let indentation: Substring

  /// The declaration as `source` has it, from its first token to the one before `{`, on one line.
  func declaration(in source: String) -> String {
    source[start..<source.index(before: body.lowerBound)]
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first declaration with a body in `source`, or nil where there is none.
  static func first(in source: String) -> FunctionBody? {
    find(in: source, SwiftTokenizer.tokens(of: source))
  }

  private static func find(in source: String, _ tokens: [SwiftToken]) -> FunctionBody? {
    guard let first = tokens.first else { return nil }
    var nesting = 0
    guard
      let open = tokens.indices.first(where: { index in
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
        header: tokens[..<open].map(\.text).joined(separator: " "),
        start: first.start,
        body: tokens[open].end..<tokens[index].start,
        indentation: source.indentation(before: first.start))
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
