/// Text in lines that every terminal has room for.
public enum Paragraph {
  /// The widest line, in characters.
  public static let width = 78

  /// A word as it is shown: of a very long one, the beginning.
  public static func shown(_ word: String) -> String {
    word.count > 32 ? word.prefix(31) + "…" : word
  }

  /// Words as they are shown: of very many, the last ones.
  public static func shown(_ words: some BidirectionalCollection<String>) -> String {
    (words.count > 12 ? "… " : "") + words.suffix(12).map(shown).joined(separator: " ")
  }

  /// A paragraph broken at its spaces; a word that is longer than a line stays whole.
  ///
  /// - Parameter indent: spaces in front of each line.
  public static func wrapped(_ text: String, indent: Int = 0) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, indent + last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
