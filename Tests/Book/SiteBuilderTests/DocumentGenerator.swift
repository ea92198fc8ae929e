/// Strings pieces of Markdown together; the same seed gives the same documents (SplitMix64).
struct DocumentGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private static let pieces = [
    "word", " ", " ", "\n", "\n", "\n\n", "*", "**", "_", "`", "``", "[a](b)", "![", "](c)", "[",
    "]",
    "<b>", "<", ">", "&", "&lt;", "\\", "  \n", "\"", "'", "--", "...", "# ", "## ", "- ", "  - ",
    "1. ",
    "> ", "    ", "```\n", "~~~ swift\n", "***\n", "===\n", "---\n", "\t", "é", "词", "$", "|",
    "[r]: /x\n", "[r]", "<!-- x -->", "<div>\n", "http://x.y", "<http://x.y/'&>", "(", ")", "!",
  ]

  private static let bookPieces = [
    "| a | b |\n", "| --- | ---: |\n", "|", "[^x]", "[^x]: y\n", "\n> [!NOTE]\n", "$`x`$", "$",
    "`{a.b}`",
    "\n### Exercise 1.1 · T · 1 point\n", "\n> **Hint.** x\n", "\n```swift region=a\n```\n",
    "{#id}\n",
    "\n![a](b.svg \"c\")\n", "\n```math\nx\n```\n", "\r", "\r\n", "\u{2028}", "\0",
  ]

  /// Plain CommonMark, or with the book's own constructs among it.
  mutating func document(ofBook: Bool = false) -> String {
    let pieces = Self.pieces + (ofBook ? Self.bookPieces + Self.bookPieces : [])
    return (0..<(3 + next(below: 40))).map { _ in pieces[next(below: pieces.count)] }.joined()
  }
}
