/// A chart of upright bars; a bar may be a stack of parts.
public struct BarChart: Sendable {
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

  /// A chart of bars.
  public init(
    title: String, description: String, label: String, y: Axis, bars: [Bar],
    partNames: [String] = []
  ) {
    (self.title, self.description, self.label, self.y) = (title, description, label, y)
    (self.bars, self.partNames) = (bars, partNames)
  }

  /// The drawing.
  public func svg(height: Double = 380) -> String {
    var drawing = Drawing(height: height)
    let right = partNames.isEmpty ? 700.0 : 544
    let area = PlotArea(left: 60, right: right, top: 46, bottom: height - 62)
    let totals = bars.map { $0.parts.reduce(0, +) }
    let up = Scale(y.kind, around: totals + (y.ticks ?? []), from: area.bottom, to: area.top)
    drawing.verticalAxis(y, up, in: area)
    let slot = (area.right - area.left) / Double(max(bars.count, 1))
    let width = min(slot * 0.62, 84)
    for (index, bar) in bars.enumerated() {
      let middle = area.left + (Double(index) + 0.5) * slot
      var below = 0.0
      for (part, value) in bar.parts.enumerated() {
        let (bottom, top) = (up.position(of: below), up.position(of: below + value))
        drawing.rectangle(
          x: middle - width / 2, y: top, width: width, height: bottom - top,
          colour: Drawing.series(part))
        below += value
      }
      drawing.text(
        bar.label, (middle, up.position(of: below) - 8), anchor: .middle, isBold: true)
      drawing.text(bar.name, (middle, area.bottom + 22), anchor: .middle, colour: Drawing.quiet)
    }
    drawing.line(
      (area.left, area.bottom), (area.right, area.bottom), colour: Drawing.quiet)
    drawing.horizontalLabel(label, in: area)
    if let last = bars.last { drawPartNames(&drawing, last, up, area) }
    return drawing.svg(title: title, description: description)
  }

  private func drawPartNames(_ drawing: inout Drawing, _ bar: Bar, _ up: Scale, _ area: PlotArea) {
    var below = 0.0
    var middles: [Double] = []
    for value in bar.parts.prefix(partNames.count) {
      middles.append(up.position(of: below + value / 2))
      below += value
    }
    let places = LabelPlacement.spread(middles, gap: 20, upTo: area.bottom)
    for (part, (name, y)) in zip(partNames, places).enumerated() {
      drawing.text(name, (area.right + 10, y + 5), colour: Drawing.series(part), isBold: true)
    }
  }
}
