import Foundation

/// A product of probabilities built up factor by factor, from above, under several models.
///
/// Each model goes to the right by each factor's length on a logarithmic scale. A factor of 0 leads
/// off the scale, into the lane of zeros, and there the product stays.
public struct FactorChart: Sendable {
  /// One model's factors, one for each token.
  public struct Model: Sendable {
    let name: String
    let factors: [Double]

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

  private static let left = 78.0
  private static let right = 318.0
  private static let lane = (left: 326.0, right: 352.0)
  private static let column = (left: 364.0, right: 456.0)
  private static let top = 96.0
  private static let bottom = 404.0

  /// The drawing; narrow, so that a telephone shows it whole.
  public func svg() -> String {
    var drawing = Drawing(width: 460, height: 438)
    drawLegend(&drawing)
    let decades = drawAxis(&drawing)
    let pitch = (Self.bottom - Self.top) / Double(tokens.count)
    for (index, token) in tokens.enumerated() {
      let y = Self.top + pitch * (Double(index) + 0.5)
      drawing.text(token, (4, y + 5), size: 15)
      drawParts(&drawing, parts.shares[index], y: y)
    }
    for (index, model) in models.enumerated() {
      draw(&drawing, model, index, pitch: pitch, decades: decades)
    }
    drawPartNames(&drawing)
    return drawing.svg(title: title, description: description)
  }

  private func drawLegend(_ drawing: inout Drawing) {
    for (index, model) in models.enumerated() {
      let x = index % 2 == 0 ? 10.0 : 236
      let y = 13 + 23 * Double(index / 2)
      drawing.mark(Drawing.Mark.allCases[index], (x, y), colour: Drawing.series(index))
      drawing.text(
        "\(model.name) \(Magnitude.small(model.products.last ?? 1))", (x + 11, y + 5),
        colour: Drawing.series(index), size: 15, isBold: true)
    }
  }

  /// Draws the powers of ten; returns how many of them the scale has.
  private func drawAxis(_ drawing: inout Drawing) -> Double {
    let least = models.flatMap(\.products).filter { $0 > 0 }.map(log10).min() ?? -1
    let decades = max(5, (-least / 5).rounded(.up) * 5)
    let step = decades > 30 ? 20.0 : decades > 15 ? 10 : 5
    drawing.text("probability so far", (Self.left - 4, 66), colour: Drawing.quiet, size: 14)
    drawing.text(parts.title, (Self.column.left, 66), colour: Drawing.quiet, size: 14)
    for tick in stride(from: 0, through: decades, by: step) {
      let x = Self.x(pow(10, -tick), decades: decades)
      drawing.line((x, Self.top), (x, Self.bottom), colour: Drawing.grid)
      // The lane of zeros has its own label there.
      guard x < Self.right - 18 else { continue }
      drawing.text(
        tick == 0 ? "1" : Magnitude.power(-Int(tick)), (x, 86), anchor: .middle,
        colour: Drawing.quiet, size: 14)
    }
    let (left, right) = Self.lane
    drawing.rectangle(
      x: left, y: Self.top, width: right - left, height: Self.bottom - Self.top,
      colour: Drawing.grid, opacity: 0.5)
    drawing.text(
      "0", ((left + right) / 2, 86), anchor: .middle, colour: Drawing.quiet, size: 14, isBold: true)
    return decades
  }

  private func draw(
    _ drawing: inout Drawing, _ model: Model, _ index: Int, pitch: Double, decades: Double
  ) {
    let colour = Drawing.series(index)
    let shift = (Double(index) - Double(models.count - 1) / 2) * min(6, pitch / 5)
    let track = Self.lane.left + 5 + 16 * Double(index) / Double(max(models.count - 1, 1))
    var x = Self.left
    var isZero = false
    for (place, product) in model.products.enumerated() {
      let y = Self.top + pitch * (Double(place) + 0.5) + shift
      if place > 0 {
        drawing.path([(x, y - pitch), (x, y)], colour: colour, width: 1.5, isDashed: isZero)
      }
      let next = product > 0 ? Self.x(product, decades: decades) : track
      if !isZero {
        drawing.path([(x, y), (next, y)], colour: colour, width: 3, isDashed: product == 0)
        drawing.mark(
          product > 0 ? Drawing.Mark.allCases[index] : .cross, (next, y), colour: colour)
      }
      (x, isZero) = (next, product == 0)
    }
  }

  private func drawParts(_ drawing: inout Drawing, _ shares: [Double], y: Double) {
    var x = Self.column.left
    for (index, share) in shares.enumerated() {
      let width = share * (Self.column.right - Self.column.left)
      // A gap of the paper's colour tells the parts apart, whatever one sees of their shades.
      if width > 1 {
        drawing.rectangle(
          x: x, y: y - 7, width: width - 1, height: 14, colour: Drawing.series(models.count - 1),
          opacity: Self.opacity(index))
      }
      x += width
    }
  }

  private func drawPartNames(_ drawing: inout Drawing) {
    for (index, name) in parts.names.enumerated() {
      let x = Self.left + 120 * Double(index)
      drawing.rectangle(
        x: x, y: 418, width: 14, height: 14, colour: Drawing.series(models.count - 1),
        opacity: Self.opacity(index))
      drawing.text(name, (x + 20, 430), colour: Drawing.quiet, size: 14)
    }
  }

  private static func opacity(_ part: Int) -> Double { [1, 0.6, 0.3][min(part, 2)] }

  private static func x(_ product: Double, decades: Double) -> Double {
    left - log10(product) / decades * (right - left)
  }
}
