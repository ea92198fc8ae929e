import Foundation
import Weaving

/// A chapter's Markdown as read: footnote definitions taken out, their lines left empty, so that
/// every other line keeps its number.
struct SourceText: Sendable {
  /// Larger files are refused: some inputs take libcmark 0.30 time that grows with the square.
  static let maximumSize = 1 << 20

  /// A line `[^label]: text`, and the lines below it up to an empty one.
  struct Footnote: Sendable {
    let label: String
    let text: String
    let line: Int
  }

  /// The file, as a path from the package's root.
  let path: String
  private(set) var lines: [String]
  private(set) var footnotes: [Footnote] = []
  /// The lines that define addresses, `[name]: address`, for what is parsed apart from the whole.
  private(set) var references = ""
  private(set) var faults: Faults

  /// Reads a file.
  ///
  /// - Throws: a ``Diagnostic`` where it cannot be read, is larger than 1 MiB or is no text.
  init(path: String, root: URL) throws(Diagnostic) {
    let text = try AuthorFile.text(path, root: root, longest: Self.maximumSize)
    self.init(path: path, text: text)
  }

  init(path: String, text: String) {
    self.path = path
    faults = Faults(file: path)
    // A line ends where libcmark ends one, or line numbers would not agree.
    let text = text.replacingOccurrences(of: "\r\n", with: "\n")
      .replacingOccurrences(of: "\r", with: "\n")
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    takeOutFootnotes()
  }

  /// What is left for libcmark.
  var markdown: String { lines.joined(separator: "\n") }

  private mutating func takeOutFootnotes() {
    var fence: (mark: Character, length: Int, line: Int)?
    var index = 0
    while index < lines.count {
      let content = lines[index].drop { " \t>".contains($0) }
      let length = content.prefix { $0 == content.first }.count
      if let open = fence {
        let isClosing =
          content.first == open.mark && length >= open.length
          && content.dropFirst(length).allSatisfy(\.isWhitespace)
        if isClosing { fence = nil }
      } else if let mark = content.first, "`~".contains(mark), length >= 3,
        mark == "~" || !content.dropFirst(length).contains("`")
      {
        fence = (mark, length, index + 1)
      } else if let (label, text) = Self.footnote(in: lines[index]) {
        takeFootnote(label, firstLine: text, at: &index)
        continue
      } else if content.first == "[", content.contains("]:") {
        references += content + "\n"
      }
      index += 1
    }
    if let fence {
      faults.report(fence.line, "this fence is never closed; end it with a line of its own")
    }
  }

  /// A definition's label, which has no spaces, and its text; nil for any other line.
  private static func footnote(in line: String) -> (label: String, text: String)? {
    // Four spaces and more would make it code.
    guard line.prefix(5).contains("[^"),
      let match = line.wholeMatch(of: /[ ]{0,3}\[\^([^\]\s]+)\]:\s*(.*)/)
    else { return nil }
    return (String(match.1), String(match.2))
  }

  private mutating func takeFootnote(_ label: String, firstLine: String, at index: inout Int) {
    let line = index + 1
    var text = [firstLine]
    lines[index] = ""
    index += 1
    while index < lines.count, !lines[index].allSatisfy(\.isWhitespace),
      !lines[index].hasPrefix("[^"), Self.footnote(in: lines[index]) == nil
    {
      if lines[index].firstMatch(of: /^\s*(?:[|>]|[-*+]\s|\d+[.)]\s|#{1,6}\s|```|~~~)/) != nil {
        faults.report(
          index + 1, "a side note is one paragraph; leave a line empty before what follows it")
      }
      text.append(lines[index].trimmingCharacters(in: .whitespaces))
      lines[index] = ""
      index += 1
    }
    footnotes.append(Footnote(label: label, text: text.joined(separator: "\n"), line: line))
  }
}
