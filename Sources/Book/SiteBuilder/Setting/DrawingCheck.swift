import Foundation
import Weaving

/// What may stand in a figure: shapes and texts, and nothing that runs or is loaded from elsewhere.
///
/// A drawing is set into the page, where a script of its own would run, and where an address would
/// be asked for as soon as somebody reads.
enum DrawingCheck {
  private static let shapes: Set<String> = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "use",
  ]

  private static let others: Set<String> = [
    "svg", "g", "defs", "title", "desc", "tspan", "textPath", "symbol", "marker", "clipPath",
    "mask",
    "pattern", "linearGradient", "radialGradient", "stop", "style", "filter", "feBlend",
    "feColorMatrix", "feComposite", "feFlood", "feGaussianBlur", "feMerge", "feMergeNode",
    "feOffset",
  ]

  /// Attributes that are numbers and nothing else, whatever they say.
  private static let measures: Set<String> = [
    "x", "y", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height",
    "d",
    "points", "viewBox",
  ]

  /// Functions of style sheets that load what they name.
  private static let loaders: Set<String> = [
    "url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
    "element", "expression",
  ]

  /// - Throws: a ``Diagnostic`` with the line of the file.
  static func check(_ text: String, path: String) throws(Diagnostic) {
    let tags = try DrawingReader.tags(of: text, path: path)
    var ids: Set<[UInt8]> = []
    var references: [(id: Substring, line: Int)] = []
    var isEmpty = true
    for tag in tags {
      func refuse(_ what: some StringProtocol, _ advice: String = "take it out") -> Diagnostic {
        Diagnostic(file: path, line: tag.line, "“\(what)” is not taken in a figure; \(advice)")
      }
      guard shapes.contains(tag.name) || others.contains(tag.name) else {
        throw refuse("<\(tag.name)")
      }
      if shapes.contains(tag.name) { isEmpty = false }
      for (name, value) in tag.attributes
      where !measures.contains(name) && !name.hasPrefix("xmlns") {
        let local = name.lowercased().split(separator: ":").last.map(String.init) ?? ""
        if local.hasPrefix("on") || ["base", "src"].contains(local) { throw refuse(name) }
        if local == "href" {
          guard value.hasPrefix("#") else {
            throw refuse("\(name)=\"\(value)", "it may point into the figure alone, as #name")
          }
          references.append((value.dropFirst(), tag.line))
        }
        if let found = loading(value) {
          throw refuse(found, "what is used stands in the figure; write url(#name)")
        }
        if name == "id" { ids.insert(Array(value.utf8)) }
        if name == "aria-labelledby" || name == "aria-describedby" {
          references += value.split(separator: " ").map { ($0, tag.line) }
        }
        if value.holds("url(") {
          references += value.matches(of: /url\(#([^)]+)\)/).map { ($0.1, tag.line) }
        }
      }
      if tag.name == "style", let found = loading(tag.text) ?? tag.text.firstMatch(of: /[@&]\w*/)?.0
      {
        throw refuse(found, "a figure's style sheet holds rules and nothing that is loaded")
      }
    }
    // Bytes are compared, as a browser does.
    for reference in references where !ids.contains(Array(reference.id.utf8)) {
      throw Diagnostic(
        file: path, line: reference.line, "the figure points at “\(reference.id)”, an id it has not"
      )
    }
    if isEmpty { throw Diagnostic(file: path, line: 1, "this draws nothing") }
  }

  /// What in a value or a style sheet asks for something outside of the figure, or hides its letters.
  private static func loading(_ text: String) -> Substring? {
    if text.holds("&") || text.holds("\\"),
      let found = text.firstMatch(of: /&(?!(?:amp|lt|gt|quot|apos);)\S{0,8}|\\/)
    {
      return found.0
    }
    guard text.holds("(") else { return nil }
    let pieces = text.split(separator: "(", omittingEmptySubsequences: false)
    for (before, behind) in zip(pieces, pieces.dropFirst()) {
      let name = before.suffix(while: { $0.isLetter || $0 == "-" })
      guard loaders.contains(name.lowercased()) else { continue }
      let isOwn = name == "url" && behind.firstMatch(of: /^#[^"'\s)]+\)/) != nil
      if !isOwn { return text[name.startIndex...].prefix(40) }
    }
    return nil
  }
}

extension String {
  /// Whether it holds a text of ASCII; the C library's search is the fastest there is.
  fileprivate func holds(_ sign: String) -> Bool { withCString { strstr($0, sign) != nil } }
}

extension Substring {
  /// The longest end of which every character fulfils a condition.
  fileprivate func suffix(while isTaken: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, isTaken(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
