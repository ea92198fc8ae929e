/// A small matrix above the places of memory that hold it, row after row.
public struct MemoryStrip: Figure {
  let title: String
  let description: String
  let name: String
  let heads: [String]
  let values: [[Double]]
  let lit: Int

  /// A drawing.
  ///
  /// - Parameters:
  ///   - name: what the matrix is called.
  ///   - heads: what its columns are called.
  ///   - values: its rows.
  ///   - lit: the column to follow.
  public init(
    title: String, description: String, name: String, heads: [String], values: [[Double]], lit: Int
  ) {
    (self.title, self.description, self.name) = (title, description, name)
    (self.heads, self.values, self.lit) = (heads, values, lit)
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let columns = heads.count
    let count = columns * values.count
    let cell = (width: breadth == .wide ? 70.0 : 34, height: 34.0)
    let wide = breadth == .wide ? cell.width : 66
    let table = NumberTable(
      values: values, quantity: .context,
      origin: ((breadth.width - wide * Double(columns)) / 2, 30), cell: (wide, 34),
      isLit: { $1 == lit })
    let left = (breadth.width - cell.width * Double(count)) / 2
    let strip = NumberTable(
      values: [Array(values.joined())], quantity: .context, origin: (left, 186), cell: cell,
      isLit: { $1 % columns == lit })
    var drawing = Drawing(breadth, height: 264)
    for (column, head) in heads.enumerated() {
      drawing.text(
        head, (table.middle(0, column).x, 20), anchor: .middle,
        colour: column == lit ? Quantity.context.colour : Drawing.quiet, size: size,
        isBold: column == lit)
    }
    drawing.draw(table, size: size)
    drawing.draw(strip, size: size)
    drawing.frame(
      x: table.middle(0, lit).x - wide / 2, y: 30, width: wide, height: 34 * Double(values.count),
      colour: Quantity.context.colour, stroke: 2.25)
    for place in 0..<count {
      let isLit = place % columns == lit
      let middle = strip.middle(0, place)
      drawing.text(
        "\(place)", (middle.x, 236), anchor: .middle, colour: Drawing.quiet, size: size,
        isBold: isLit)
      guard isLit else { continue }
      let (from, to) = (table.middle(place / columns, lit), (middle.x, 184.0))
      drawing.arrow(
        (from.x - 0.38 * table.cell.width, from.y + 14), to, colour: Quantity.context.colour,
        width: 1.5)
    }
    for row in values.indices {
      let (first, last) = (left + Double(row * columns) * cell.width, Double(columns) * cell.width)
      drawing.frame(
        x: first + 1, y: 186, width: last - 2, height: 34, colour: Drawing.quiet, stroke: 1.5)
      drawing.text(
        "row \(row)", (first + last / 2, 256), anchor: .middle, colour: Drawing.quiet, size: size)
    }
    return drawing.svg(title: title, description: description)
  }
}
