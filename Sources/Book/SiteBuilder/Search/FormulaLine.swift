/// A set formula as a line of text, for an excerpt.
enum FormulaLine {
  /// The formula's letters in their order, where that order says what it says: `P(w∣h)`.
  ///
  /// - Returns: nil for what needs two dimensions: fractions, sums, powers, a line of its own.
  static func text(of formula: Formula, html: String) -> String? {
    guard !formula.isDisplay, !tall.contains(where: { formula.tex.contains($0) }),
      let start = html.firstRange(of: "<span class=\"katex-html\"")
    else { return nil }
    var text = ""
    var isInTag = false
    for scalar in html[start.lowerBound...].unicodeScalars {
      switch scalar {
      case "<": isInTag = true
      case ">" where isInTag: isInTag = false
      // KaTeX puts in a space without width to hold lines apart.
      case "\u{200B}": break
      default: if !isInTag { text.unicodeScalars.append(scalar) }
      }
    }
    let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&nbsp;", with: " ").replacing("&amp;", with: "&").trimmed
    return plain.isEmpty || plain.count > 40 ? nil : plain
  }

  private static let tall = [
    "frac", "\\binom", "\\sum", "\\prod", "\\sqrt", "\\begin", "\\over", "\\under", "^",
  ]
}
