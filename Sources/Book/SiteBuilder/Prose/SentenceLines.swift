/// Finds lines on which more than one sentence stands.
enum SentenceLines {
  /// Words that end in a full stop without ending a sentence.
  private static let abbreviations: Set<Substring> = [
    "al", "approx", "ca", "cf", "ch", "dr", "ed", "eds", "eq", "fig", "inc", "jr", "mr", "mrs",
    "ms",
    "no", "nos", "p", "pp", "prof", "sec", "st", "vol", "vs",
  ]

  static func check(_ inline: InlineText, faults: inout Faults) {
    let text = inline.text
    guard text.contains(where: { ".!?".contains($0) }) else { return }
    // A small letter behind the mark goes on with the sentence, as in “Who? and why?”.
    let end = /([\p{L}\p{N}\x{FFFC}'’-]*)[.!?][”’)]*[\x20\x{A0}]+(?=[“‘(]*\p{Lu})/
    for match in text.matches(of: end) {
      let word = match.1
      // An initial, a name's or “e.g.”'s last letter.
      if word.count == 1, word.allSatisfy(\.isLetter) { continue }
      if abbreviations.contains(Substring(word.lowercased())) { continue }
      let rest = text[match.range.upperBound...].prefix { !$0.isWhitespace }
      let shown = (text[match.range] + rest).replacing("\u{FFFC}", with: "…")
      faults.report(
        inline.line(at: match.range.lowerBound),
        "a sentence ends in this line and another begins (“\(shown)”); give each its line")
      return
    }
  }
}
