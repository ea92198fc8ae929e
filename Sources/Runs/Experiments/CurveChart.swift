/// A curve with points, lines and guides on it.
public struct CurveChart: Figure {
  /// A place in the chart.
  public typealias Point = (x: Double, y: Double)

  /// A point that is marked, with guides to both axes where it has them.
  public struct Mark: Sendable {
    let name: String
    let at: Point
    let hasGuides: Bool
    let quantity: Quantity?

    /// A point.
    public init(_ name: String, at: Point, hasGuides: Bool = false, _ quantity: Quantity? = .loss) {
      (self.name, self.at, self.hasGuides, self.quantity) = (name, at, hasGuides, quantity)
    }
  }

  /// A straight line.
  public struct Line: Sendable {
    let name: String
    let from: Point
    let to: Point
    let quantity: Quantity?
    let isDashed: Bool
    /// Where its name stands, as a share of the way to its second end.
    let nameAt: Double

    /// A line.
    public init(
      _ name: String, from: Point, to: Point, _ quantity: Quantity? = nil, isDashed: Bool = false,
      nameAt: Double = 1
    ) {
      (self.name, self.from, self.to) = (name, from, to)
      (self.quantity, self.isDashed, self.nameAt) = (quantity, isDashed, nameAt)
    }

    fileprivate var namePlace: Point {
      (from.x + nameAt * (to.x - from.x), from.y + nameAt * (to.y - from.y))
    }
  }

  let title: String
  let description: String
  let x: Axis
  let y: Axis
  let curve: [Point]
  let lines: [Line]
  let marks: [Mark]
  /// A second reading of the upright axis, at the right: what to write there, and at which values.
  let right: (label: String, ticks: [(text: String, at: Double)])?
  let includesZero: Bool

  /// A chart.
  public init(
    title: String, description: String, x: Axis, y: Axis, curve: [Point], lines: [Line] = [],
    marks: [Mark] = [], right: (label: String, ticks: [(text: String, at: Double)])? = nil,
    includesZero: Bool = true
  ) {
    (self.title, self.description, self.x, self.y) = (title, description, x, y)
    (self.curve, self.lines, self.marks) = (curve, lines, marks)
    (self.right, self.includesZero) = (right, includesZero)
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let isWide = breadth == .wide
    var drawing = Drawing(breadth, height: isWide ? 380 : 330)
    let area = PlotArea(
      left: isWide ? 46 : 32, right: breadth.width - (right == nil ? 10 : isWide ? 58 : 54),
      top: 34,
      bottom: drawing.height - 46)
    let points = curve + lines.flatMap { [$0.from, $0.to] } + marks.map(\.at)
    let across = Scale(
      x.kind, around: points.map(\.x) + (x.ticks ?? []), from: area.left, to: area.right,
      includesZero: false, endsOnTicks: false)
    let up = Scale(
      y.kind, around: points.map(\.y) + (y.ticks ?? []), from: area.bottom, to: area.top,
      includesZero: includesZero, endsOnTicks: includesZero)
    func place(_ point: Point) -> Point { (across.position(of: point.x), up.position(of: point.y)) }
    drawAxes(&drawing, across, up, area, size)
    var placer = LabelPlacer(in: area)
    let places = curve.map(place)
    drawing.path(places, colour: Quantity.loss.colour, width: 2.5)
    for (from, to) in zip(places, places.dropFirst()) { placer.avoid(from, to) }
    for mark in marks where mark.hasGuides {
      let at = place(mark.at)
      drawing.path(
        [(area.left, at.y), at, (at.x, area.bottom)],
        colour: mark.quantity?.colour ?? Drawing.quiet,
        width: 1.5, isDashed: true)
      placer.avoid((area.left, at.y), at)
      placer.avoid(at, (at.x, area.bottom))
    }
    for line in lines {
      drawing.path(
        [place(line.from), place(line.to)], colour: line.quantity?.colour ?? Drawing.quiet,
        width: 2,
        isDashed: line.isDashed)
      placer.avoid(place(line.from), place(line.to))
    }
    for mark in marks {
      drawing.dot(place(mark.at), colour: mark.quantity?.colour ?? Drawing.quiet)
      placer.keepOff(place(mark.at), radius: 5)
    }
    let names =
      marks.map { ($0.name, place($0.at), $0.quantity) }
      + lines.map { ($0.name, place($0.namePlace), $0.quantity) }
    for (name, at, quantity) in names where !name.isEmpty {
      let box = placer.place(name, at: at, size: size, isBold: true)
      drawing.label(
        name, (box.x, box.y + 0.8 * box.height), colour: quantity?.colour ?? Drawing.ink,
        size: size,
        isBold: true)
    }
    return drawing.svg(title: title, description: description)
  }

  private func drawAxes(
    _ drawing: inout Drawing, _ across: Scale, _ up: Scale, _ area: PlotArea, _ size: Double
  ) {
    drawing.text(y.label, (2, 16), colour: Drawing.quiet, size: size)
    for tick in y.ticks ?? up.ticks {
      let place = up.position(of: tick)
      let isBase = abs(place - area.bottom) < 0.5
      drawing.line(
        (area.left, place), (area.right, place), colour: isBase ? Drawing.quiet : Drawing.grid)
      drawing.text(
        y.format(tick), (area.left - 6, place + 0.35 * size), anchor: .end, colour: Drawing.quiet,
        size: size)
    }
    for tick in x.ticks ?? across.ticks {
      let place = across.position(of: tick)
      drawing.line((place, area.bottom), (place, area.bottom + 5), colour: Drawing.quiet)
      let isLast = area.right - place < 20 && right == nil
      drawing.text(
        x.format(tick), (isLast ? drawing.width - 2 : place, area.bottom + 20),
        anchor: isLast ? .end : .middle, colour: Drawing.quiet, size: size)
    }
    drawing.text(
      x.label, ((area.left + area.right) / 2, area.bottom + 40), anchor: .middle,
      colour: Drawing.quiet, size: size)
    guard let right else { return }
    drawing.text(
      right.label, (drawing.width - 2, 16), anchor: .end, colour: Drawing.quiet, size: size)
    for tick in right.ticks {
      let place = up.position(of: tick.at)
      drawing.line((area.right, place), (area.right + 5, place), colour: Drawing.quiet)
      drawing.text(
        tick.text, (area.right + 9, place + 0.35 * size), colour: Drawing.quiet, size: size)
    }
  }
}
