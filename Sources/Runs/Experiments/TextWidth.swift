extension Drawing {
  /// About how wide a text is, in the drawing's units: what a common sans serif needs, and a little
  /// more, since nobody knows the reader's letters.
  public static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
    return Double(thousandths) / 1000 * size * (isBold ? 1.12 : 1.05)
  }

  /// The advance of a letter in Helvetica, in thousandths of the size.
  private static func advance(of letter: Unicode.Scalar) -> Int {
    switch letter {
    case "i", "j", "l", "'", "|": 222
    case " ", "f", "t", "I", ".", ",", ":", ";", "!", "/", "\u{202F}", "\u{00A0}": 278
    case "r", "(", ")", "-", "·", "“", "”", "⁻", "⁰"..."⁹", "¹", "²", "³", "₀"..."₉": 350
    case "c", "k", "s", "v", "x", "y", "z", "J": 500
    case "a"..."z" where letter != "m" && letter != "w": 556
    case "0"..."9", "L", "–", "_", "?": 556
    case "+", "<", ">", "=", "−", "×", "∞": 600
    case "F", "T", "Z": 611
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&": 667
    case "w", "C", "D", "H", "N", "R", "U": 722
    case "G", "O", "Q": 778
    case "m", "M", "%": 860
    case "W", "—", "→", "…": 1000
    default: letter.value >= 0x2E80 ? 1000 : 620
    }
  }

  /// A text in lines that are no wider than `width`, broken at spaces only.
  public static func wrapped(
    _ text: String, to width: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last,
        Self.width(of: last + " " + word, size: size, isBold: isBold) <= width
      {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
