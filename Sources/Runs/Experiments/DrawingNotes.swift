import Foundation

extension Drawing {
  /// Writes a text that lines may pass behind: the paper's colour parts them.
  public mutating func note(
    _ text: String, _ at: (x: Double, y: Double), anchor: Anchor = .start, colour: String = ink,
    size: Double = 14, isBold: Bool = false
  ) {
    add(
      "<text x=\"\(Self.number(at.x))\" y=\"\(Self.number(at.y))\" "
        + "text-anchor=\"\(anchor.rawValue)\" "
        + "style=\"fill:\(colour);font-size:\(Self.number(size))px"
        + "\(isBold ? ";font-weight:600" : "");paint-order:stroke;stroke:\(Self.paper)"
        + ";stroke-width:4;stroke-linejoin:round\">\(Self.escaped(text))</text>")
  }

  /// Draws a line that ends in an arrow's head.
  public mutating func arrow(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), colour: String,
    width: Double = 1.5, isDashed: Bool = false
  ) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 0.1)
    let (ux, uy) = (dx / length, dy / length)
    let head = min(4 + 2.5 * width, length)
    // The line ends inside the head, so that its blunt end is not seen at the point.
    path(
      [from, (to.x - ux * head * 0.7, to.y - uy * head * 0.7)], colour: colour, width: width,
      isDashed: isDashed)
    let base = (x: to.x - ux * head, y: to.y - uy * head)
    let half = head * 0.42
    let corners = [
      to, (base.x - uy * half, base.y + ux * half), (base.x + uy * half, base.y - ux * half),
    ]
    let outline = corners.map { "\(Self.number($0.0)),\(Self.number($0.1))" }
    add("<path d=\"M\(outline.joined(separator: "L"))z\" style=\"fill:\(colour)\"/>")
  }

  /// Draws a rectangle with round corners, filled with a shade and framed.
  public mutating func box(
    x: Double, y: Double, width: Double, height: Double, colour: String, opacity: Double = 0.12,
    frame: Double = 1.5, radius: Double = 4
  ) {
    add(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        + "height=\"\(Self.number(height))\" rx=\"\(Self.number(radius))\" "
        + "style=\"fill:\(colour);fill-opacity:\(String(format: "%.2f", opacity))"
        + (frame > 0 ? ";stroke:\(colour);stroke-width:\(Self.number(frame))" : "") + "\"/>")
  }
}
