/// The same words in several rows of bars, one below the other: what becomes of their numbers.
public struct BarRows: Figure {
  /// A row of bars.
  public struct Row: Sendable {
    let name: String
    /// What is done to get from this row to the next.
    let step: String
    let values: [Double]
    let decimals: Int
    /// How strongly its bars are filled.
    let strength: Double

    /// A row.
    public init(
      _ name: String, values: [Double], decimals: Int, step: String = "", strength: Double = 1
    ) {
      (self.name, self.values, self.decimals) = (name, values, decimals)
      (self.step, self.strength) = (step, strength)
    }
  }

  let title: String
  let description: String
  let words: [String]
  let rows: [Row]
  let marked: Int

  /// A drawing of rows.
  ///
  /// - Parameter marked: the word whose bars have a border.
  public init(title: String, description: String, words: [String], rows: [Row], marked: Int) {
    (self.title, self.description, self.words) = (title, description, words)
    (self.rows, self.marked) = (rows, marked)
  }

  private static let room = 92.0

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let isWide = breadth == .wide
    let left = isWide ? 150.0 : 2
    let pitch = (breadth.width - 2 - left) / Double(words.count)
    let head = isWide ? 8.0 : 26
    let height = Self.room + head + (isWide ? 36 : 46)
    var drawing = Drawing(breadth, height: Double(rows.count) * height + 30)
    for (index, row) in rows.enumerated() {
      let top = Double(index) * height + head + 18
      drawing.text(
        row.name, (2, isWide ? top + Self.room / 2 : top - 26), size: size, isBold: true)
      let base = draw(&drawing, row, top: top, left: left, pitch: pitch, size: size)
      drawing.line((left, base), (breadth.width - 2, base), colour: Drawing.quiet)
      if !row.step.isEmpty {
        drawing.text(
          "↓ " + row.step, (left + (isWide ? 8 : 2), top + Self.room + 22), colour: Drawing.quiet,
          size: size)
      }
    }
    for (index, word) in words.enumerated() {
      drawing.text(
        word, (left + (Double(index) + 0.5) * pitch, drawing.height - 8), anchor: .middle,
        colour: Quantity.center.colour, size: size, isBold: true)
    }
    return drawing.svg(title: title, description: description)
  }

  /// Draws a row's bars with their numbers.
  ///
  /// - Returns: the height of its zero.
  private func draw(
    _ drawing: inout Drawing, _ row: Row, top: Double, left: Double, pitch: Double, size: Double
  ) -> Double {
    let low = min(0, row.values.min() ?? 0)
    let unit = Self.room / ((row.values.max() ?? 1) - low)
    let base = top + Self.room + low * unit
    for (index, value) in row.values.enumerated() {
      let middle = left + (Double(index) + 0.5) * pitch
      let width = min(pitch * 0.56, 56)
      let y = base - max(0, value) * unit
      drawing.rectangle(
        x: middle - width / 2, y: y, width: width, height: abs(value) * unit,
        colour: Quantity.prediction.colour, opacity: row.strength)
      if index == marked {
        drawing.frame(
          x: middle - width / 2, y: y, width: width, height: abs(value) * unit,
          colour: Quantity.center.colour, stroke: 2.25)
      }
      let text = Magnitude.grouped(value, decimals: row.decimals)
      drawing.text(text, (middle, y - 5), anchor: .middle, size: size, isBold: index == marked)
    }
    return base
  }
}
