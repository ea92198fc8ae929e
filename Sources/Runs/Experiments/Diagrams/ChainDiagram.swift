/// A sentence taken apart from left to right: a row for each token, with what stands before it and
/// how probable it is after that.
public struct ChainDiagram: Figure {
  let title: String
  let description: String
  let tokens: [String]
  let factors: [Double]

  /// A diagram.
  ///
  /// - Precondition: there is a factor for each token.
  public init(title: String, description: String, tokens: [String], factors: [Double]) {
    precondition(
      tokens.count == factors.count, "\(tokens.count) tokens ≠ \(factors.count) factors")
    (self.title, self.description) = (title, description)
    (self.tokens, self.factors) = (tokens, factors)
  }

  private static let word = Quantity.word.colour
  private static let history = Quantity.history.colour

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let pitch = 32.0
    let top = 34.0
    var drawing = Drawing(breadth, height: top + pitch * Double(tokens.count) + 46)
    let widths = tokens.map { Drawing.room(for: $0, size: size, isBold: true) + 18 }
    let right = breadth.width - 4
    let before = "what stands there"
    drawing.text(before, (4, 16), colour: Self.history, size: size)
    drawing.text(
      "and what comes next", (14 + Drawing.room(for: before, size: size), 16), colour: Self.word,
      size: size,
      isBold: true)
    if breadth == .wide {
      drawing.text(
        "is how probable?", (right, 16), anchor: .end, colour: Drawing.quiet, size: size)
    }
    for (row, token) in tokens.enumerated() {
      let y = top + pitch * Double(row)
      let x = drawHistory(&drawing, widths, row: row, y: y, breadth)
      drawing.box(
        x: x, y: y, width: widths[row], height: 25, colour: Self.word, opacity: 0.16, frame: 2)
      drawing.text(
        token, (x + widths[row] / 2, y + 17.5), anchor: .middle, colour: Self.word, size: size,
        isBold: true)
      let number = Magnitude.small(factors[row])
      drawing.text(number, (right, y + 17.5), anchor: .end, size: size)
      let end = right - Drawing.room(for: number, size: size) - 6
      drawing.path(
        [(x + widths[row] + 6, y + 13), (end, y + 13)], colour: Drawing.grid, isDashed: true)
    }
    let y = top + pitch * Double(tokens.count)
    drawing.line((right - 110, y), (right, y), colour: Drawing.quiet)
    drawing.text(
      "the product: " + Magnitude.small(factors.reduce(1, *)), (right, y + 24), anchor: .end,
      size: size + 1, isBold: true)
    return drawing.svg(title: title, description: description)
  }

  /// Draws what stands before a token; returns where the token goes. On a telephone it is as many
  /// small blocks, without their words.
  private func drawHistory(
    _ drawing: inout Drawing, _ widths: [Double], row: Int, y: Double, _ breadth: Breadth
  ) -> Double {
    var x = 4.0
    for place in 0..<row {
      let width = breadth == .wide ? widths[place] : 14
      drawing.box(
        x: x, y: y, width: width, height: 25, colour: Self.history, opacity: 0.16, frame: 0)
      if breadth == .wide {
        drawing.text(
          tokens[place], (x + width / 2, y + 17.5), anchor: .middle, colour: Self.history,
          size: breadth.textSize)
      }
      x += width + (breadth == .wide ? 5 : 3)
    }
    return x
  }
}
