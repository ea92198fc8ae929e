import Foundation

/// A sentence with a gap, the vectors of the words around it, their mean, and what is expected there.
///
/// From above: a row for each word with its vector as a strip of small bars, the mean in the same
/// way, the most probable words with score and probability, the loss.
public struct WindowChart: Sendable {
  /// What a word of the sentence is to the gap.
  public enum Role: Sendable {
    case gap, context, outside
  }

  /// A word of the sentence.
  public struct Row: Sendable {
    let word: String
    let role: Role
    let vector: [Double]

    /// A word with its input vector.
    public init(_ word: String, role: Role, vector: [Double]) {
      (self.word, self.role, self.vector) = (word, role, vector)
    }
  }

  /// A word that may stand in the gap.
  public struct Bar: Sendable {
    /// The word.
    public let word: String
    /// How probable it is.
    public let probability: Double
    let score: Double

    /// A word with what the model says of it.
    public init(_ word: String, score: Double, probability: Double) {
      (self.word, self.score, self.probability) = (word, score, probability)
    }
  }

  let title: String
  let description: String
  let rows: [Row]
  let bars: [Bar]
  let rest: Double
  let covered: Bar
  let rank: Int
  let vocabularySize: Int

  /// A chart.
  ///
  /// - Parameters:
  ///   - rows: the sentence, at least one word of it context.
  ///   - bars: the most probable words, the most probable first.
  ///   - rest: the probability of all other words together.
  ///   - covered: the word in the gap.
  ///   - rank: its place among all words, from 1.
  public init(
    title: String, description: String, rows: [Row], bars: [Bar], rest: Double, covered: Bar,
    rank: Int,
    vocabularySize: Int
  ) {
    (self.title, self.description, self.rows, self.bars) = (title, description, rows, bars)
    (self.rest, self.covered, self.rank) = (rest, covered, rank)
    self.vocabularySize = vocabularySize
  }

  private static let gapColour = Drawing.series(0)
  private static let contextColour = Drawing.series(1)
  // `figures/window.js` of chapter 2 draws in the same places.
  private static let strip = (left: 100.0, right: 396.0)
  private static let sentence = (top: 26.0, bottom: 222.0)
  private static let mean = 247.0
  private static let score = 154.0
  private static let bar = (left: 172.0, right: 336.0, top: 310.0, pitch: 22.0)

  /// The drawing; narrow, so that a telephone shows it whole.
  public func svg() -> String {
    var drawing = Drawing(width: 400, height: 560)
    drawSentence(&drawing)
    drawMean(&drawing)
    drawBars(&drawing)
    drawLoss(&drawing)
    return drawing.svg(title: title, description: description)
  }

  private func drawSentence(_ drawing: inout Drawing) {
    let (top, bottom) = Self.sentence
    let pitch = (bottom - top) / Double(rows.count)
    drawing.text("window", (4, 15), colour: Drawing.quiet)
    drawing.text("input vectors", (Self.strip.left, 15), colour: Drawing.quiet)
    let inside = rows.indices.filter { rows[$0].role != .outside }
    if let first = inside.first, let last = inside.last {
      drawing.rectangle(
        x: 0, y: top + Double(first) * pitch, width: 400, height: Double(last - first + 1) * pitch,
        colour: Drawing.grid, opacity: 0.35)
    }
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * pitch
      switch row.role {
      case .gap:
        drawing.path(
          [(5, y - 6), (17, y - 6), (17, y + 6), (5, y + 6), (5, y - 6)], colour: Self.gapColour,
          width: 2)
        drawing.text(row.word, (23, y + 5), colour: Self.gapColour, size: 15, isBold: true)
      case .context:
        drawing.text(row.word, (4, y + 5), colour: Self.contextColour, size: 15, isBold: true)
        draw(&drawing, row.vector, y: y, colour: Self.contextColour)
      case .outside:
        drawing.text(row.word, (4, y + 5), colour: Drawing.quiet, size: 15)
      }
    }
  }

  /// The numbers of a vector as bars up and down; the longest of the sentence has 18 units.
  private func draw(_ drawing: inout Drawing, _ vector: [Double], y: Double, colour: String) {
    let (left, right) = Self.strip
    let longest = rows.flatMap(\.vector).map(abs).max() ?? 1
    let width = (right - left) / Double(vector.count)
    drawing.line((left, y), (right, y), colour: Drawing.grid)
    let path = vector.enumerated().map { index, number in
      let x = left + (Double(index) + 0.5) * width
      return "M\(Drawing.number(x)),\(Drawing.number(y))v\(Drawing.number(-18 * number / longest))"
    }
    drawing.strokes(path.joined(), colour: colour, width: width * 0.7)
  }

  private func drawMean(_ drawing: inout Drawing) {
    let context = rows.filter { $0.role == .context }
    let mean = (0..<(context.first?.vector.count ?? 0)).map { place in
      context.reduce(0) { $0 + $1.vector[place] } / Double(context.count)
    }
    drawing.line(
      (0, Self.sentence.bottom + 4), (400, Self.sentence.bottom + 4), colour: Drawing.quiet)
    drawing.text("mean of \(context.count)", (4, Self.mean + 5), size: 15, isBold: true)
    draw(&drawing, mean, y: Self.mean, colour: Drawing.ink)
  }

  /// The probability at the right end of the scale.
  private var scaleEnd: Double {
    let greatest = bars.first?.probability ?? 1
    return [0.1, 0.2, 0.5].first { greatest <= $0 } ?? 1
  }

  private func drawBars(_ drawing: inout Drawing) {
    let (left, right, top, pitch) = Self.bar
    let head = top - 22
    drawing.text("expected", (18, head), colour: Drawing.quiet)
    drawing.text("score", (Self.score, head), anchor: .end, colour: Drawing.quiet)
    drawing.text("0", (left, head), anchor: .middle, colour: Drawing.quiet)
    drawing.text("probability", ((left + right) / 2, head), anchor: .middle, colour: Drawing.quiet)
    drawing.text(
      Magnitude.plain(scaleEnd, digits: 1), (right, head), anchor: .middle, colour: Drawing.quiet)
    for x in [left, right] {
      drawing.line((x, head + 6), (x, top + 7.6 * pitch), colour: Drawing.grid)
    }
    for (index, bar) in bars.enumerated() {
      draw(&drawing, bar, line: Double(index), isCovered: index == rank - 1)
    }
    let isBelow = rank > bars.count
    if isBelow { draw(&drawing, covered, line: 8.25, isCovered: true) }
    let y = top + (isBelow ? 9.25 : 8.25) * pitch + 5
    let others = vocabularySize - bars.count - (isBelow ? 1 : 0)
    drawing.text(
      "\(Axis.grouped(Double(others))) others", (18, y), colour: Drawing.quiet, size: 15)
    drawing.text(
      Magnitude.small(max(0, rest - (isBelow ? covered.probability : 0))), (396, y), anchor: .end,
      colour: Drawing.quiet)
  }

  private func draw(_ drawing: inout Drawing, _ bar: Bar, line: Double, isCovered: Bool) {
    let (left, right, top, pitch) = Self.bar
    let y = top + line * pitch
    let colour = isCovered ? Self.gapColour : Drawing.ink
    if isCovered { drawing.mark(.diamond, (8, y), colour: colour) }
    drawing.text(bar.word, (18, y + 5), colour: colour, size: 15, isBold: isCovered)
    drawing.text(
      String(format: "%.2f", bar.score).replacing("-", with: "−"), (Self.score, y + 5),
      anchor: .end,
      colour: Drawing.quiet)
    drawing.rectangle(
      x: left, y: y - 7, width: bar.probability / scaleEnd * (right - left), height: 14,
      colour: isCovered ? colour : Drawing.quiet)
    drawing.text(
      Magnitude.small(bar.probability), (396, y + 5), anchor: .end, colour: colour,
      isBold: isCovered)
  }

  private func drawLoss(_ drawing: inout Drawing) {
    let y = Self.bar.top + 11 * Self.bar.pitch
    let probability = covered.probability
    drawing.text(
      "loss −ln \(Magnitude.small(probability)) = \(String(format: "%.2f", -log(probability))) nats",
      (4, y), colour: Self.gapColour, size: 15, isBold: true)
    drawing.text(
      "rank \(Axis.grouped(Double(rank)))", (396, y), anchor: .end, colour: Self.gapColour,
      isBold: true)
  }
}
