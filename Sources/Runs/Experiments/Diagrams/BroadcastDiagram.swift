/// A row that is added to every row of a matrix, and the way back: what was repeated is summed.
public struct BroadcastDiagram: Figure {
  let title: String
  let description: String
  let matrix: [[String]]
  let row: [String]
  let result: [[String]]
  let gradient: [[String]]
  let rowGradient: [String]

  /// A diagram.
  ///
  /// - Precondition: all rows are equally long.
  public init(
    title: String, description: String, matrix: [[String]], row: [String], result: [[String]],
    gradient: [[String]], rowGradient: [String]
  ) {
    for cells in matrix + result + gradient + [rowGradient] {
      precondition(cells.count == row.count, "a row of \(cells.count) ≠ \(row.count) columns")
    }
    (self.title, self.description) = (title, description)
    (self.matrix, self.row, self.result) = (matrix, row, result)
    (self.gradient, self.rowGradient) = (gradient, rowGradient)
  }

  private static let pitch = 32.0

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let isWide = breadth == .wide
    let size = breadth.textSize
    let cell = isWide ? 38.0 : 32
    let rows = Double(matrix.count)
    let (forwards, backwards) = (76 + rows * Self.pitch, 62 + (rows + 2) * Self.pitch)
    var drawing = Drawing(breadth, height: isWide ? backwards : forwards + backwards)
    let table = cell * Double(row.count)
    let step = table + (isWide ? 24 : 26)
    let colour = Quantity.gradient.colour
    // Forwards.
    drawing.text("forwards: b is read again for every row", (4, 16), size: size, isBold: true)
    let top = 60.0
    let names = ["x", "b", "x + b"]
    for (number, name) in names.enumerated() {
      drawing.text(
        name, (4 + Double(number) * step + table / 2, 44), anchor: .middle, colour: Drawing.quiet,
        size: size)
    }
    for line in matrix.indices {
      let y = top + Double(line) * Self.pitch
      drawRow(&drawing, matrix[line], x: 4, y: y, cell: cell, size: size)
      drawRow(
        &drawing, row, x: 4 + step, y: y, cell: cell, size: size, isGhost: line > 0)
      drawRow(&drawing, result[line], x: 4 + 2 * step, y: y, cell: cell, size: size)
      let middle = y + Self.pitch / 2 + 4
      drawing.text("+", (4 + step - (step - table) / 2, middle), anchor: .middle, size: 18)
      drawing.text("=", (4 + 2 * step - (step - table) / 2, middle), anchor: .middle, size: 18)
    }
    // Backwards.
    let (left, upper) = isWide ? (4 + 3 * step + 20, 0.0) : (4 + step / 2, forwards)
    drawing.text(
      "backwards: its gradients add up", (isWide ? left : 4, upper + 16), size: size, isBold: true)
    drawing.text("G", (left + table / 2, upper + 44), anchor: .middle, colour: colour, size: size)
    for line in gradient.indices {
      drawRow(
        &drawing, gradient[line], x: left, y: upper + top + Double(line) * Self.pitch, cell: cell,
        size: size, colour: colour)
    }
    let bottom = upper + top + rows * Self.pitch
    for column in row.indices {
      let x = left + (Double(column) + 0.5) * cell
      drawing.arrow((x, bottom + 3), (x, bottom + 27), colour: colour)
    }
    drawRow(
      &drawing, rowGradient, x: left, y: bottom + 30, cell: cell, size: size, colour: colour)
    drawing.text(
      "gradient of b", (left + table + 10, bottom + 30 + Self.pitch / 2 + 4), colour: colour,
      size: size, isBold: true)
    return drawing.svg(title: title, description: description)
  }

  private func drawRow(
    _ drawing: inout Drawing, _ cells: [String], x: Double, y: Double, cell: Double, size: Double,
    colour: String = Drawing.ink, isGhost: Bool = false
  ) {
    for (column, text) in cells.enumerated() {
      let left = x + Double(column) * cell
      if isGhost {
        drawing.frame(
          x: left, y: y, width: cell, height: Self.pitch - 4, colour: Drawing.quiet,
          isDashed: true)
      } else {
        drawing.box(
          x: left + 0.5, y: y, width: cell - 1, height: Self.pitch - 4, colour: colour,
          opacity: 0.08, frame: 1)
      }
      drawing.text(
        text, (left + cell / 2, y + Self.pitch / 2 + 3), anchor: .middle,
        colour: isGhost ? Drawing.quiet : colour, size: size)
    }
  }
}
