/// The place of a chart's data inside its drawing, in the drawing's units.
struct PlotArea {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
}

extension Axis {
  /// The values to print on a scale, upright, without crowding.
  func uprightTicks(_ scale: Scale, size: Double) -> [Double] {
    var places: [Double] = []
    return scale.ordered(ticks ?? scale.ticks).filter { tick in
      let place = scale.position(of: tick)
      let isFree = places.allSatisfy { abs($0 - place) >= size * 1.9 }
      if isFree { places.append(place) }
      return isFree
    }
  }

  /// How wide the values printed at an upright scale are.
  func width(of scale: Scale, size: Double) -> Double {
    uprightTicks(scale, size: size).map { Drawing.room(for: format($0), size: size) }.max() ?? 0
  }

  /// The texts, centred at their places, that fit beside each other: those named first stay.
  static func thinned(
    _ texts: [(at: Double, text: String)], size: Double
  ) -> [(at: Double, text: String)] {
    var kept: [(at: Double, text: String)] = []
    for text in texts {
      let half = Drawing.room(for: text.text, size: size) / 2
      let isFree = kept.allSatisfy {
        abs($0.at - text.at) >= half + Drawing.room(for: $0.text, size: size) / 2 + 8
      }
      if isFree { kept.append(text) }
    }
    return kept
  }
}

extension OtherAxis {
  /// The values to print beside a scale of the first axis.
  fileprivate func ticks(beside scale: Scale, size: Double) -> [(at: Double, text: String)] {
    let values = axis.ticks ?? Self.roundNumbers
    var kept: [(at: Double, text: String)] = []
    for value in values {
      let place = original(value)
      guard scale.domain.contains(place) else { continue }
      let at = scale.position(of: place)
      if kept.allSatisfy({ abs($0.at - at) >= size * 1.4 }) {
        kept.append((at, axis.format(value)))
      }
    }
    return kept
  }

  /// How wide the values printed beside a scale are.
  func width(beside scale: Scale, size: Double) -> Double {
    ticks(beside: scale, size: size).map { Drawing.room(for: $0.text, size: size) }.max() ?? 0
  }

  /// Powers of ten, then what lies between them.
  private static var roundNumbers: [Double] {
    let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]
    return powers + powers.flatMap { [2 * $0, 5 * $0] }
  }

  fileprivate func draw(
    _ drawing: inout Drawing, _ scale: Scale, in area: PlotArea, size: Double
  ) {
    drawing.text(
      axis.label, (drawing.width - 4, 18), anchor: .end, colour: Drawing.quiet, size: size)
    for (y, text) in ticks(beside: scale, size: size) {
      drawing.line((area.right, y), (area.right + 5, y), colour: Drawing.quiet)
      drawing.text(text, (area.right + 9, y + size * 0.36), colour: Drawing.quiet, size: size)
    }
  }
}

extension Drawing {
  /// Draws the upright axis: grid lines, their values at the left and the label on top.
  mutating func verticalAxis(
    _ axis: Axis, _ scale: Scale, in area: PlotArea, size: Double = 14
  ) {
    text(axis.label, (4, 18), colour: Self.quiet, size: size)
    for tick in axis.uprightTicks(scale, size: size) {
      let y = scale.position(of: tick)
      let isBase = abs(y - area.bottom) < 0.5
      line((area.left, y), (area.right, y), colour: isBase ? Self.quiet : Self.grid)
      text(
        axis.format(tick), (area.left - 10, y + size * 0.36), anchor: .end, colour: Self.quiet,
        size: size)
    }
    line((area.left, area.bottom), (area.right, area.bottom), colour: Self.quiet)
  }

  /// Draws the values of another axis at the right, and its label on top.
  mutating func rightAxis(_ axis: OtherAxis, _ scale: Scale, in area: PlotArea, size: Double) {
    axis.draw(&self, scale, in: area, size: size)
  }

  /// Draws the values of the level axis, and its label under them.
  mutating func horizontalAxis(_ axis: Axis, _ scale: Scale, in area: PlotArea, size: Double) {
    let ticks = scale.ordered(axis.ticks ?? scale.ticks)
    let texts = ticks.map { (at: scale.position(of: $0), text: axis.format($0)) }
    var fitting = Axis.thinned(texts, size: size)
    if scale.kind == .logarithmic, axis.ticks == nil, fitting.count < texts.count {
      // Powers of ten alone, rather than some numbers between them and others not.
      let powers = zip(texts, ticks).filter { scale.isPower($1) }.map(\.0)
      if powers.count > 1 { fitting = Axis.thinned(powers, size: size) }
    }
    for text in fitting {
      line((text.at, area.bottom), (text.at, area.bottom + 5), colour: Self.quiet)
      self.text(
        text.text, (text.at, area.bottom + 8 + size), anchor: .middle, colour: Self.quiet,
        size: size)
    }
    horizontalLabel(axis.label, in: area, size: size)
  }

  /// Writes the label of the level axis under its values.
  mutating func horizontalLabel(_ label: String, in area: PlotArea, size: Double) {
    let half = Self.room(for: label, size: size) / 2
    let middle = min(max((area.left + area.right) / 2, half + 4), width - half - 4)
    text(
      label, (middle, area.bottom + 16 + 2 * size), anchor: .middle, colour: Self.quiet,
      size: size)
  }
}
