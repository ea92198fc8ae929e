/// A part of the plane in a drawing: one unit is equally long in both directions.
struct Plane {
  let area: PlotArea
  let xs: ClosedRange<Double>
  let ys: ClosedRange<Double>
  /// The length of 1.
  let unit: Double

  /// The plane whose `xs` fill a width; its height follows.
  init(left: Double, right: Double, top: Double, xs: ClosedRange<Double>, ys: ClosedRange<Double>) {
    unit = (right - left) / (xs.upperBound - xs.lowerBound)
    area = PlotArea(
      left: left, right: right, top: top,
      bottom: top + unit * (ys.upperBound - ys.lowerBound))
    (self.xs, self.ys) = (xs, ys)
  }

  /// Where a point of the plane lies in the drawing.
  func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    (
      area.left + (point.x - xs.lowerBound) * unit, area.bottom - (point.y - ys.lowerBound) * unit
    )
  }
}

extension Drawing {
  /// Draws a plane's grid and axes, with whole and half numbers at its border.
  mutating func grid(of plane: Plane, size: Double) {
    let area = plane.area
    func halves(_ range: ClosedRange<Double>) -> [Double] {
      let (first, last) = (
        (range.lowerBound * 2).rounded(.up), (range.upperBound * 2).rounded(.down)
      )
      return stride(from: first, through: last, by: 1).map { $0 / 2 }
    }
    for x in halves(plane.xs) {
      let place = plane.place((x, 0)).x
      line((place, area.top), (place, area.bottom), colour: x == 0 ? Self.quiet : Self.grid)
      text(
        Magnitude.plain(x, digits: 2), (place, area.bottom + size + 4), anchor: .middle,
        colour: Self.quiet, size: size)
    }
    for y in halves(plane.ys) {
      let place = plane.place((0, y)).y
      line((area.left, place), (area.right, place), colour: y == 0 ? Self.quiet : Self.grid)
      text(
        Magnitude.plain(y, digits: 2), (area.left - 6, place + 0.35 * size), anchor: .end,
        colour: Self.quiet, size: size)
    }
  }
}
