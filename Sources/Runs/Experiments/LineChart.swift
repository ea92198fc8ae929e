/// A chart of lines, each named at its right end.
///
/// A value that is infinite stands in a lane of its own at the top.
public struct LineChart: Figure {
  /// One line.
  public struct Series: Sendable {
    /// The name at the line's end.
    public let name: String
    /// The points from left to right; an infinite height is one in the lane at the top.
    public let points: [(x: Double, y: Double)]
    /// The line's colour.
    public let colour: Ink

    /// A line.
    public init(_ name: String, colour: Ink, points: [(x: Double, y: Double)]) {
      (self.name, self.colour, self.points) = (name, colour, points)
    }
  }

  /// A straight line to compare with, through two points and on to the edges.
  public struct Guide: Sendable {
    let name: String
    let points: (one: (x: Double, y: Double), other: (x: Double, y: Double))

    /// A line through two points.
    public init(
      _ name: String, through one: (x: Double, y: Double), and other: (x: Double, y: Double)
    ) {
      (self.name, points) = (name, (one, other))
    }

    /// A line along which twice as much on the level axis is twice as much on the upright one: it
    /// has slope 1 where both axes are logarithmic.
    public static func proportional(
      _ name: String, through point: (x: Double, y: Double)
    ) -> Guide {
      Guide(name, through: point, and: (point.x * 2, point.y * 2))
    }
  }

  /// What two points of a line have to do with each other, drawn as a step between them.
  public struct Step: Sendable {
    /// Which side of its line the step is on.
    public enum Side: Sendable { case above, below }

    let from: (x: Double, y: Double)
    let to: (x: Double, y: Double)
    let across: String
    let up: String
    let side: Side

    /// A step, such as from a vocabulary to eight times as many words: `across` and `up` name what
    /// changes how, as `× 8 words` and `× 13 time`.
    public init(
      from: (x: Double, y: Double), to: (x: Double, y: Double), across: String, up: String,
      side: Side = .below
    ) {
      (self.from, self.to, self.across, self.up, self.side) = (from, to, across, up, side)
    }
  }

  /// A single point with a name beside it, such as where a line would have to begin.
  public struct Spot: Sendable {
    let name: String
    let at: (x: Double, y: Double)

    /// A point with a name.
    public init(_ name: String, at: (x: Double, y: Double)) { (self.name, self.at) = (name, at) }
  }

  /// A place of the level axis that is marked from bottom to top, such as the end of an epoch.
  public struct Place: Sendable {
    let name: String
    let x: Double

    /// A place; its name stands above the lines, and may be empty.
    public init(_ name: String, x: Double) { (self.name, self.x) = (name, x) }
  }

  /// The short name of the chart, for those who do not see it.
  public var title: String
  /// What the chart shows, in sentences, and how it was made.
  public var description: String
  /// The level axis.
  public var x: Axis
  /// The upright axis.
  public var y: Axis
  /// The upright axis at the right: the same heights, in other words.
  public var right: OtherAxis?
  /// The lines.
  public var series: [Series]
  /// Lines to compare with.
  public var guides: [Guide] = []
  /// What pairs of points have to do with each other.
  public var steps: [Step] = []
  /// Single points.
  public var spots: [Spot] = []
  /// Marked places of the level axis.
  public var places: [Place] = []
  /// How high the drawing is, for a page and for a telephone.
  public var height = (wide: 420.0, narrow: 380.0)

  /// A chart of lines.
  public init(title: String, description: String, x: Axis, y: Axis, series: [Series]) {
    (self.title, self.description, self.x, self.y) = (title, description, x, y)
    self.series = series
  }

  /// The drawing.
  ///
  /// - Precondition: every series has a point, and one of all points is finite.
  public func svg(_ breadth: Breadth) -> String {
    let layout = LineChartLayout(self, breadth)
    var drawing = Drawing(breadth, height: breadth == .wide ? height.wide : height.narrow)
    layout.drawAxes(&drawing)
    layout.drawGuides(&drawing)
    layout.drawLines(&drawing)
    layout.drawNotes(&drawing)
    layout.drawNames(&drawing)
    return drawing.svg(title: title, description: description)
  }
}

/// An axis whose values are those of another axis, said differently.
public struct OtherAxis: Sendable {
  let axis: Axis
  let original: @Sendable (Double) -> Double

  /// An axis.
  ///
  /// - Parameter original: what the first axis calls a value of this one, such as ln for a
  ///   perplexity beside a loss.
  public init(_ axis: Axis, original: @escaping @Sendable (Double) -> Double) {
    (self.axis, self.original) = (axis, original)
  }
}
