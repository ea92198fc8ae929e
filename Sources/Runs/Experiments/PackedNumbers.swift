/// Numbers as printable characters, small numbers as one: tables for interactive figures.
///
/// Base 45, highest digit first; all digits but the last are moved up by 45. The 90 characters are
/// those from `#` to `}` without the backslash, so that the text needs no escapes in JSON.
/// A page reads them with `book.reader`.
public struct PackedNumbers: Sendable {
  /// The numbers so far.
  public private(set) var text = ""

  private static let characters = (35...125).filter { $0 != 92 }.map {
    Character(Unicode.Scalar(UInt8($0)))
  }

  /// No numbers.
  public init() {}

  /// Appends a number.
  ///
  /// - Precondition: it is not negative.
  public mutating func append(_ number: Int) {
    precondition(number >= 0, "\(number) is negative and cannot be packed")
    var digits = [number % 45]
    var rest = number / 45
    while rest > 0 {
      digits.append(45 + rest % 45)
      rest /= 45
    }
    for digit in digits.reversed() { text.append(Self.characters[digit]) }
  }
}
