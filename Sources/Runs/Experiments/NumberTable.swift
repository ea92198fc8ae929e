/// A small matrix of numbers as cells, some of them lit.
struct NumberTable {
  let values: [[Double]]
  let quantity: Quantity
  /// Where the upper left cell begins.
  let origin: (x: Double, y: Double)
  let cell: (width: Double, height: Double)
  /// Whether the cell in a row and a column is lit.
  let isLit: (Int, Int) -> Bool

  /// The middle of a cell.
  func middle(_ row: Int, _ column: Int) -> (x: Double, y: Double) {
    (
      origin.x + (Double(column) + 0.5) * cell.width, origin.y + (Double(row) + 0.5) * cell.height
    )
  }
}

extension Drawing {
  /// Draws a table of numbers.
  mutating func draw(_ table: NumberTable, size: Double) {
    for (row, values) in table.values.enumerated() {
      for (column, value) in values.enumerated() {
        let middle = table.middle(row, column)
        let isLit = table.isLit(row, column)
        let (x, y) = (middle.x - table.cell.width / 2, middle.y - table.cell.height / 2)
        rectangle(
          x: x + 1, y: y + 1, width: table.cell.width - 2, height: table.cell.height - 2,
          colour: table.quantity.colour, opacity: isLit ? 0.3 : 0.1)
        text(
          Magnitude.plain(value, digits: 3), (middle.x, middle.y + 0.36 * size), anchor: .middle,
          colour: isLit ? Self.ink : Self.quiet, size: size, isBold: isLit)
      }
    }
  }
}
