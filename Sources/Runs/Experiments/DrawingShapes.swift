import Foundation

extension Drawing {
  /// How wide a text is, at the most; which font a page has is not known.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0.0) { sum, scalar in
      switch scalar {
      case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", "’", "'", "|", "(", ")", " ", "·":
        sum + 0.34
      case "m", "w", "M", "W", "%", "▢", "—": sum + 0.88
      case "A"..."Z", "−", "+", "=", "×", "→", "Σ": sum + 0.68
      case "\u{300}"..."\u{36F}": sum
      default: sum + 0.57
      }
    }
    return ems * size * (isBold ? 1.06 : 1)
  }

  /// An area inside an outline, the `d` of a path.
  mutating func area(_ outline: String, colour: String, opacity: Double = 1) {
    append(
      "<path d=\"\(outline)\" style=\"fill:\(colour)"
        + (opacity < 1 ? ";fill-opacity:\(String(format: "%.2f", opacity))" : "") + "\"/>")
  }

  /// The border of a rectangle.
  mutating func frame(
    x: Double, y: Double, width: Double, height: Double, colour: String, stroke: Double = 1,
    isDashed: Bool = false
  ) {
    path(
      [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)], colour: colour,
      width: stroke, isDashed: isDashed)
  }

  /// An arrow with its head at `to`; `shift` moves it to its left, so that two can lie side by side.
  mutating func arrow(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), colour: String,
    width: Double = 2.25, isDashed: Bool = false, shift: Double = 0
  ) {
    let (across, up) = (to.x - from.x, to.y - from.y)
    let length = (across * across + up * up).squareRoot()
    guard length > 0.5 else { return }
    let (x, y) = (across / length, up / length)
    let head = min(5 + 2 * width, length)
    func point(_ along: Double, _ beside: Double) -> (x: Double, y: Double) {
      (from.x + along * x + (beside + shift) * y, from.y + along * y - (beside + shift) * x)
    }
    path(
      [point(0, 0), point(length - head, 0)], colour: colour, width: width, isDashed: isDashed)
    let outline = [
      point(length, 0), point(length - head, head / 2), point(length - head, -head / 2),
    ]
    area("M" + outline.map(Self.point).joined(separator: "L") + "z", colour: colour)
  }

  /// A text that stays legible on lines: the paper's colour surrounds its letters.
  mutating func label(
    _ text: String, _ at: (x: Double, y: Double), anchor: Anchor = .start, colour: String = ink,
    size: Double = 14, isBold: Bool = false
  ) {
    append(
      "<text x=\"\(Self.number(at.x))\" y=\"\(Self.number(at.y))\" "
        + "text-anchor=\"\(anchor.rawValue)\" style=\"fill:\(colour);font-size:\(Self.number(size))px"
        + ";stroke:\(Self.paper);stroke-width:4;paint-order:stroke;stroke-linejoin:round"
        + "\(isBold ? ";font-weight:600" : "")\">\(Self.escaped(text))</text>")
  }
}
