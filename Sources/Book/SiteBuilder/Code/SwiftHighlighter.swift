/// Colours Swift source: comments, literals, keywords, and by the naming convention types, calls
/// and argument labels.
///
/// sourcekit-lsp was measured as an alternative: 0.5 s a file on two cores, after 0.9 to 5.4 s for
/// the first. A book of a hundred listings would take most of a minute, and without a workspace
/// root it resolves the standard library only. This lexer takes milliseconds and depends on
/// nothing but the text.
struct SwiftHighlighter {
  /// What a stretch of source is; the raw value is its class in the page.
  private enum Kind: String {
    case plain = ""
    case comment = "c"
    case documentation = "d"
    case string = "s"
    case number = "n"
    case keyword = "k"
    case attribute = "a"
    case type = "t"
    case call = "f"
    case label = "l"
    /// An arrow, which no line's end may part.
    case arrow = "o"
  }

  static let keywords = Set(
    """
    actor any as associatedtype async await borrowing break case catch class consuming continue \
    convenience default defer deinit do else enum extension fallthrough false fileprivate final for \
    func guard if import in indirect infix init inout internal is isolated lazy let mutating nil \
    nonisolated nonmutating open operator optional override package postfix precedencegroup prefix \
    private protocol public repeat required rethrows return self Self sending set some static struct \
    subscript super switch throw throws true try typealias unowned var weak where while get willSet \
    didSet each
    """.split(separator: " ").map(String.init))

  private let bytes: [UInt8]
  private let quantities: [String: String]
  private var index = 0
  private var spans: [(kind: String, range: Range<Int>)] = []

  /// The source as HTML with a `span` for every coloured stretch.
  ///
  /// - Parameter quantities: the quantity of each name that has one, see ``CodeQuantities``.
  static func html(_ source: String, quantities: [String: String] = [:]) -> String {
    var lexer = SwiftHighlighter(source, quantities)
    lexer.run(until: nil)
    return lexer.spans.map { lexer.html(of: $0.kind, $0.range) }.joined()
  }

  /// The same line by line: a stretch that goes over several lines is closed at each end of them.
  static func lines(_ source: String, quantities: [String: String] = [:]) -> [String] {
    var lexer = SwiftHighlighter(source, quantities)
    lexer.run(until: nil)
    var lines = [""]
    for span in lexer.spans {
      for (number, range) in lexer.lines(of: span.range).enumerated() {
        if number > 0 { lines.append("") }
        if !range.isEmpty { lines[lines.count - 1] += lexer.html(of: span.kind, range) }
      }
    }
    return lines
  }

  private func html(of kind: String, _ range: Range<Int>) -> String {
    let text = HTMLText.escape(String(decoding: bytes[range], as: UTF8.self))
    return kind.isEmpty ? text : "<span class=\"\(kind)\">\(text)</span>"
  }

  private func lines(of range: Range<Int>) -> [Range<Int>] {
    bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.startIndex..<$0.endIndex }
  }

  private init(_ source: String, _ quantities: [String: String]) {
    bytes = Array(source.utf8)
    self.quantities = quantities
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  private func has(_ text: String) -> Bool {
    // Called for every byte; most calls end at the first comparison.
    var position = index
    for byte in text.utf8 {
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
    }
    return true
  }

  private mutating func add(_ kind: Kind, from start: Int) {
    if start < index { spans.append((kind.rawValue, start..<index)) }
  }

  /// Reads until the end, or to the `)` that closes an interpolation.
  private mutating func run(until closing: UInt8?) {
    var depth = 0
    while index < bytes.count {
      let start = index
      let next = byte()
      if let closing, next == closing, depth == 0 { return }
      if next == UInt8(ascii: "(") { depth += 1 }
      if next == UInt8(ascii: ")") { depth -= 1 }
      if has("//") {
        readLineComments()
      } else if has("/*") {
        readBlockComment()
        add(.comment, from: start)
      } else if next == UInt8(ascii: "\"") || next == UInt8(ascii: "#") && startsRawString {
        readString()
      } else if next.isDigit {
        while byte().isWordPart || byte() == UInt8(ascii: ".") && byte(1).isDigit
          || [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte())
            && (bytes[index - 1] | 32) == UInt8(ascii: "e") && !has(hexPrefix: start)
        { index += 1 }
        add(.number, from: start)
      } else if next == UInt8(ascii: "@") || next == UInt8(ascii: "#") {
        index += 1
        while byte().isWordPart { index += 1 }
        add(next == UInt8(ascii: "@") ? .attribute : .keyword, from: start)
      } else if next.isWordPart {
        readWord()
      } else if has("->") {
        index += 2
        add(.arrow, from: start)
      } else {
        index += 1
        add(.plain, from: start)
      }
    }
  }

  private func has(hexPrefix start: Int) -> Bool {
    bytes[start...].starts(with: "0x".utf8)
  }

  /// Reads a comment to its line's end; documentation that goes on below becomes one stretch.
  private mutating func readLineComments() {
    let start = index
    let isDocumentation = has("///")
    while true {
      while index < bytes.count, byte() != UInt8(ascii: "\n") { index += 1 }
      let end = index
      while byte().isSpace { index += 1 }
      guard isDocumentation, has("///") else {
        index = end
        break
      }
    }
    add(isDocumentation ? .documentation : .comment, from: start)
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if has("/*") { depth += 1 }
      if has("*/") { depth -= 1 }
      index += has("/*") || has("*/") ? 2 : 1
    } while depth > 0 && index < bytes.count
    index = min(index, bytes.count)
  }

  private var startsRawString: Bool {
    bytes[index...].drop { $0 == UInt8(ascii: "#") }.first == UInt8(ascii: "\"")
  }

  /// Reads a string literal; interpolated expressions are coloured as code.
  private mutating func readString() {
    var start = index
    while byte() == UInt8(ascii: "#") { index += 1 }
    let pounds = String(repeating: "#", count: index - start)
    let quote = has("\"\"\"") ? "\"\"\"" : "\""
    index += quote.utf8.count
    while index < bytes.count {
      if has(quote + pounds) {
        index += quote.utf8.count + pounds.utf8.count
        break
      }
      if quote.utf8.count == 1, byte() == UInt8(ascii: "\n") { break }
      if has("\\" + pounds + "(") {
        index += 2 + pounds.utf8.count
        add(.string, from: start)
        run(until: UInt8(ascii: ")"))
        start = index
      } else {
        index = min(bytes.count, index + (has("\\" + pounds) ? 2 + pounds.utf8.count : 1))
      }
    }
    add(.string, from: start)
  }

  private mutating func readWord() {
    let start = index
    while byte().isWordPart { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let followsDot = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    let isLabel =
      startsArgument(start)
      && (byte() == UInt8(ascii: ":") || isBeforeParameter && !Self.binding.contains(word))
    let isCall = byte() == UInt8(ascii: "(")
    if let quantity = quantities[word] {
      spans.append(("quantity-\(quantity)", start..<index))
      return
    }
    let kind: Kind
    if isLabel {
      kind = .label
    } else if Self.keywords.contains(word), !followsDot {
      kind = .keyword
    } else if word.first?.isUppercase == true {
      kind = .type
    } else if isCall {
      kind = .call
    } else {
      kind = .plain
    }
    add(kind, from: start)
  }

  /// What stands before a name and its colon, and is no label of it: `if a, let b: Int`.
  private static let binding: Set<String> = ["let", "var", "case", "inout", "each", "_"]

  /// Whether a name and a colon come next, as behind the label of a declared parameter: `in model:`.
  private var isBeforeParameter: Bool {
    guard byte() == UInt8(ascii: " "), byte(1).isWordPart else { return false }
    return bytes[(index + 1)...].drop(while: \.isWordPart).first == UInt8(ascii: ":")
  }

  /// Whether the word at `start` opens an argument or a parameter.
  private func startsArgument(_ start: Int) -> Bool {
    let before = bytes[..<start].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    return before == UInt8(ascii: "(") || before == UInt8(ascii: ",")
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") }

  /// Letters, digits, `_`, `$`, backticks and everything beyond ASCII.
  fileprivate var isWordPart: Bool {
    isDigit || self >= 128 || self == UInt8(ascii: "_") || self == UInt8(ascii: "`")
      || self == UInt8(ascii: "$")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 32)
  }
}
