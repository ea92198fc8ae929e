import Foundation

/// The text format of the word2vec tool, which gensim and many other programs read.
///
/// ```
/// 2 3                  the number of words and of numbers in a vector
/// cat 0.1 -0.25 3      a word and its numbers, separated by spaces
/// dog 0.5 0 -1e-05
/// ```
///
/// Only the space U+0020 separates: a word may hold a no-break space or a tab, as with gensim.
extension WordVectors {
  /// Reads a file in word2vec's text format.
  ///
  /// - Parameters:
  ///   - file: the path; the errors name it as given.
  ///   - maximumBytes: a larger file is refused before it is read.
  /// - Throws: ``TextError`` where the file cannot be read, a line has another form, a word stands
  ///   twice, or there are not as many words as the first line says.
  public init(textFile file: String, maximumBytes: Int = 1 << 32) throws(TextError) {
    let text = try TextFile.text(of: file, maximumBytes: maximumBytes)
    let lines = text.utf8.split(separator: Self.lineEnd, omittingEmptySubsequences: false)
    func malformed(_ line: Int, _ expected: String) -> TextError {
      TextError(file: file, problem: .malformed(line: line, expected: expected))
    }
    let head = Self.fields(of: lines[0])
    guard head.count == 2, let count = Int(head[0]), let size = Int(head[1]), count >= 0, size >= 1
    else { throw malformed(1, "number-of-words size-of-vectors, which a file begins with") }

    let form = "word and \(size) numbers, separated by spaces"
    var words: [String] = []
    var values: [Float] = []
    var known: Set<Spelling> = []
    for number in 2..<max(2, lines.count + 1) {
      let fields = Self.fields(of: lines[number - 1])
      if fields.isEmpty, number == lines.count { break }
      guard fields.count - 1 == size else { throw malformed(number, form) }
      for field in fields.dropFirst() {
        guard let value = Float(field), value.isFinite else { throw malformed(number, form) }
        values.append(value)
      }
      guard known.insert(Spelling(fields[0])).inserted else {
        throw malformed(number, "another word than “\(fields[0])”, which stands on a line before")
      }
      words.append(String(fields[0]))
    }
    guard words.count == count else {
      throw malformed(1, "\(words.count) words and their size, as the file has below")
    }
    self.init(words: words, size: size, values: values)
  }

  /// Writes a file in word2vec's text format; reading it again gives the same numbers to the bit.
  ///
  /// - Throws: ``TextError`` where a word is empty or holds a space or a line end, a number is not
  ///   finite, or the file cannot be written.
  public func write(textFile file: String) throws(TextError) {
    var text = "\(words.count) \(size)\n"
    for (place, word) in words.enumerated() {
      let vector = values[place * size..<(place + 1) * size]
      guard !word.isEmpty, !word.utf8.contains(where: { $0 == Self.space || $0 == Self.lineEnd })
      else {
        throw TextError(file: file, problem: .unwritableWord(word, reason: .fieldOfItsOwn))
      }
      guard vector.allSatisfy(\.isFinite) else {
        throw TextError(file: file, problem: .unwritableWord(word, reason: .notFinite))
      }
      text += word
      // The shortest digits that name the number and no other.
      for value in vector { text += " \(value)" }
      text += "\n"
    }
    try TextFile.write(Data(text.utf8), to: file)
  }

  private static let space = UInt8(ascii: " ")
  private static let lineEnd = UInt8(ascii: "\n")

  /// A line's parts; a carriage return at its end is none.
  private static func fields(of line: Substring.UTF8View) -> [Substring] {
    let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return end.split(separator: space).map { Substring($0) }
  }
}
