import Foundation

/// An SVG drawing under construction: text out, the same for the same calls.
///
/// Colours are CSS variables of the page with a value of their own where the page sets none.
struct Drawing {
  /// The colour of text.
  static let ink = "var(--figure-ink, #1f2937)"
  /// The colour of what is less important than the data.
  static let quiet = "var(--figure-muted, #5b6472)"
  /// The colour of grid lines.
  static let grid = "var(--figure-grid, #d9dee6)"
  /// The page behind the drawing.
  static let paper = "var(--figure-paper, #ffffff)"

  /// The colour of the series at an index, counted from 0.
  static func series(_ index: Int) -> String {
    let colours = [
      "#2563eb", "#c2410c", "#15803d", "#7c3aed", "#be185d", "#57534e", "#7a5230", "#4f5d75",
    ]
    let place = index % colours.count
    return "var(--series-\(place + 1), \(colours[place]))"
  }

  /// Where a text stands relative to its point.
  enum Anchor: String {
    case start, middle, end
  }

  let width: Double
  let height: Double
  private var lines: [String] = []

  init(width: Double = 720, height: Double) { (self.width, self.height) = (width, height) }

  /// A drawing as wide as what it is made for.
  init(_ breadth: Breadth, height: Double) { self.init(width: breadth.width, height: height) }

  /// The colour of a quantity.
  static func colour(of quantity: Quantity) -> String { quantity.colour }

  /// A coordinate with at most one decimal.
  static func number(_ value: Double) -> String {
    let text = String(format: "%.1f", value)
    if text == "-0.0" { return "0" }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A text with the characters of the markup written as entities.
  static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }

  /// An element that no other function draws.
  mutating func append(_ element: String) { lines.append(element) }

  mutating func line(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), colour: String,
    width: Double = 1
  ) {
    lines.append(
      "<path d=\"M\(Self.point(from))L\(Self.point(to))\" "
        + "style=\"stroke:\(colour);stroke-width:\(Self.number(width))\"/>")
  }

  mutating func path(
    _ points: [(x: Double, y: Double)], colour: String, width: Double = 2.25, isDashed: Bool = false
  ) {
    guard !points.isEmpty else { return }
    let dashes = isDashed ? ";stroke-dasharray:3 4" : ""
    lines.append(
      "<path d=\"M\(points.map(Self.point).joined(separator: "L"))\" fill=\"none\" "
        + "stroke-linejoin=\"round\" stroke-linecap=\"round\" "
        + "style=\"stroke:\(colour);stroke-width:\(Self.number(width))\(dashes)\"/>")
  }

  /// Lines that are drawn by one path, as its `d`.
  mutating func strokes(_ outline: String, colour: String, width: Double) {
    lines.append(
      "<path d=\"\(outline)\" style=\"stroke:\(colour);stroke-width:\(Self.number(width))\"/>")
  }

  /// The outline of a mark around a point, as `d` of a path; what is not filled stays a cross.
  enum Mark: CaseIterable {
    case circle, square, triangle, diamond, cross

    var outline: String {
      switch self {
      case .circle: "m-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z"
      case .square: "m-4,-4h8v8h-8z"
      case .triangle: "m0,-5l5,9h-10z"
      case .diamond: "m0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z"
      case .cross: "m-4,-4l8,8m0,-8l-8,8"
      }
    }
  }

  mutating func mark(_ mark: Mark, _ at: (x: Double, y: Double), colour: String) {
    let isOpen = mark == .cross
    lines.append(
      "<path d=\"M\(Self.point(at))\(mark.outline)\" "
        + "style=\"fill:\(isOpen ? "none" : colour);stroke:\(isOpen ? colour : Self.paper)"
        + ";stroke-width:\(isOpen ? "2.25" : "1")\"/>")
  }

  mutating func dot(_ centre: (x: Double, y: Double), colour: String) {
    lines.append(
      "<circle cx=\"\(Self.number(centre.x))\" cy=\"\(Self.number(centre.y))\" r=\"4\" "
        + "style=\"fill:\(colour);stroke:\(Self.paper);stroke-width:1.5\"/>")
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, colour: String, opacity: Double = 1
  ) {
    let faded = opacity < 1 ? ";fill-opacity:\(String(format: "%.2f", opacity))" : ""
    lines.append(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        + "height=\"\(Self.number(height))\" style=\"fill:\(colour)\(faded)\"/>")
  }

  mutating func text(
    _ text: String, _ at: (x: Double, y: Double), anchor: Anchor = .start, colour: String = ink,
    size: Double = 14, isBold: Bool = false
  ) {
    let weight = isBold ? ";font-weight:600" : ""
    lines.append(
      "<text x=\"\(Self.number(at.x))\" y=\"\(Self.number(at.y))\" "
        + "text-anchor=\"\(anchor.rawValue)\" "
        + "style=\"fill:\(colour);font-size:\(Self.number(size))px\(weight)\">"
        + "\(Self.escaped(text))</text>")
  }

  /// The whole file.
  func svg(title: String, description: String) -> String {
    // A narrow drawing keeps its text as large as the page's, and is shown whole on a telephone.
    let size = width < 720 ? "max-width:\(Self.number(width / 16))rem;min-width:0;" : ""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \
      \(Self.number(height))" role="img" aria-labelledby="title" aria-describedby="desc" \
      style="\(size)font-family:var(--figure-font, system-ui, sans-serif);font-variant-numeric:tabular-nums">
      <title id="title">\(Self.escaped(title))</title>
      <desc id="desc">\(Self.escaped(description))</desc>
      \(lines.joined(separator: "\n"))
      </svg>

      """
  }

  static func point(_ point: (x: Double, y: Double)) -> String {
    "\(number(point.x)),\(number(point.y))"
  }
}
