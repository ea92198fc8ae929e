/// Lines and columns of a source by UTF-8 offset, counted as the compiler counts.
struct SourcePlaces {
  private let source: String
  private let bytes: String.UTF8View

  init(_ source: String) {
    self.source = source
    bytes = source.utf8
  }

  /// The line of a place, counted from 1.
  func line(at offset: Int) -> Int {
    var line = 1
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset) {
      // A return and a line feed together end one line.
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
      previous = byte
    }
    return line
  }

  /// Where the line of a place starts.
  func lineStart(at offset: Int) -> Int {
    let before = bytes.prefix(offset)
    return before.lastIndex { $0 == 0x0A || $0 == 0x0D }
      .map { bytes.distance(from: bytes.startIndex, to: $0) + 1 } ?? 0
  }

  /// Where the line behind the one of a place starts; the text's end, if there is none.
  func nextLine(after offset: Int) -> Int {
    let rest = bytes.dropFirst(offset)
    return rest.firstIndex { $0 == 0x0A }
      .map { bytes.distance(from: bytes.startIndex, to: $0) + 1 } ?? bytes.count
  }

  /// The white space that opens the line of a place.
  func indentation(at offset: Int) -> Substring {
    text(from: lineStart(at: offset)).prefix { $0 == " " || $0 == "\t" }
  }

  /// Whether nothing but white space stands before a place on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    lineStart(at: offset) + indentation(at: offset).utf8.count == offset
  }

  /// The text from a place to another one.
  func text(_ range: Range<Int>) -> Substring {
    source[index(range.lowerBound)..<index(range.upperBound)]
  }

  private func text(from offset: Int) -> Substring { source[index(offset)...] }

  private func index(_ offset: Int) -> String.Index {
    bytes.index(bytes.startIndex, offsetBy: offset, limitedBy: bytes.endIndex) ?? bytes.endIndex
  }
}

/// Another text for a piece of a source.
struct SourceEdit {
  /// UTF-8 offsets.
  let range: Range<Int>
  let text: String
}

extension String {
  /// The text with pieces replaced, none of which overlap.
  func applying(_ edits: [SourceEdit]) -> String {
    var bytes = Array(utf8)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
