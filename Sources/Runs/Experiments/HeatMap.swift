/// A table of cells, each the fuller in colour the greater its value.
public struct HeatMap: Sendable {
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

  /// The drawing.
  public func svg() -> String {
    let rowHeight = 34.0
    let (left, top) = (150.0, 44.0)
    var drawing = Drawing(height: top + rowHeight * Double(rows.count) + 16)
    let width = (704 - left) / Double(max(columns.count, 1))
    let greatest = values.joined().max() ?? 1
    for (column, name) in columns.enumerated() {
      drawing.text(
        name, (left + (Double(column) + 0.5) * width, top - 14), anchor: .middle,
        colour: Drawing.quiet)
    }
    for (row, name) in rows.enumerated() {
      let y = top + Double(row) * rowHeight
      drawing.text(name, (left - 12, y + rowHeight / 2 + 5), anchor: .end, colour: Drawing.quiet)
      for (column, value) in values[row].enumerated() {
        let x = left + Double(column) * width
        // Half the colour at most, so that the ink on it stays readable in either theme.
        drawing.rectangle(
          x: x + 1, y: y + 1, width: width - 2, height: rowHeight - 2, colour: Drawing.series(0),
          opacity: greatest > 0 ? 0.5 * max(0, value) / greatest : 0)
        drawing.text(
          format(value), (x + width / 2, y + rowHeight / 2 + 5), anchor: .middle, size: 13)
      }
    }
    return drawing.svg(title: title, description: description)
  }
}
