/// A map of named points in the plane.
public struct PointMap: Sendable {
  /// One point.
  public struct Point: Sendable {
    let name: String
    let x: Double
    let y: Double
    let group: Int

    /// A point; points of one group have one colour.
    public init(_ name: String, x: Double, y: Double, group: Int = 0) {
      (self.name, self.x, self.y, self.group) = (name, x, y, group)
    }
  }

  /// The short name of the map, for those who do not see it.
  public var title: String
  /// What the map shows, in sentences, and how it was made.
  public var description: String
  /// The points.
  public var points: [Point]
  /// The names of the groups, written at the top; empty where there is one.
  public var groupNames: [String]

  /// A map of points.
  public init(title: String, description: String, points: [Point], groupNames: [String] = []) {
    (self.title, self.description) = (title, description)
    (self.points, self.groupNames) = (points, groupNames)
  }

  /// The drawing; one unit is equally long in both directions.
  public func svg(height: Double = 560) -> String {
    var drawing = Drawing(height: height)
    let top = groupNames.isEmpty ? 16.0 : 44
    let area = PlotArea(left: 16, right: 704, top: top, bottom: height - 16)
    drawing.rectangle(
      x: area.left, y: area.top, width: area.right - area.left, height: area.bottom - area.top,
      colour: Drawing.grid, opacity: 0.25)
    var along = area.left
    for (group, name) in groupNames.enumerated() {
      drawing.dot((along + 6, 20), colour: Drawing.series(group))
      drawing.text(name, (along + 16, 25), colour: Drawing.series(group), isBold: true)
      along += 34 + 8.2 * Double(name.count)
    }
    let places = places(in: area)
    var taken: [LabelBox] = places.map { LabelBox(x: $0.x - 5, y: $0.y - 5, width: 10, height: 10) }
    // Points further out find room for their names first.
    let middle = (x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2)
    func distance(_ place: (x: Double, y: Double)) -> Double {
      let (x, y) = (place.x - middle.x, place.y - middle.y)
      return x * x + y * y
    }
    let order = places.indices.sorted { (distance(places[$1]), $0) < (distance(places[$0]), $1) }
    for index in order {
      let colour = Drawing.series(points[index].group)
      drawing.dot(places[index], colour: colour)
      let box = LabelBox.best(
        for: points[index].name, at: places[index], in: area, avoiding: taken)
      taken.append(box)
      drawing.text(points[index].name, (box.x, box.y + 12), colour: colour, size: 13)
    }
    return drawing.svg(title: title, description: description)
  }

  private func places(in area: PlotArea) -> [(x: Double, y: Double)] {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max()
    else { return [] }
    let margin = (across: 56.0, up: 24.0)
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

/// The room that a name takes up in a map.
struct LabelBox {
  let x: Double
  let y: Double
  let width: Double
  let height: Double

  /// The place beside a point where the name overlaps least with what is there already.
  static func best(
    for name: String, at point: (x: Double, y: Double), in area: PlotArea,
    avoiding taken: [LabelBox]
  ) -> LabelBox {
    let (width, height) = (7.1 * Double(name.count), 15.0)
    let places = [
      (point.x + 8, point.y - 8), (point.x - 8 - width, point.y - 8),
      (point.x - width / 2, point.y - 22), (point.x - width / 2, point.y + 7),
      (point.x + 7, point.y - 20), (point.x + 7, point.y + 5),
      (point.x - 7 - width, point.y - 20), (point.x - 7 - width, point.y + 5),
    ]
    let boxes = places.map { LabelBox(x: $0.0, y: $0.1, width: width, height: height) }
    func cost(_ box: LabelBox) -> Double {
      let isOutside = box.x < area.left || box.x + width > area.right
      return taken.reduce(isOutside ? 1e6 : 0) { $0 + $1.overlap(with: box) }
    }
    return boxes.min { cost($0) < cost($1) } ?? boxes[0]
  }

  private func overlap(with other: LabelBox) -> Double {
    let across = min(x + width, other.x + other.width) - max(x, other.x)
    let up = min(y + height, other.y + other.height) - max(y, other.y)
    return max(0, across) * max(0, up)
  }
}
