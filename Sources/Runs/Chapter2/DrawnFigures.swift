import Experiments

/// What is drawn beside the example: memory, slopes, a shadow.
func drawnFigures(of results: Results) throws -> [(name: String, figure: any Figure)] {
  [
    ("rows", try rows(results)), ("slopes", try slopes(results)), ("shadow", try shadow(results)),
  ]
}

private func rows(_ results: Results) throws -> MemoryStrip {
  let vectors = try results.rows("example.input")
  return MemoryStrip(
    title: "A matrix in memory",
    description:
      "V with two rows and five columns, and below it the ten places of one array, in which "
      + "the second row follows the first. The column of cat has places 1 and 6, five apart. "
      + results.provenance,
    name: "V", heads: try results.texts("example.vocabulary"),
    values: (0..<2).map { row in vectors.map { $0[row] } }, lit: 1)
}

private func slopes(_ results: Results) throws -> CurveChart {
  func number(_ key: String) throws -> Double { try results.number("example.slopes.\(key)") }
  let (theta, h) = (try number("theta"), try number("h"))
  let (slope, oneSided, central) = (
    try number("slope"), try number("oneSided"), try number("central")
  )
  let ends = try results.numbers("example.slopes.ends")
  let losses = try results.numbers("example.slopes.losses")
  let offsets = try results.numbers("example.slopes.offsets")
  func text(_ value: Double) -> String { Magnitude.grouped(value, decimals: 3) }
  let reach = h * 1.2
  let floor = ends[1] - 1.3 * reach * abs(slope)
  return CurveChart(
    title: "A derivative and two differences",
    description: "The loss rises as one number of U grows, ever more steeply. At θ = "
      + "\(Magnitude.plain(theta, digits: 2)) the tangent has the slope \(text(slope)). The line "
      + "through the curve at θ and θ + h has \(text(oneSided)) and leaves the tangent; the line "
      + "through θ − h and θ + h has \(text(central)) and is nearly parallel to it. Here h is "
      + "\(Magnitude.plain(h, digits: 2)), far too great, so that the error can be seen. "
      + results.provenance,
    x: Axis("θ, the first number of puddle in U"), y: Axis("loss J"),
    curve: zip(offsets, losses).map { (theta + $0, $1) },
    lines: [
      .init(
        "tangent \(text(slope))", from: (theta - reach, ends[1] - reach * slope),
        to: (theta + reach, ends[1] + reach * slope), .gradient, nameAt: 0.22),
      .init(
        "both sides \(text(central))", from: (theta - h, ends[0]), to: (theta + h, ends[2]),
        nameAt: 0.45),
      .init(
        "dashed, one side \(text(oneSided))", from: (theta, ends[1]), to: (theta + h, ends[2]),
        isDashed: true, nameAt: 0.3),
      .init(
        "error × h", from: (theta + h, ends[1] + h * slope), to: (theta + h, ends[2]), .gradient,
        nameAt: 0.4),
      .init("h", from: (theta - h, floor), to: (theta, floor), nameAt: 0.5),
      .init("h", from: (theta, floor), to: (theta + h, floor), nameAt: 0.5),
    ]
      + [(theta - h, ends[0]), (theta, ends[1]), (theta + h, ends[1] + h * slope)].map {
        .init("", from: $0, to: ($0.0, floor), isDashed: true)
      },
    marks: [
      .init("θ − h", at: (theta - h, ends[0])), .init("θ", at: (theta, ends[1])),
      .init("θ + h", at: (theta + h, ends[2])),
    ], includesZero: false)
}

private func shadow(_ results: Results) throws -> ArrowChart {
  let points = try results.rows("example.shadow.points")
  let direction = try results.numbers("example.shadow.direction")
  let reach = try results.numbers("example.shadow.reach")
  func place(_ along: Double) -> (x: Double, y: Double) {
    (along * direction[0], along * direction[1])
  }
  return ArrowChart(
    title: "The shadow of a cloud",
    description:
      "\(points.count) points in the plane, a cloud that is long from the lower left to the "
      + "upper right. A line through its middle in its widest direction, w; from each point a dashed "
      + "line falls on it at a right angle, and the feet are the shadow: they keep as much of the "
      + "spread as one number for each point can. " + results.provenance,
    panels: [
      .init(
        "X w is how far each point reaches along w", xs: -1.7...1.7, ys: -1.05...1.05,
        arrows: [.init(from: place(-1.8), to: place(1.8), nil, hasHead: false)]
          + zip(points, reach).map {
            .init(from: ($0[0], $0[1]), to: place($1), nil, isFaint: true, hasHead: false)
          } + [.init("w", to: place(1), nil)],
        dots: points.map { .init(at: ($0[0], $0[1]), .context) }
          + reach.map { .init(at: place($0), nil) })
    ])
}
