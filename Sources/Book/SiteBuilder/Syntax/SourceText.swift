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
  private(set) var faults: Faults

  /// Reads a file.
  ///
  /// - Throws: a ``Diagnostic`` where it cannot be read, is larger than 1 MiB or is not UTF-8.
  init(path: String, root: URL) throws(Diagnostic) {
    let url = root.appending(path: path)
    guard let data = try? Data(contentsOf: url) else {
      throw Diagnostic(file: path, "this file cannot be read")
    }
    guard data.count <= Self.maximumSize else {
      throw Diagnostic(
        file: path, "the file has \(data.count) bytes; split it, at most 1 MiB is read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Diagnostic(
        file: path, line: Self.firstInvalidLine(of: data), "this is not UTF-8 text")
    }
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

  private static func firstInvalidLine(of data: Data) -> Int {
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }

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
      } else if lines[index].hasPrefix("[^"),
        let match = lines[index].wholeMatch(of: /\[\^([A-Za-z0-9_-]+)\]:\s*(.*)/)
      {
        takeFootnote(String(match.1), firstLine: String(match.2), at: &index)
        continue
      }
      index += 1
    }
    if let fence {
      faults.report(fence.line, "this fence is never closed; end it with a line of its own")
    }
  }

  private mutating func takeFootnote(_ label: String, firstLine: String, at index: inout Int) {
    let line = index + 1
    var text = [firstLine]
    lines[index] = ""
    index += 1
    while index < lines.count, !lines[index].allSatisfy(\.isWhitespace),
      !lines[index].hasPrefix("[^")
    {
      text.append(lines[index].trimmingCharacters(in: .whitespaces))
      lines[index] = ""
      index += 1
    }
    footnotes.append(Footnote(label: label, text: text.joined(separator: "\n"), line: line))
  }
}
