import Foundation
import Weaving

/// An SVG file made fit to stand inside a page, where theme colours reach it.
enum FigureDrawing {
  /// A page may have this many bytes of a drawing, and no more.
  private static let longest = 1 << 20

  /// The drawing of a figure, followed by its twin for narrow places where there is one,
  /// `NAME.narrow.svg` beside `NAME.svg`: the style sheet shows the one that fits.
  ///
  /// - Throws: a ``Diagnostic``; its line is 0 where there is no such file or it is none.
  static func drawings(
    at path: String, root: URL, prefix: String, alternative: String
  ) throws(Diagnostic) -> String {
    let narrow = self.narrow(of: path)
    var text = try svg(at: path, root: root, prefix: prefix, alternative: alternative)
    guard FileManager.default.fileExists(atPath: root.appending(path: narrow).path) else {
      return text
    }
    let twin = try svg(
      at: narrow, root: root, prefix: prefix + "-narrow", alternative: alternative)
    text.replace("<svg", with: "<svg class=\"wide\"", maxReplacements: 1)
    return text + twin.replacing("<svg", with: "<svg class=\"narrow\"", maxReplacements: 1)
  }

  /// The file of a drawing's twin.
  static func narrow(of path: String) -> String { path.dropLast(".svg".count) + ".narrow.svg" }

  /// Reads a drawing: prologue off, ids made unique by `prefix`, a text alternative put on.
  private static func svg(
    at path: String, root: URL, prefix: String, alternative: String
  ) throws(Diagnostic) -> String {
    let text = try AuthorFile.text(
      path, root: root, longest: longest,
      missing: "there is no such file; run the chapter to draw it")
    try DrawingCheck.check(text, path: path)
    var svg = text.replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
    guard let start = svg.firstRange(of: "<svg")?.lowerBound,
      let end = svg.ranges(of: "</svg>").last?.upperBound
    else { throw Diagnostic(file: path, "this is no SVG") }
    svg = String(svg[start..<end])
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
