/// Where everything of a chart of lines stands, for one breadth.
struct LineChartLayout {
  let chart: LineChart
  let size: Double
  let area: PlotArea
  let across: Scale
  let up: Scale
  /// The middle of the lane of infinite values; nil where there are none.
  let lane: Double?
  /// The names at the lines' ends, in lines of their own; those of the guides come last.
  private let names: [[String]]

  /// How high the lane of infinite values is, with the gap below it.
  private static let laneHeight = (band: 28.0, gap: 12.0)

  init(_ chart: LineChart, _ breadth: Breadth) {
    self.chart = chart
    size = breadth.textSize
    let size = size
    let points = chart.series.flatMap(\.points) + chart.spots.map(\.at)
    let finite = points.map(\.y).filter(\.isFinite)
    let height = breadth == .wide ? chart.height.wide : chart.height.narrow
    let hasLane = points.contains { $0.y.isInfinite }
    let top = 44 + (chart.places.contains { !$0.name.isEmpty } ? 22 : 0.0)
    let laneSpace = hasLane ? Self.laneHeight.band + Self.laneHeight.gap : 0
    let bottom = height - 54
    up = Scale(
      chart.y.kind, around: finite + (chart.y.ticks ?? []), from: bottom, to: top + laneSpace,
      includesZero: chart.y.includesZero)
    lane = hasLane ? top + Self.laneHeight.band / 2 : nil
    let left = chart.y.width(of: up, size: size) + 14
    var margin = 16.0
    if let right = chart.right {
      // Names stand inside then.
      names = []
      margin = right.width(beside: up, size: size) + 14
    } else {
      let widest = breadth == .wide ? 190.0 : 104
      names = (chart.series.map(\.name) + chart.guides.map(\.name)).map {
        Drawing.wrapped($0, to: widest, size: size, isBold: true)
      }
      let widths = names.joined().map { Drawing.room(for: $0, size: size, isBold: true) }
      margin = max(margin, (widths.max() ?? 0) + 16)
    }
    area = PlotArea(left: left, right: breadth.width - margin, top: top + laneSpace, bottom: bottom)
    // Ticks of the caller's own mark single cases: they get room at the left, and no zero.
    let inset = chart.x.ticks != nil ? size * 1.6 : chart.x.kind == .logarithmic ? 10 : 0
    across = Scale(
      chart.x.kind, around: points.map(\.x) + (chart.x.ticks ?? []), from: area.left + inset,
      to: area.right, includesZero: chart.x.ticks == nil && chart.x.includesZero,
      endsOnTicks: false)
  }

  /// The place of a point; an infinite one lies in the lane.
  func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    (across.position(of: point.x), point.y.isFinite ? up.position(of: point.y) : lane ?? area.top)
  }

  func drawAxes(_ drawing: inout Drawing) {
    drawing.verticalAxis(chart.y, up, in: area, size: size)
    if let right = chart.right { drawing.rightAxis(right, up, in: area, size: size) }
    if let lane {
      let band = Self.laneHeight.band
      drawing.rectangle(
        x: area.left, y: lane - band / 2, width: area.right - area.left, height: band,
        colour: Drawing.grid, opacity: 0.5)
      drawing.text(
        "∞", (area.left - 10, lane + size * 0.45), anchor: .end, colour: Drawing.quiet,
        size: size * 1.4)
    }
    for mark in chart.places {
      let x = across.position(of: mark.x)
      drawing.line((x, area.top), (x, area.bottom), colour: Drawing.grid)
    }
    let named = chart.places.filter { !$0.name.isEmpty }
    let texts = named.map { (at: across.position(of: $0.x), text: $0.name) }
    for text in Axis.thinned(texts, size: size) {
      drawing.text(
        text.text, (text.at, area.top - 8), anchor: .middle, colour: Drawing.quiet, size: size)
    }
    drawing.horizontalAxis(chart.x, across, in: area, size: size)
  }

  func drawLines(_ drawing: inout Drawing) {
    for (number, line) in chart.series.enumerated() {
      let places = line.points.map(place)
      let colour = line.colour.css
      let firstInfinite = line.points.firstIndex { $0.y.isInfinite } ?? line.points.count
      drawing.path(Array(places[..<firstInfinite]), colour: colour)
      if firstInfinite < places.count {
        // Up into the lane, and along it: the line is broken, for no height is that far away.
        drawing.path(
          Array(places[max(0, firstInfinite - 1)...]), colour: colour, isDashed: true)
      }
      guard line.points.count <= 12 else { continue }
      for (index, place) in places.enumerated() {
        let mark: Drawing.Mark = index < firstInfinite ? Self.mark(number) : .cross
        drawing.mark(mark, place, colour: colour)
      }
    }
    for spot in chart.spots {
      let place = place(spot.at)
      drawing.mark(.diamond, place, colour: Drawing.ink)
      drawing.label(spot.name, (place.x + 10, place.y + size * 0.36), size: size, isBold: true)
    }
  }

  /// The shape of a line's marks: what tells lines apart for those who see no colours.
  private static func mark(_ number: Int) -> Drawing.Mark {
    Drawing.Mark.allCases[number % (Drawing.Mark.allCases.count - 1)]
  }

  func drawNames(_ drawing: inout Drawing) {
    guard chart.right == nil else { return drawInnerNames(&drawing) }
    var labels: [(end: (x: Double, y: Double), lines: [String], colour: String)] = []
    for (number, line) in chart.series.enumerated() {
      guard let end = line.points.last else { continue }
      labels.append((place(end), names[number], line.colour.css))
    }
    for (number, guide) in chart.guides.enumerated() {
      let end = clipped(guide).end
      guard end.x >= area.right - 1 else { continue }
      labels.append((end, names[chart.series.count + number], Drawing.quiet))
    }
    let step = size + 3
    let places = LabelPlacement.spread(
      labels.map(\.end.y), heights: labels.map { Double($0.lines.count) * step + 2 },
      within: 34...area.bottom - 10)
    for (label, y) in zip(labels, places) {
      let first = y + size * 0.36 - Double(label.lines.count - 1) * step / 2
      for (number, line) in label.lines.enumerated() {
        drawing.text(
          line, (label.end.x + 11, first + Double(number) * step), colour: label.colour,
          size: size, isBold: label.colour != Drawing.quiet)
      }
    }
  }

  /// Names above the lines' ends, where the right margin belongs to an axis.
  private func drawInnerNames(_ drawing: inout Drawing) {
    for line in chart.series where !line.name.isEmpty {
      guard let end = line.points.last.map(place) else { continue }
      drawing.label(
        line.name, (end.x - 4, end.y - 12), anchor: .end, colour: line.colour.css, size: size,
        isBold: true)
    }
  }
}
