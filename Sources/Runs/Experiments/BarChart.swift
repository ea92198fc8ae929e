/// A chart of upright bars; a bar may be a stack of parts.
public struct BarChart: Figure {
  /// One bar.
  public struct Bar: Sendable {
    /// What stands under the bar.
    public let name: String
    /// The heights of the bar's parts, from below.
    public let parts: [Double]
    /// What stands on top of the bar.
    public let label: String

    /// A bar.
    public init(_ name: String, parts: [Double], label: String) {
      (self.name, self.parts, self.label) = (name, parts, label)
    }
  }

  /// A height to compare bars with, marked across the chart.
  public struct Level: Sendable {
    let name: String
    let value: Double

    /// A height and what it is called.
    public init(_ name: String, value: Double) { (self.name, self.value) = (name, value) }
  }

  /// The short name of the chart, for those who do not see it.
  public var title: String
  /// What the chart shows, in sentences, and how it was made.
  public var description: String
  /// What the bars are.
  public var label: String
  /// The upright axis.
  public var y: Axis
  /// The bars from left to right.
  public var bars: [Bar]
  /// The names of the parts, from below, written beside the last bar; empty where bars have one.
  public var partNames: [String]
  /// The colours of the parts, from below.
  public var colours: [Ink] = [0, 1, 2, 3, 4, 5]
  /// Heights to compare with.
  public var levels: [Level] = []
  /// How high the drawing is, for a page and for a telephone.
  public var height = (wide: 380.0, narrow: 340.0)

  /// A chart of bars.
  public init(
    title: String, description: String, label: String, y: Axis, bars: [Bar],
    partNames: [String] = []
  ) {
    (self.title, self.description, self.label, self.y) = (title, description, label, y)
    (self.bars, self.partNames) = (bars, partNames)
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    var drawing = Drawing(breadth, height: breadth == .wide ? height.wide : height.narrow)
    let totals = bars.map { $0.parts.reduce(0, +) } + levels.map(\.value)
    let (top, bottom) = (50.0, drawing.height - 54)
    let up = Scale(y.kind, around: totals + (y.ticks ?? []), from: bottom, to: top)
    let names = (partNames + levels.map(\.name)).map {
      Drawing.wrapped($0, to: breadth == .wide ? 170 : 80, size: size, isBold: true)
    }
    let widths = names.joined().map { Drawing.room(for: $0, size: size, isBold: true) }
    let area = PlotArea(
      left: y.width(of: up, size: size) + 14,
      right: breadth.width - (widths.max().map { $0 + 14 } ?? 12), top: top, bottom: bottom)
    drawing.verticalAxis(y, up, in: area, size: size)
    for level in levels {
      let y = up.position(of: level.value)
      drawing.path(
        [(area.left, y), (area.right, y)], colour: Drawing.quiet, width: 1.3, isDashed: true)
    }
    for (index, bar) in bars.enumerated() { draw(&drawing, bar, index, up, area, size) }
    drawing.horizontalLabel(label, in: area, size: size)
    drawNames(&drawing, names, up, area, size)
    return drawing.svg(title: title, description: description)
  }

  private func draw(
    _ drawing: inout Drawing, _ bar: Bar, _ index: Int, _ up: Scale, _ area: PlotArea,
    _ size: Double
  ) {
    let slot = (area.right - area.left) / Double(max(bars.count, 1))
    let width = min(slot * 0.66, 84)
    let middle = area.left + (Double(index) + 0.5) * slot
    var below = 0.0
    for (part, value) in bar.parts.enumerated() {
      let (bottom, top) = (up.position(of: below), up.position(of: below + value))
      // A gap of the paper's colour tells the parts apart, whatever one sees of their colours.
      let gap = part > 0 && bottom - top > 2 ? 1.5 : 0
      drawing.rectangle(
        x: middle - width / 2, y: top, width: width, height: bottom - top - gap,
        colour: colours[part % colours.count].css)
      below += value
    }
    drawing.label(
      bar.label, (middle, up.position(of: below) - 7), anchor: .middle, size: size, isBold: true)
    drawing.text(
      bar.name, (middle, area.bottom + 8 + size), anchor: .middle, colour: Drawing.quiet,
      size: size)
  }

  /// Names the parts beside the last bar, and the levels at their right ends.
  private func drawNames(
    _ drawing: inout Drawing, _ names: [[String]], _ up: Scale, _ area: PlotArea, _ size: Double
  ) {
    var below = 0.0
    var middles: [Double] = []
    for value in (bars.last?.parts ?? []).prefix(partNames.count) {
      middles.append(up.position(of: below + value / 2))
      below += value
    }
    middles += levels.map { up.position(of: $0.value) }
    let step = size + 3
    let places = LabelPlacement.spread(
      middles, heights: names.map { Double($0.count) * step + 2 },
      within: area.top...area.bottom - 4)
    for (part, (lines, y)) in zip(names, places).enumerated() {
      let isPart = part < partNames.count
      let first = y + size * 0.36 - Double(lines.count - 1) * step / 2
      for (number, line) in lines.enumerated() {
        drawing.text(
          line, (area.right + 8, first + Double(number) * step),
          colour: isPart ? colours[part % colours.count].css : Drawing.quiet, size: size,
          isBold: isPart)
      }
    }
  }
}
