/// A text that equals another only where every byte does.
///
/// ```
/// "caf\u{E9}" == "cafe\u{301}"                        true: for Swift, both are café
/// Spelling("caf\u{E9}") == Spelling("cafe\u{301}")    false: for every other tool, they differ
/// ```
///
/// Swift compares strings as a reader does, and finds é written as one scalar equal to e with an accent
/// behind it. Files, and the programs that read them, go by the bytes: so names that come from a file
/// are kept under their spelling.
public struct Spelling: Hashable, Comparable, Sendable {
  /// The text itself.
  public let text: String

  /// The spelling of a text.
  public init(_ text: some StringProtocol) { self.text = String(text) }

  /// Whether both are the same bytes.
  public static func == (left: Spelling, right: Spelling) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Whether the first byte in which they differ is smaller; that is also the order of the scalars.
  public static func < (left: Spelling, right: Spelling) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Feeds the bytes into a hash.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // No byte of UTF-8: where the text ends.
    hasher.combine(0xFF as UInt8)
  }
}

extension Spelling: ExpressibleByStringLiteral, CustomStringConvertible {
  /// The spelling of a literal.
  public init(stringLiteral text: String) { self.text = text }

  /// The text itself.
  public var description: String { text }
}
