import Foundation

/// Vectors of two numbers as arrows in the plane, in one panel or several.
public struct ArrowChart: Figure {
  /// A point of the plane.
  public typealias Point = (x: Double, y: Double)

  /// An arrow, or a line without a head.
  public struct Arrow: Sendable {
    let name: String
    let from: Point
    let to: Point
    let quantity: Quantity?
    /// Whether it stands for how things were, or for what only helps.
    let isFaint: Bool
    let hasHead: Bool
    /// How far to its left it is moved, in units of the drawing, to lie beside another.
    let shift: Double
    let width: Double

    /// An arrow from the origin or from another point; its name, if it has one, stands at its head.
    public init(
      _ name: String = "", from: Point = (0, 0), to: Point, _ quantity: Quantity?,
      isFaint: Bool = false, hasHead: Bool = true, shift: Double = 0, width: Double = 2.5
    ) {
      (self.name, self.from, self.to, self.quantity) = (name, from, to, quantity)
      (self.isFaint, self.hasHead) = (isFaint, hasHead)
      (self.shift, self.width) = (shift, isFaint || !hasHead ? 1.5 : width)
    }
  }

  /// A point with a name, or without.
  public struct Dot: Sendable {
    let name: String
    let at: Point
    let quantity: Quantity?

    /// A point.
    public init(_ name: String = "", at: Point, _ quantity: Quantity?) {
      (self.name, self.at, self.quantity) = (name, at, quantity)
    }
  }

  /// A piece of the plane with what is drawn in it.
  public struct Panel: Sendable {
    let heading: String
    let xs: ClosedRange<Double>
    let ys: ClosedRange<Double>
    let arrows: [Arrow]
    let dots: [Dot]

    /// A panel.
    public init(
      _ heading: String, xs: ClosedRange<Double>, ys: ClosedRange<Double>, arrows: [Arrow],
      dots: [Dot] = []
    ) {
      (self.heading, self.xs, self.ys) = (heading, xs, ys)
      (self.arrows, self.dots) = (arrows, dots)
    }
  }

  let title: String
  let description: String
  let panels: [Panel]

  /// A chart; panels stand side by side, or one below the other where it is narrow.
  public init(title: String, description: String, panels: [Panel]) {
    (self.title, self.description, self.panels) = (title, description, panels)
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let isRow = breadth == .wide
    let columns = isRow ? Double(panels.count) : 1
    let width = (breadth.width - 12) / columns - 40
    var planes: [Plane] = []
    var top = 34.0
    for (index, panel) in panels.enumerated() {
      let left = 40 + (isRow ? Double(index) * (width + 52) : 0)
      let plane = Plane(
        left: left, right: left + width - (isRow ? 12 : 0), top: top, xs: panel.xs, ys: panel.ys)
      planes.append(plane)
      if !isRow { top = plane.area.bottom + 66 }
    }
    var drawing = Drawing(breadth, height: (planes.map(\.area.bottom).max() ?? 0) + 26)
    for (panel, plane) in zip(panels, planes) {
      drawing.text(panel.heading, (plane.area.left, plane.area.top - 14), size: size, isBold: true)
      drawing.draw(panel.arrows, panel.dots, in: plane, size: size)
    }
    return drawing.svg(title: title, description: description)
  }
}

extension Drawing {
  /// Draws arrows and points into a plane, and finds room for their names.
  mutating func draw(
    _ arrows: [ArrowChart.Arrow], _ dots: [ArrowChart.Dot] = [], in plane: Plane, size: Double
  ) {
    grid(of: plane, size: size)
    var placer = LabelPlacer(in: plane.area)
    for arrow in arrows {
      let (from, to) = (plane.place(arrow.from), plane.place(arrow.to))
      let colour = arrow.quantity?.colour ?? Self.quiet
      if arrow.hasHead {
        self.arrow(
          from, to, colour: colour, width: arrow.width, isDashed: arrow.isFaint, shift: arrow.shift)
      } else {
        path([from, to], colour: colour, width: arrow.width, isDashed: arrow.isFaint)
      }
      placer.avoid(from, to)
    }
    for dot in dots {
      self.dot(plane.place(dot.at), colour: dot.quantity?.colour ?? Self.quiet)
      placer.keepOff(plane.place(dot.at), radius: 5)
    }
    for arrow in arrows where !arrow.name.isEmpty {
      let (from, to) = (plane.place(arrow.from), plane.place(arrow.to))
      let box = placer.place(
        arrow.name, at: to, size: size, towards: atan2(from.y - to.y, to.x - from.x), isBold: true)
      label(
        arrow.name, (box.x, box.y + 0.8 * box.height), colour: arrow.quantity?.colour ?? Self.quiet,
        size: size, isBold: true)
    }
    for dot in dots where !dot.name.isEmpty {
      let box = placer.place(dot.name, at: plane.place(dot.at), size: size)
      label(
        dot.name, (box.x, box.y + 0.8 * box.height), colour: dot.quantity?.colour ?? Self.quiet,
        size: size)
    }
  }
}
