/// Where a line may end inside of code that stands in a text: nowhere, but behind a slash, at the
/// spaces of what is longer than a few words, and behind the joints of what no telephone has room for.
///
/// So `--apply`, `-Double.infinity` and `2048 · 128 · 128` stay whole.
enum CodeBreaks {
  /// Up to this many letters, code with spaces stays on one line.
  private static let shortLength = 24
  /// So many letters of code stand in a line of a telephone.
  private static let lineLength = 28
  /// Signs behind which a browser would end a line.
  private static let signs: Set<Character> = ["-", "–", "?", "!", "|", "}", "%", "…"]

  /// The element of a stretch of code; the style sheet keeps it on one line unless it is long.
  static func element(_ code: String) -> String {
    let isLong = code.count > shortLength || code.dropLast().contains("/")
    return isLong ? "<code class=\"long\">\(html(code))</code>" : "<code>\(HTMLText.escape(code))</code>"
  }

  /// The inside of a long one, with `wbr` where a line may end besides its spaces.
  static func html(_ code: String) -> String {
    code.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.split(separator: "/", omittingEmptySubsequences: false).map(piece)
        .joined(separator: "/<wbr>")
    }.joined(separator: " ").replacing(/<wbr>(?=\ |$)/, with: "")
  }

  /// What stands between slashes and spaces.
  private static func piece(_ text: Substring) -> String {
    guard text.count > lineLength else {
      let html = HTMLText.escape(String(text))
      return text.contains(where: signs.contains) ? "<span class=\"unbroken\">\(html)</span>" : html
    }
    return text.map { character in
      HTMLText.escape(String(character)) + ("(:,.[".contains(character) ? "<wbr>" : "")
    }.joined()
  }
}
