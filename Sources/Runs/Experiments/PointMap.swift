/// A map of named points in the plane; one unit is equally long in both directions.
public struct PointMap: Figure {
  /// One point.
  public struct Point: Sendable {
    let name: String
    let x: Double
    let y: Double
    let group: Int

    /// A point; points of one group have one mark and one colour.
    public init(_ name: String, x: Double, y: Double, group: Int = 0) {
      (self.name, self.x, self.y, self.group) = (name, x, y, group)
    }
  }

  let title: String
  let description: String
  let points: [Point]
  let groupNames: [String]

  /// A map of points.
  ///
  /// - Parameter groupNames: what the groups are called, written at the top; empty where there is one.
  public init(title: String, description: String, points: [Point], groupNames: [String] = []) {
    (self.title, self.description) = (title, description)
    (self.points, self.groupNames) = (points, groupNames)
  }

  /// Marks and colours of the groups: none of them is the colour of a quantity.
  private static let kinds: [(mark: Drawing.Mark, colour: String)] = [
    (.circle, Drawing.series(2)), (.square, Drawing.series(6)), (.triangle, Drawing.ink),
    (.diamond, Drawing.series(7)), (.cross, Drawing.quiet),
  ]

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    var key = Drawing(breadth, height: 0)
    let top = drawKey(&key, size)
    let span = (across: span(points.map(\.x)), up: span(points.map(\.y)))
    let room = (breadth.width - 64) * span.up / max(span.across, .leastNormalMagnitude) + 50
    var drawing = Drawing(breadth, height: top + min(560, max(280, room)))
    _ = drawKey(&drawing, size)
    let area = PlotArea(left: 2, right: drawing.width - 2, top: top, bottom: drawing.height - 2)
    drawing.rectangle(
      x: area.left, y: area.top, width: area.right - area.left, height: area.bottom - area.top,
      colour: Drawing.grid, opacity: 0.25)
    let places = places(in: area)
    let boxes = LabelPlacer.arrange(points.map(\.name), at: places, in: area, size: size)
    for (index, point) in points.enumerated() {
      let (mark, colour) = Self.kinds[point.group % Self.kinds.count]
      let (place, box) = (places[index], boxes[index])
      // A group for each point, in their order: a page's script finds the word in it.
      drawing.append("<g>")
      let near = (
        x: min(max(place.x, box.x), box.x + box.width),
        y: min(max(place.y, box.y), box.y + box.height)
      )
      if abs(near.x - place.x) + abs(near.y - place.y) > 14 {
        drawing.line(place, near, colour: colour)
      }
      drawing.mark(mark, place, colour: colour)
      drawing.text(
        point.name, (box.x, box.y + 0.8 * box.height), colour: colour, size: size)
      drawing.append("</g>")
    }
    return drawing.svg(title: title, description: description)
  }

  /// Writes the names of the groups, as many to a line as there is room for.
  ///
  /// - Returns: where the map may begin.
  private func drawKey(_ drawing: inout Drawing, _ size: Double) -> Double {
    var (x, y) = (8.0, 12.0)
    for (group, name) in groupNames.enumerated() {
      let (mark, colour) = Self.kinds[group % Self.kinds.count]
      let width = Drawing.width(of: name, size: size, isBold: true)
      if x + 12 + width > drawing.width { (x, y) = (8, y + size * 1.6) }
      drawing.mark(mark, (x, y), colour: colour)
      drawing.text(name, (x + 10, y + 0.36 * size), colour: colour, size: size, isBold: true)
      x += width + 34
    }
    return groupNames.isEmpty ? 2 : y + 16
  }

  private func span(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }

  private func places(in area: PlotArea) -> [(x: Double, y: Double)] {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max()
    else { return [] }
    let margin = (across: 30.0, up: 24.0)
    let unit = min(
      (area.right - area.left - 2 * margin.across) / max(right - left, .leastNormalMagnitude),
      (area.bottom - area.top - 2 * margin.up) / max(high - low, .leastNormalMagnitude))
    return zip(xs, ys).map { x, y in
      (
        (area.left + area.right) / 2 + (x - (left + right) / 2) * unit,
        (area.top + area.bottom) / 2 - (y - (low + high) / 2) * unit
      )
    }
  }
}
