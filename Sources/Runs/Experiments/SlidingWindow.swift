/// A window that slides over a sentence: a row for each word that is covered in turn.
public struct SlidingWindow: Figure {
  let title: String
  let description: String
  let words: [String]
  let halfWidth: Int

  /// A drawing of all places of a window with `halfWidth` words on either side.
  public init(title: String, description: String, words: [String], halfWidth: Int) {
    (self.title, self.description) = (title, description)
    (self.words, self.halfWidth) = (words, halfWidth)
  }

  private static let top = 34.0

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let (left, pitch, gap) = breadth == .wide ? (4.0, 46.0, 8.0) : (2, 40, 3)
    let right = breadth == .wide ? 620.0 : 358
    let width = (right - left) / Double(words.count)
    var drawing = Drawing(breadth, height: Self.top + Double(words.count) * pitch + 6)
    drawKey(&drawing, size)
    for centre in words.indices {
      let y = Self.top + (Double(centre) + 0.5) * pitch
      let (first, last) = (
        max(0, centre - halfWidth), min(words.count - 1, centre + halfWidth)
      )
      // The part of the window that hangs over an end of the sentence is not there.
      drawing.rectangle(
        x: left + Double(first) * width, y: y - pitch / 2 + 3,
        width: Double(last - first + 1) * width, height: pitch - 6, colour: Drawing.grid,
        opacity: 0.45)
      for (place, word) in words.enumerated() {
        let x = left + Double(place) * width
        let (box, height) = ((x: x + gap / 2, width: width - gap), pitch - 14)
        switch abs(place - centre) {
        case 0:
          drawing.frame(
            x: box.x, y: y - height / 2, width: box.width, height: height,
            colour: Quantity.center.colour, stroke: 2.25)
        case 1...halfWidth:
          drawing.rectangle(
            x: box.x, y: y - height / 2, width: box.width, height: height,
            colour: Quantity.context.colour, opacity: 0.14)
        default: break
        }
        let isCentre = place == centre
        let isNear = abs(place - centre) <= halfWidth
        drawing.text(
          word, (x + width / 2, y + 0.36 * size), anchor: .middle,
          colour: isCentre
            ? Quantity.center.colour : isNear ? Quantity.context.colour : Drawing.quiet,
          size: size, isBold: isNear && breadth == .wide)
      }
      if breadth == .wide {
        drawing.text(
          "\(last - first) words", (right + 16, y + 0.36 * size), colour: Quantity.context.colour,
          size: size)
      }
    }
    return drawing.svg(title: title, description: description)
  }

  private func drawKey(_ drawing: inout Drawing, _ size: Double) {
    drawing.frame(x: 4, y: 7, width: 15, height: 13, colour: Quantity.center.colour, stroke: 2.25)
    drawing.text("centre", (26, 18), colour: Quantity.center.colour, size: size, isBold: true)
    let next = 26 + Drawing.width(of: "centre", size: size, isBold: true) + 16
    drawing.rectangle(
      x: next, y: 7, width: 15, height: 13, colour: Quantity.context.colour, opacity: 0.3)
    drawing.text(
      "context, up to \(halfWidth) on each side", (next + 22, 18),
      colour: Quantity.context.colour, size: size)
  }
}
