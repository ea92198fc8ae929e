import Weaving

/// Reads the tags of an SVG file, strictly: what a browser might read in another way is refused.
struct DrawingReader {
  /// A tag that opens an element, with the text up to the next tag.
  struct Tag {
    let name: String
    let line: Int
    var attributes: [(name: String, value: String)] = []
    var text = ""
  }

  /// Deeper elements are refused: nobody draws them.
  private static let deepest = 100

  private let path: String
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var tags: [Tag] = []
  private var open: [(name: String, line: Int)] = []

  /// The tags of a drawing, its `<svg>` first.
  ///
  /// - Throws: a ``Diagnostic`` with the file's line.
  static func tags(of text: String, path: String) throws(Diagnostic) -> [Tag] {
    var reader = DrawingReader(path: path, bytes: Array(text.utf8))
    try reader.read()
    return reader.tags
  }

  private init(path: String, bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }

  private mutating func read() throws(Diagnostic) {
    while index < bytes.count {
      let text = take { $0 != UInt8(ascii: "<") }
      if open.isEmpty {
        let isBlank = text.allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard isBlank else { throw fault("this text is outside of <svg>") }
      } else {
        tags[tags.count - 1].text += text
      }
      guard index < bytes.count else { break }
      if skip("<!--", upTo: "-->") { continue }
      let isPrologue = tags.isEmpty
      if isPrologue, skip("<?", upTo: "?>") || skip("<!DOCTYPE", upTo: ">") { continue }
      try readTag()
    }
    if let last = open.last {
      throw Diagnostic(
        file: path, line: last.line, "<\(last.name)> is never closed; is the file cut off?")
    }
    if tags.isEmpty { throw fault("this is no SVG") }
  }

  private mutating func readTag() throws(Diagnostic) {
    let start = index
    index += 1
    let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let name = takeName()
    guard !name.isEmpty else {
      let end = min(start + 12, bytes.count)
      let shown = String(decoding: bytes[start..<end], as: UTF8.self).prefix { !$0.isNewline }
      throw fault("“\(shown)” is not taken in a figure")
    }
    if isClosing {
      skipSpace()
      guard skip(">"), open.last?.name == name else {
        throw fault("</\(name)> closes no <\(name)>")
      }
      open.removeLast()
      return
    }
    if open.isEmpty, name != "svg" || !tags.isEmpty {
      throw fault("a figure is one <svg>; <\(name)> is outside of it")
    }
    var tag = Tag(name: name, line: line)
    while skipSpace(), let attribute = try readAttribute() { tag.attributes.append(attribute) }
    skipSpace()
    let isEmpty = skip("/")
    guard skip(">") else {
      throw fault("the tag <\(name)> is not complete; write name=\"value\", with double quotes")
    }
    tags.append(tag)
    if isEmpty { return }
    open.append((name, tag.line))
    if open.count > Self.deepest {
      throw fault("elements are nested more than \(Self.deepest) deep")
    }
  }

  /// `name="value"`; nil where no name stands.
  private mutating func readAttribute() throws(Diagnostic) -> (name: String, value: String)? {
    let name = takeName()
    if name.isEmpty { return nil }
    guard skip("=\"") else {
      throw fault("the attribute \(name) is not complete; write \(name)=\"value\"")
    }
    let start = line
    let value = take { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
    guard skip("\"") else {
      throw Diagnostic(file: path, line: start, "the value of \(name) is never closed")
    }
    return (name, value)
  }

  // MARK: Bytes

  private func fault(_ message: String) -> Diagnostic {
    Diagnostic(file: path, line: line, message)
  }

  private mutating func take(while isTaken: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, isTaken(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// A name of ASCII letters, digits and the marks between them; it starts with a letter.
  private mutating func takeName() -> String {
    let first = index < bytes.count ? bytes[index] | 0x20 : 0
    guard (0x61...0x7A).contains(first) else { return "" }
    return take { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x2D...0x2E).contains(byte)
        || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "_")
    }
  }

  /// - Returns: whether any space stood there.
  @discardableResult
  private mutating func skipSpace() -> Bool {
    !take { $0 == 0x20 || (0x09...0x0D).contains($0) }.isEmpty
  }

  private mutating func skip(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[index + offset] != mark.utf8Start[offset] { return false }
    index += length
    return true
  }

  /// Passes over `start … end`; what is never closed stays, and is then no tag.
  private mutating func skip(_ start: StaticString, upTo end: StaticString) -> Bool {
    let before = (index, line)
    guard skip(start) else { return false }
    while index < bytes.count {
      if skip(end) { return true }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    (index, line) = before
    return false
  }
}
