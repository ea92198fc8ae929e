/// A table of cells, each the fuller in colour the greater its value.
public struct HeatMap: Figure {
  /// The short name of the chart, for those who do not see it.
  public var title: String
  /// What the chart shows, in sentences, and how it was made.
  public var description: String
  /// The names of the rows, from the top.
  public var rows: [String]
  /// The names of the columns, from the left.
  public var columns: [String]
  /// The values, `[row][column]`, each at least 0.
  public var values: [[Double]]
  /// How a value is printed in its cell.
  public var format: @Sendable (Double) -> String

  /// A table of cells.
  ///
  /// - Precondition: `values` has as many rows and columns as there are names.
  public init(
    title: String, description: String, rows: [String], columns: [String], values: [[Double]],
    format: @escaping @Sendable (Double) -> String = { Magnitude.plain($0, digits: 2) }
  ) {
    precondition(values.count == rows.count, "\(values.count) rows ≠ \(rows.count) names")
    precondition(
      values.allSatisfy { $0.count == columns.count }, "a row has not \(columns.count) values")
    (self.title, self.description, self.rows) = (title, description, rows)
    (self.columns, self.values, self.format) = (columns, values, format)
  }

  /// The colour of the cells.
  public var colour: Ink = 0

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let names = rows.map { Drawing.wrapped($0, to: breadth.width * 0.28, size: size) }
    let widest = names.joined().map { Drawing.room(for: $0, size: size) }.max() ?? 0
    let rowHeight = max(34, Double(names.map(\.count).max() ?? 1) * (size + 3) + 8)
    let (left, right) = (widest + 16, breadth.width - 6)
    let width = (right - left) / Double(max(columns.count, 1))
    let heads = columns.map { Drawing.wrapped($0, to: width - 6, size: size) }
    let top = 10 + Double(heads.map(\.count).max() ?? 1) * (size + 3)
    var drawing = Drawing(breadth, height: top + rowHeight * Double(rows.count) + 8)
    for (column, lines) in heads.enumerated() {
      let x = left + (Double(column) + 0.5) * width
      drawing.lines(
        lines, (x, top - 8 - Double(lines.count - 1) * (size + 3)), anchor: .middle, size: size)
    }
    for (row, lines) in names.enumerated() {
      let y = top + Double(row) * rowHeight
      let first = y + rowHeight / 2 + size * 0.36 - Double(lines.count - 1) * (size + 3) / 2
      drawing.lines(lines, (left - 10, first), anchor: .end, size: size)
      for column in columns.indices {
        drawCell(
          &drawing, values[row][column], x: left + Double(column) * width, y: y, width: width,
          height: rowHeight, size: size)
      }
    }
    return drawing.svg(title: title, description: description)
  }

  private func drawCell(
    _ drawing: inout Drawing, _ value: Double, x: Double, y: Double, width: Double,
    height: Double, size: Double
  ) {
    let greatest = values.joined().max() ?? 1
    // Half the colour at most, so that the ink on it stays readable in either theme.
    drawing.rectangle(
      x: x + 1, y: y + 1, width: width - 2, height: height - 2, colour: colour.css,
      opacity: greatest > 0 ? 0.5 * max(0, value) / greatest : 0)
    drawing.text(
      format(value), (x + width / 2, y + height / 2 + size * 0.36), anchor: .middle, size: size)
  }
}
