/// Rows of numbers as small charts of bars, from which one follows from another: beside each other on a
/// page, under each other on a telephone.
public struct BarPanels: Figure {
  /// One row of numbers.
  public struct Panel: Sendable {
    let name: String
    let note: String
    let values: [Double]
    let ink: Ink

    /// A row of numbers.
    ///
    /// - Parameter note: what is to be seen in it, in a few words; may be empty.
    public init(_ name: String, note: String = "", values: [Double], ink: Ink) {
      (self.name, self.note, self.values, self.ink) = (name, note, values, ink)
    }
  }

  let title: String
  let description: String
  /// What the bars are called, one for each value; empty for numbers.
  let places: [String]
  let panels: [Panel]
  /// What stands between the panels, such as `−` and `=`.
  let signs: [String]

  /// A picture of rows of numbers.
  ///
  /// - Precondition: all rows are equally long, and one sign stands between two of them.
  public init(
    title: String, description: String, places: [String], panels: [Panel], signs: [String]
  ) {
    precondition(
      panels.allSatisfy { $0.values.count == places.count }, "a row has not \(places.count) values")
    precondition(
      signs.count == panels.count - 1, "\(signs.count) signs between \(panels.count) rows")
    (self.title, self.description, self.places) = (title, description, places)
    (self.panels, self.signs) = (panels, signs)
  }

  /// How many digits behind the point are written, at most.
  public var decimals = 2

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let isWide = breadth == .wide
    // Up to three rows stand beside each other, four in two lines of two.
    let columns = isWide ? (panels.count > 3 ? 2 : panels.count) : 1
    let lines = stride(from: 0, to: panels.count, by: columns).map {
      Array($0..<min($0 + columns, panels.count))
    }
    // One scale for all rows: what is as high is as much.
    let all = panels.flatMap(\.values)
    let span = max(max(all.max() ?? 1, 0) - min(all.min() ?? 0, 0), 1e-9)
    let unit = (isWide ? 140 : 92) / span
    let extents = lines.map { line in
      let values = line.flatMap { panels[$0].values }
      return (high: max(values.max() ?? 0, 0) * unit, low: -min(values.min() ?? 0, 0) * unit)
    }
    let heights = extents.map { $0.high + $0.low + 58 + 34 }
    var drawing = Drawing(breadth, height: heights.reduce(0, +))
    let gap = 36.0
    // Where a line does not begin with the first row, a sign stands before it.
    let left = lines.count > 1 ? gap : 0
    let width = (breadth.width - left - gap * Double(columns - 1)) / Double(columns)
    var top = 0.0
    for (number, line) in lines.enumerated() {
      let base = top + 58 + extents[number].high
      for (column, panel) in line.enumerated() {
        let x = left + Double(column) * (width + gap)
        draw(
          &drawing, panels[panel], x: x, top: top, base: base, width: width, unit: unit, breadth)
        guard panel > 0 else { continue }
        drawing.text(
          signs[panel - 1], (x - gap / 2, base + 7), anchor: .middle, size: 24, isBold: true)
      }
      top += heights[number]
    }
    return drawing.svg(title: title, description: description)
  }

  private func draw(
    _ drawing: inout Drawing, _ panel: Panel, x: Double, top: Double, base: Double,
    width: Double, unit: Double, _ breadth: Breadth
  ) {
    let size = breadth.textSize
    drawing.text(panel.name, (x + 2, top + 17), colour: panel.ink.css, size: size, isBold: true)
    drawing.text(panel.note, (x + 2, top + 35), colour: Drawing.quiet, size: size)
    let slot = width / Double(places.count)
    let bar = min(slot * 0.6, 34)
    for (index, value) in panel.values.enumerated() {
      let middle = x + (Double(index) + 0.5) * slot
      drawing.rectangle(
        x: middle - bar / 2, y: value > 0 ? base - value * unit : base, width: bar,
        height: abs(value) * unit, colour: panel.ink.css, opacity: 0.75)
      // The number stands at the bar's end, and the bar's name at its other one.
      let isDown = value < 0
      let end = base - value * unit + (isDown ? size : -5)
      drawing.label(
        number(value), (middle, end), anchor: .middle, size: size)
      if !places[index].isEmpty {
        drawing.text(
          places[index], (middle, isDown ? base - 6 : base + size + 2), anchor: .middle,
          colour: Drawing.quiet, size: size)
      }
    }
    drawing.line((x, base), (x + width, base), colour: Drawing.quiet)
  }

  private func number(_ value: Double) -> String {
    let scale = [1, 10, 100, 1000][min(decimals, 3)]
    return Magnitude.plain((value * Double(scale)).rounded() / Double(scale), digits: 4)
  }
}
