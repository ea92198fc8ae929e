import Foundation

/// A product of probabilities built up factor by factor, from above, under several models.
///
/// Each model goes to the right by each factor's length on a logarithmic scale. A factor of 0 leads
/// off the scale, into the lane of zeros, and there the product stays.
public struct FactorChart: Figure {
  /// One model's factors, one for each token.
  public struct Model: Sendable {
    /// What the model is called.
    public let name: String
    /// The factors, one for each token.
    public let factors: [Double]

    /// A model.
    public init(_ name: String, factors: [Double]) { (self.name, self.factors) = (name, factors) }

    /// The product up to each token.
    var products: [Double] {
      var product = 1.0
      return factors.map { factor in
        product *= factor
        return product
      }
    }
  }

  let title: String
  let description: String
  let tokens: [String]
  let models: [Model]
  let parts: (title: String, names: [String], shares: [[Double]])

  /// A chart.
  ///
  /// - Parameters:
  ///   - tokens: what the factors are of.
  ///   - models: at most four.
  ///   - parts: what the last model's factors are sums of: a title, the parts' names, and each
  ///     token's shares, which sum to 1.
  public init(
    title: String, description: String, tokens: [String], models: [Model],
    parts: (title: String, names: [String], shares: [[Double]])
  ) {
    (self.title, self.description, self.tokens) = (title, description, tokens)
    (self.models, self.parts) = (models, parts)
  }

  /// The places of one breadth; `figures/factors.js` of Chapter 1 has the same.
  private struct Layout {
    let size: Double
    let left: Double
    let right: Double
    let lane: (left: Double, right: Double)
    let column: (left: Double, right: Double)
    let legend: [(x: Double, y: Double)]
    let labels: (x: Double, y: Double)
    let names: [Double]
    let top: Double

    var bottom: Double { top + 308 }
    var height: Double { bottom + 36 }

    init(_ breadth: Breadth) {
      size = breadth.textSize
      switch breadth {
      case .wide:
        (left, right, lane, column) = (96, 496, (506, 538), (574, 712))
        (legend, labels) = ([(100, 15), (360, 15), (100, 39), (360, 39)], (92, 72))
        (names, top) = ([96, 190, 270], 110)
      case .narrow:
        (left, right, lane, column) = (64, 240, (246, 270), (282, 356))
        (legend, labels) = ([(10, 13), (10, 34), (10, 55), (10, 76)], (4, 106))
        (names, top) = ([64, 142, 208], 140)
      }
    }

    func x(_ product: Double, decades: Double) -> Double {
      left - log10(product) / decades * (right - left)
    }

    /// How many powers of ten lie between two lines, so that their labels stand apart.
    func step(decades: Double) -> Double {
      [5, 10, 20, 40].first { $0 * (right - left) / decades >= 50 } ?? 80
    }
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let layout = Layout(breadth)
    var drawing = Drawing(breadth, height: layout.height)
    drawLegend(&drawing, layout)
    let decades = drawAxis(&drawing, layout)
    let pitch = (layout.bottom - layout.top) / Double(tokens.count)
    for (index, token) in tokens.enumerated() {
      let y = layout.top + pitch * (Double(index) + 0.5)
      drawing.text(token, (4, y + 5), size: layout.size)
      drawParts(&drawing, parts.shares[index], y: y, layout)
    }
    for (index, model) in models.enumerated() {
      draw(&drawing, model, index, pitch: pitch, decades: decades, layout)
    }
    drawPartNames(&drawing, layout)
    return drawing.svg(title: title, description: description)
  }

  private func drawLegend(_ drawing: inout Drawing, _ layout: Layout) {
    for (index, model) in models.enumerated() {
      let (x, y) = layout.legend[index]
      drawing.mark(Drawing.Mark.allCases[index], (x, y), colour: Drawing.series(index))
      drawing.text(
        "\(model.name) \(Magnitude.small(model.products.last ?? 1))", (x + 11, y + 5),
        colour: Drawing.series(index), size: layout.size, isBold: true)
    }
  }

  /// Draws the powers of ten; returns how many of them the scale has.
  private func drawAxis(_ drawing: inout Drawing, _ layout: Layout) -> Double {
    let least = models.flatMap(\.products).filter { $0 > 0 }.map(log10).min() ?? -1
    let decades = max(5, (-least / 5).rounded(.up) * 5)
    drawing.text(
      "probability so far: less probable →", layout.labels, colour: Drawing.quiet,
      size: layout.size)
    drawing.text(
      parts.title, (layout.column.right, layout.labels.y), anchor: .end, colour: Drawing.quiet,
      size: layout.size)
    for tick in stride(from: 0, through: decades, by: layout.step(decades: decades)) {
      let x = layout.x(pow(10, -tick), decades: decades)
      drawing.line((x, layout.top), (x, layout.bottom), colour: Drawing.grid)
      // The lane of zeros has its own label there.
      guard x < layout.right - 18 else { continue }
      drawing.text(
        tick == 0 ? "1" : Magnitude.power(-Int(tick)), (x, layout.top - 10), anchor: .middle,
        colour: Drawing.quiet, size: layout.size)
    }
    let (left, right) = layout.lane
    drawing.rectangle(
      x: left, y: layout.top, width: right - left, height: layout.bottom - layout.top,
      colour: Drawing.grid, opacity: 0.5)
    drawing.text(
      "0", ((left + right) / 2, layout.top - 10), anchor: .middle, colour: Drawing.quiet,
      size: layout.size, isBold: true)
    return decades
  }

  private func draw(
    _ drawing: inout Drawing, _ model: Model, _ index: Int, pitch: Double, decades: Double,
    _ layout: Layout
  ) {
    let colour = Drawing.series(index)
    let shift = (Double(index) - Double(models.count - 1) / 2) * min(6, pitch / 5)
    let width = layout.lane.right - layout.lane.left - 10
    let track =
      layout.lane.left + 5 + width * Double(index) / Double(max(models.count - 1, 1))
    var x = layout.left
    var isZero = false
    for (place, product) in model.products.enumerated() {
      let y = layout.top + pitch * (Double(place) + 0.5) + shift
      if place > 0 {
        drawing.path([(x, y - pitch), (x, y)], colour: colour, width: 1.5, isDashed: isZero)
      }
      let next = product > 0 ? layout.x(product, decades: decades) : track
      if !isZero {
        drawing.path([(x, y), (next, y)], colour: colour, width: 3, isDashed: product == 0)
        drawing.mark(
          product > 0 ? Drawing.Mark.allCases[index] : .cross, (next, y), colour: colour)
      }
      (x, isZero) = (next, product == 0)
    }
  }

  private func drawParts(
    _ drawing: inout Drawing, _ shares: [Double], y: Double, _ layout: Layout
  ) {
    var x = layout.column.left
    for (index, share) in shares.enumerated() {
      let width = share * (layout.column.right - layout.column.left)
      // A gap of the paper's colour tells the parts apart, whatever one sees of their shades.
      if width > 1 {
        drawing.rectangle(
          x: x, y: y - 7, width: width - 1, height: 14, colour: Drawing.series(models.count - 1),
          opacity: Self.opacity(index))
      }
      x += width
    }
  }

  private func drawPartNames(_ drawing: inout Drawing, _ layout: Layout) {
    for (name, (index, x)) in zip(parts.names, layout.names.enumerated()) {
      drawing.rectangle(
        x: x, y: layout.bottom + 14, width: 14, height: 14,
        colour: Drawing.series(models.count - 1), opacity: Self.opacity(index))
      drawing.text(
        name, (x + 20, layout.bottom + 26), colour: Drawing.quiet, size: layout.size)
    }
  }

  private static func opacity(_ part: Int) -> Double { [1, 0.65, 0.38][min(part, 2)] }
}
