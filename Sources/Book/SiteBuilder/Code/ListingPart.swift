/// A stretch of a listing: what a declaration's documentation says, or code.
enum ListingPart: Equatable {
  /// - Parameters:
  ///   - indentation: how far the documented declaration is indented.
  ///   - isApart: whether an empty line stands before it.
  ///   - isNew: whether an earlier listing lacks some of it.
  case documentation(text: String, indentation: Int, isApart: Bool, isNew: Bool)
  /// Lines of code, and the numbers of those that are new, from 0.
  case code(lines: [String], newLines: Set<Int>)

  /// Takes the doc comments of a listing out of its code.
  static func parts(of listing: Listing) -> [ListingPart] {
    let lines = listing.text.split(separator: "\n", omittingEmptySubsequences: false)
    var parts: [ListingPart] = []
    var index = 0
    while index < lines.count {
      let start = index
      let isDocumentation = lines[index].isDocumentation
      while index < lines.count, lines[index].isDocumentation == isDocumentation { index += 1 }
      let range = start..<index
      if isDocumentation {
        parts.append(
          .documentation(
            text: lines[range].map(\.documentation).joined(separator: "\n"),
            indentation: lines[start].indentation,
            isApart: start > 0 && lines[start - 1].isBlank,
            isNew: !listing.newLines.isDisjoint(with: range)))
      } else if let first = range.first(where: { !lines[$0].isBlank }),
        let last = range.last(where: { !lines[$0].isBlank })
      {
        parts.append(
          .code(
            lines: lines[first...last].map(String.init),
            newLines: Set(
              listing.newLines.filter { (first...last).contains($0) }.map { $0 - first }
            )))
      }
    }
    return parts
  }
}

extension Substring {
  fileprivate var isDocumentation: Bool { drop { $0 == " " }.hasPrefix("///") }

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  fileprivate var indentation: Int { prefix { $0 == " " }.count }

  /// A doc comment's line without its mark.
  fileprivate var documentation: Substring {
    let text = drop { $0 == " " }.dropFirst(3)
    return text.hasPrefix(" ") ? text.dropFirst() : text
  }
}
