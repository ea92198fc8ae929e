/// What a tape keeps as it grows and shrinks: for each of its lines, from when until when.
public struct MemoryDiagram: Figure {
  let title: String
  let description: String
  let lineCount: Int

  /// A diagram of a tape with so many lines.
  public init(title: String, description: String, lineCount: Int) {
    (self.title, self.description, self.lineCount) = (title, description, lineCount)
  }

  /// How many blocks are kept at a moment, counted from 1: what lines keep, and gradients.
  ///
  /// Line `i` is made at moment `i`; the way back passes it at moment `2n + 1 − i`.
  func kept(at moment: Int) -> (lines: Int, gradients: Int) {
    (min(moment, 2 * lineCount + 1 - moment), moment > lineCount ? 1 : 0)
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let moments = 2 * lineCount
    let left = breadth == .wide ? 76.0 : 54
    let cell = (breadth.width - left - 4) / Double(moments)
    let (top, pitch) = (52.0, 30.0)
    let ground = top + pitch * Double(lineCount) + 34 + 17 * Double(lineCount + 1)
    var drawing = Drawing(breadth, height: ground + 34)
    let turn = left + cell * Double(lineCount)
    drawing.text("the way down", (left, 16), size: size, isBold: true)
    drawing.text(
      "the way back", (breadth.width - 4, 16), anchor: .end, colour: Quantity.gradient.colour,
      size: size, isBold: true)
    drawing.arrow((left, 30), (turn - 6, 30), colour: Drawing.ink)
    drawing.arrow((turn + 6, 30), (breadth.width - 4, 30), colour: Quantity.gradient.colour)
    drawing.path([(turn, 22), (turn, ground)], colour: Drawing.quiet, width: 1.3, isDashed: true)
    for line in 1...lineCount {
      let y = top + pitch * Double(line - 1)
      drawing.text("line \(line)", (4, y + 17), colour: Drawing.quiet, size: size)
      let start = left + cell * Double(line - 1)
      let end = left + cell * Double(2 * lineCount + 1 - line)
      drawing.box(
        x: start + 1, y: y + 1, width: end - start - 2, height: pitch - 6, colour: Drawing.ink,
        opacity: 0.14, frame: 1)
      drawing.box(
        x: end - cell + 3, y: y + 4, width: cell - 6, height: pitch - 12,
        colour: Quantity.gradient.colour, opacity: 0.75, frame: 0)
    }
    drawing.text(
      "kept at that moment", (4, top + pitch * Double(lineCount) + 20), size: size, isBold: true)
    for moment in 1...moments {
      let x = left + cell * Double(moment - 1)
      let (lines, gradients) = kept(at: moment)
      for block in 0..<lines + gradients {
        let isGradient = block >= lines
        drawing.box(
          x: x + 2, y: ground - 17 * Double(block + 1) + 1, width: cell - 4, height: 15,
          colour: isGradient ? Quantity.gradient.colour : Drawing.ink,
          opacity: isGradient ? 0.75 : 0.14, frame: isGradient ? 0 : 1)
      }
    }
    drawing.line((left, ground), (breadth.width - 4, ground), colour: Drawing.quiet)
    drawing.text(
      "the most, at the turning point", (turn, ground + 20), anchor: .middle, colour: Drawing.quiet,
      size: size)
    return drawing.svg(title: title, description: description)
  }
}
