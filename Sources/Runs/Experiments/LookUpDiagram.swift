/// A table with a column for each word, one of them lit, and the columns as arrows in the plane.
public struct LookUpDiagram: Figure {
  let title: String
  let description: String
  let words: [String]
  let vectors: [[Double]]
  let lit: Int

  /// A diagram.
  ///
  /// - Parameters:
  ///   - vectors: two numbers for each word.
  ///   - lit: the word that is looked up.
  public init(
    title: String, description: String, words: [String], vectors: [[Double]], lit: Int
  ) {
    (self.title, self.description) = (title, description)
    (self.words, self.vectors, self.lit) = (words, vectors, lit)
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let isWide = breadth == .wide
    let colour = Quantity.context.colour
    let plane = Plane(
      left: isWide ? 430 : 56, right: isWide ? 706 : 332, top: isWide ? 40 : 262,
      xs: -0.1...1.25, ys: -0.1...1.25)
    var drawing = Drawing(breadth, height: plane.area.bottom + 26)
    // Where there is room beside it, the table stands at half the plane's height.
    let top = isWide ? 112.0 : 76
    drawing.text("V: a column for each word", (4, top - 48), size: size, isBold: true)
    let table = NumberTable(
      values: (0..<2).map { row in vectors.map { $0[row] } }, quantity: .context,
      origin: (4, top), cell: (isWide ? 74 : 70, 40), isLit: { $1 == lit })
    drawing.draw(table, size: size)
    for (column, word) in words.enumerated() {
      let isLit = column == lit
      drawing.text(
        word, (table.middle(0, column).x, top - 10), anchor: .middle,
        colour: isLit ? colour : Drawing.quiet, size: size, isBold: isLit)
      drawing.text(
        isLit ? "1" : "0", (table.middle(0, column).x, top + 112), anchor: .middle,
        colour: isLit ? Drawing.ink : Drawing.quiet, size: size, isBold: isLit)
    }
    drawing.frame(
      x: table.middle(0, lit).x - table.cell.width / 2, y: top, width: table.cell.width, height: 80,
      colour: colour, stroke: 2.25)
    drawing.text("x, one-hot: it names a column", (4, top + 138), colour: Drawing.quiet, size: size)
    drawing.text(
      "the five columns in the plane", (plane.area.left, plane.area.top - 14), size: size,
      isBold: true)
    drawing.draw(
      words.indices.map { word in
        .init(
          words[word], to: (vectors[word][0], vectors[word][1]), .context, shift: shift(word),
          width: word == lit ? 4 : 2)
      }, in: plane, size: size)
    return drawing.svg(title: title, description: description)
  }

  /// Moves an arrow off a longer one that points the same way.
  private func shift(_ word: Int) -> Double {
    let vector = vectors[word]
    let isOnAnother = vectors.contains { other in
      vector[0] * other[1] == vector[1] * other[0]
        && vector[0] * vector[0] + vector[1] * vector[1] < other[0] * other[0] + other[1] * other[1]
    }
    return isOnAnother ? 6 : 0
  }
}
