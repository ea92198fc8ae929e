/// A chart of lines, each named at its right end.
public struct LineChart: Sendable {
  /// One line.
  public struct Series: Sendable {
    /// The name at the line's end.
    public let name: String
    /// The points from left to right.
    public let points: [(x: Double, y: Double)]
    /// The number of the line's colour, from 0.
    public let colour: Int

    /// A line.
    public init(_ name: String, colour: Int, points: [(x: Double, y: Double)]) {
      (self.name, self.colour, self.points) = (name, colour, points)
    }
  }

  /// The short name of the chart, for those who do not see it.
  public var title: String
  /// What the chart shows, in sentences, and how it was made.
  public var description: String
  /// The level axis.
  public var x: Axis
  /// The upright axis.
  public var y: Axis
  /// The lines.
  public var series: [Series]
  /// Room at the right for the lines' names, in units of 1/720 of the width.
  public var labelWidth = 150.0

  /// A chart of lines.
  public init(title: String, description: String, x: Axis, y: Axis, series: [Series]) {
    (self.title, self.description, self.x, self.y) = (title, description, x, y)
    self.series = series
  }

  /// The drawing.
  ///
  /// - Precondition: every series has a point.
  public func svg(height: Double = 400) -> String {
    var drawing = Drawing(height: height)
    let area = PlotArea(left: 60, right: 720 - labelWidth, top: 46, bottom: height - 62)
    let points = series.flatMap(\.points)
    // Ticks of the caller's own mark single cases: they get room at the left, and no zero.
    let inset = x.ticks == nil ? 0.0 : 36
    let across = Scale(
      x.kind, around: points.map(\.x) + (x.ticks ?? []), from: area.left + inset,
      to: area.right, includesZero: x.ticks == nil, endsOnTicks: false)
    let up = Scale(
      y.kind, around: points.map(\.y) + (y.ticks ?? []), from: area.bottom, to: area.top)
    drawing.verticalAxis(y, up, in: area)
    for tick in x.ticks ?? across.ticks {
      let place = across.position(of: tick)
      drawing.line((place, area.bottom), (place, area.bottom + 5), colour: Drawing.quiet)
      drawing.text(
        x.format(tick), (place, area.bottom + 22), anchor: .middle, colour: Drawing.quiet, size: 13)
    }
    drawing.horizontalLabel(x.label, in: area)
    for line in series {
      let places = line.points.map { (x: across.position(of: $0.x), y: up.position(of: $0.y)) }
      drawing.path(places, colour: Drawing.series(line.colour))
      for place in places { drawing.dot(place, colour: Drawing.series(line.colour)) }
    }
    drawNames(&drawing, across, up, area)
    return drawing.svg(title: title, description: description)
  }

  private func drawNames(
    _ drawing: inout Drawing, _ across: Scale, _ up: Scale, _ area: PlotArea
  ) {
    let ends = series.compactMap(\.points.last)
    let places = LabelPlacement.spread(
      ends.map { up.position(of: $0.y) }, gap: 20, upTo: area.bottom - 10)
    for ((line, end), y) in zip(zip(series, ends), places) {
      drawing.text(
        line.name, (across.position(of: end.x) + 12, y + 5), colour: Drawing.series(line.colour),
        isBold: true)
    }
  }
}
