import Foundation

extension Drawing {
  /// The room that a text takes up, in the drawing's units, in the widest of common letters: what
  /// needs room needs it with every reader's font.
  static func room(for text: String, size: Double, isBold: Bool = false) -> Double {
    width(of: text, size: size, isBold: isBold) * (isBold ? 1.18 : 1.12)
  }

  /// A text in lines that take up no more than `width`, broken at spaces only.
  static func wrapped(
    _ text: String, to width: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, room(for: last + " " + word, size: size, isBold: isBold) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Writes lines under each other; the point is that of the first one's base line.
  mutating func lines(
    _ lines: [String], _ at: (x: Double, y: Double), anchor: Anchor = .start,
    colour: String = quiet, size: Double, isBold: Bool = false
  ) {
    for (number, line) in lines.enumerated() {
      text(
        line, (at.x, at.y + Double(number) * (size + 3)), anchor: anchor, colour: colour,
        size: size, isBold: isBold)
    }
  }

  /// Draws a rectangle with round corners, filled with a shade of its frame's colour.
  mutating func box(
    x: Double, y: Double, width: Double, height: Double, colour: String, opacity: Double = 0.12,
    frame: Double = 1.5
  ) {
    append(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        + "height=\"\(Self.number(height))\" rx=\"4\" style=\"fill:\(colour);fill-opacity:"
        + String(format: "%.2f", opacity)
        + (frame > 0 ? ";stroke:\(colour);stroke-width:\(Self.number(frame))" : "") + "\"/>")
  }
}
