/// Where a line may end inside of code that stands in a text: nowhere, but behind a slash, at the
/// spaces of what is longer than a few words, and behind the joints of what no telephone has room for.
///
/// The style sheet keeps the rest together: `--apply` and `-Double.infinity` stay whole.
enum CodeBreaks {
  /// Up to this many letters, code with spaces stays on one line.
  private static let shortLength = 24
  /// So many letters stand in a line of a telephone.
  private static let lineLength = 32

  /// The code as HTML, with `wbr` where a line may end.
  static func html(_ code: String) -> String {
    let hasLongWord = code.split(separator: " ").contains { $0.count > lineLength }
    var html = ""
    for (index, character) in zip(code.indices, code) {
      html += HTMLText.escape(String(character))
      let isLast = code.index(after: index) == code.endIndex
      let mayEnd =
        switch character {
        case "/": true
        case " ": code.count > shortLength
        case "(", ":", ",", ".": hasLongWord
        default: false
        }
      if mayEnd, !isLast { html += "<wbr>" }
    }
    return html
  }
}
