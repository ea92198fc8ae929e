/// Where a line may end inside of code that stands in a text: nowhere, but at the spaces and behind the
/// slashes of what is longer than a few words, and behind the joints of what no telephone has room for.
///
/// So `--apply`, `-Double.infinity` and `2048 · 128 · 128` stay whole.
enum CodeBreaks {
  /// Up to this many letters, code stays on one line.
  private static let shortLength = 24
  /// So many letters of code stand in a line of a telephone.
  private static let lineLength = 28
  /// The element of a stretch of code; the style sheet keeps it on one line unless it is long.
  static func element(_ code: String) -> String {
    code.count > shortLength
      ? "<code class=\"long\">\(html(code))</code>" : "<code>\(HTMLText.escape(code))</code>"
  }

  /// The inside of a long one, with `wbr` where a line may end besides its spaces.
  static func html(_ code: String) -> String {
    code.split(separator: " ", omittingEmptySubsequences: false).map { word in
      // Not the slash of `</s>`.
      word.contains("<")
        ? piece(word)
        : word.split(separator: "/", omittingEmptySubsequences: false)
          .map(piece).joined(separator: "/<wbr>")
    }.joined(separator: " ").replacing(/<wbr>(?=\ |$)/, with: "")
  }

  /// What stands between slashes and spaces.
  private static func piece(_ text: Substring) -> String {
    guard text.count > lineLength else {
      let html = HTMLText.escape(String(text))
      let isName = text.allSatisfy { $0.isLetter || $0.isNumber || "._:".contains($0) }
      return isName ? html : "<span class=\"unbroken\">\(html)</span>"
    }
    return text.map { character in
      HTMLText.escape(String(character)) + ("(:,.[".contains(character) ? "<wbr>" : "")
    }.joined()
  }
}
