import Foundation

/// An SVG file made fit to stand inside a page, where theme colours reach it.
enum FigureDrawing {
  /// Reads a drawing: prologue off, ids made unique by `prefix`, a text alternative put on.
  ///
  /// - Throws: what is wrong with the file, as a sentence.
  static func svg(
    at url: URL, prefix: String, alternative: String
  ) throws(Fault) -> String {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw Fault(message: "there is no such file; run the chapter to draw it")
    }
    guard let start = text.firstRange(of: "<svg")?.lowerBound,
      let end = text.ranges(of: "</svg>").last?.upperBound
    else { throw Fault(message: "this is no SVG") }
    var svg = String(text[start..<end])
    svg.replace(/<!--.*?-->/.dotMatchesNewlines(), with: "")
    if let match = svg.firstMatch(
      of: /<script|<foreignObject|\son[a-z]+\s*=|(?:href|src)\s*=\s*"[^#"]/)
    {
      throw Fault(message: "“\(match.0)” is not taken in a figure")
    }
    svg.replace(/\sid="([^"]+)"/) { " id=\"\(prefix)-\($0.1)\"" }
    svg.replace(/url\(#([^)]+)\)/) { "url(#\(prefix)-\($0.1))" }
    svg.replace(/href="#([^"]+)"/) { "href=\"#\(prefix)-\($0.1)\"" }
    svg.replace(/aria-(labelledby|describedby)="([^"]+)"/) { match in
      let ids = match.2.split(separator: " ").map { "\(prefix)-\($0)" }.joined(separator: " ")
      return "aria-\(match.1)=\"\(ids)\""
    }
    let opening = svg.prefix { $0 != ">" }
    var attributes = ""
    if !opening.contains(" role=") { attributes += " role=\"img\"" }
    if !opening.contains(" aria-label") {
      attributes += " aria-label=\"\(HTMLText.escape(alternative))\""
    }
    return "<svg" + attributes + svg.dropFirst(4)
  }
}
