extension LineChartLayout {
  /// Lines to compare with, thin and dashed.
  func drawGuides(_ drawing: inout Drawing) {
    for guide in chart.guides {
      let (start, end) = clipped(guide)
      drawing.path([start, end], colour: Drawing.quiet, width: 1.3, isDashed: true)
      // One that leaves through the right edge is named there, with the lines.
      guard end.x < area.right - 1 || chart.right != nil else { continue }
      let hasRoom = end.x + 8 + Drawing.room(for: guide.name, size: size) < area.right
      drawing.label(
        guide.name, (end.x + (hasRoom ? 8 : -8), end.y + size + 2),
        anchor: hasRoom ? .start : .end, colour: Drawing.quiet, size: size)
    }
  }

  /// The part of a guide that lies among the axes, from left to right.
  func clipped(_ guide: LineChart.Guide) -> (
    start: (x: Double, y: Double), end: (x: Double, y: Double)
  ) {
    let (one, other) = (place(guide.points.one), place(guide.points.other))
    let slope = (other.y - one.y) / (other.x - one.x)
    func at(_ x: Double) -> (x: Double, y: Double) {
      let y = one.y + slope * (x - one.x)
      if y < area.top { return (one.x + (area.top - one.y) / slope, area.top) }
      if y > area.bottom { return (one.x + (area.bottom - one.y) / slope, area.bottom) }
      return (x, y)
    }
    return (at(across.range.start), at(area.right))
  }

  /// The steps between pairs of points.
  func drawNotes(_ drawing: inout Drawing) {
    for step in chart.steps {
      let (from, to) = (place(step.from), place(step.to))
      let isBelow = step.side == .below
      let corner = isBelow ? (x: to.x, y: from.y) : (x: from.x, y: to.y)
      drawing.path([from, corner, to], colour: Drawing.ink, width: 1.2, isDashed: true)
      // A name stands outside of the step's corner, away from the line.
      let isUpwards = (from.y < to.y) == isBelow
      drawing.label(
        step.across, ((from.x + to.x) / 2, corner.y + (isUpwards ? -7 : size + 4)),
        anchor: .middle, size: size)
      drawing.label(
        step.up, (corner.x + (isBelow ? 7 : -7), (from.y + to.y) / 2 + size * 0.36),
        anchor: isBelow ? .start : .end, size: size)
    }
  }
}
