import SwiftSyntax

/// One small change to a file.
struct Edit: Equatable {
  /// The bytes that are replaced, counted from the file's start; empty where text is put in.
  let range: Range<Int>
  /// What the author reads in their place.
  let shown: String
  /// What is compiled in their place: mostly the same.
  let code: String
  /// How the change is told where a line with its replacement would not say it.
  var telling: Telling?

  /// A line before and after, in an author's words.
  struct Telling: Equatable {
    let line: String
    let change: String
    /// Where the line stands, as a byte of the file.
    let offset: Int
  }

  init(_ range: Range<Int>, _ shown: String, code: String? = nil, telling: Telling? = nil) {
    (self.range, self.shown, self.code, self.telling) = (range, shown, code ?? shown, telling)
  }

  /// Replaces a node; white space and comments around it stay.
  init(_ node: some SyntaxProtocol, _ shown: String, code: String? = nil) {
    self.init(node.bytes, shown, code: code)
  }

  /// Takes a statement out.
  static func dropping(_ node: some SyntaxProtocol) -> Edit {
    let lines = node.trimmedDescription.split(separator: "\n")
    let line = String(lines.first ?? "") + (lines.count > 1 ? " …" : "")
    return Edit(
      node.bytes, "",
      telling: Telling(line: line, change: "(dropped)", offset: node.bytes.lowerBound))
  }
}

extension SyntaxProtocol {
  /// Where the node stands, without the white space and comments around it.
  var bytes: Range<Int> {
    positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
  }

  /// The node's text, without the white space and comments around it.
  var text: String { trimmedDescription }
}
