import Foundation

/// A sentence with a gap, the vectors of the words around it, their mean, and what is expected there.
///
/// From above: the sentence, each word of the context with its vector as a patch of cells, the mean
/// in the same way, the most probable words with score and probability, the loss.
public struct WindowChart: Figure {
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

  /// Where things stand; `figures/window.js` of chapter 2 draws in the same places.
  struct Layout {
    let width: Double
    let size: Double
    /// How many cells of a vector stand side by side, and how large they are.
    let cells: (across: Int, width: Double, height: Double)
    /// Where the mean's patch ends, and where words, scores and probabilities are written.
    let mean: Double
    let score: (left: Double, right: Double)
    let bar: (left: Double, right: Double)
    let top: Double
    let height: Double

    static func of(_ breadth: Breadth) -> Layout {
      breadth == .wide
        ? Layout(
          width: 720, size: 14, cells: (16, 6, 9), mean: 160, score: (150, 330), bar: (420, 650),
          top: 232, height: 470)
        : Layout(
          width: 360, size: 13, cells: (8, 6, 6), mean: 186, score: (112, 150), bar: (170, 300),
          top: 258, height: 496)
    }
  }

  private static let pitch = 21.0

  let title: String
  let description: String
  let words: [String]
  let vectors: [[Double]]
  let gap: Int
  let context: [Int]
  let bars: [Bar]
  let rest: Double
  let covered: Bar
  let rank: Int
  let vocabularySize: Int

  /// A chart.
  ///
  /// - Parameters:
  ///   - words: the sentence.
  ///   - vectors: the words' input vectors.
  ///   - gap: the place of the covered word.
  ///   - context: the places of the words that are looked at; at least one.
  ///   - bars: the most probable words, the most probable first.
  ///   - rest: the probability of all other words together.
  ///   - covered: the word in the gap.
  ///   - rank: its place among all words, from 1.
  public init(
    title: String, description: String, words: [String], vectors: [[Double]], gap: Int,
    context: [Int], bars: [Bar], rest: Double, covered: Bar, rank: Int, vocabularySize: Int
  ) {
    (self.title, self.description, self.words, self.vectors) = (title, description, words, vectors)
    (self.gap, self.context, self.bars, self.rest) = (gap, context, bars, rest)
    (self.covered, self.rank, self.vocabularySize) = (covered, rank, vocabularySize)
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let layout = Layout.of(breadth)
    var drawing = Drawing(breadth, height: layout.height)
    drawSentence(&drawing, layout)
    drawBars(&drawing, layout)
    drawLoss(&drawing, layout)
    return drawing.svg(title: title, description: description)
  }

  private func drawSentence(_ drawing: inout Drawing, _ layout: Layout) {
    let pitch = layout.width / Double(words.count)
    let patch = (
      width: Double(layout.cells.across) * layout.cells.width, height: patchHeight(layout)
    )
    let middle = layout.width / 2
    let meanTop = layout.mean - patch.height
    for (place, word) in words.enumerated() {
      let x = (Double(place) + 0.5) * pitch
      if place == gap {
        drawing.frame(
          x: x - pitch / 2 + 2, y: 3, width: pitch - 4, height: 28, colour: Quantity.center.colour,
          stroke: 2.25)
      }
      let isNear = context.contains(place)
      let colour =
        place == gap
        ? Quantity.center.colour : isNear ? Quantity.context.colour : Drawing.quiet
      drawing.text(
        word, (x, 22), anchor: .middle, colour: colour, size: layout.size,
        isBold: place == gap || layout.width > 400 && isNear)
      guard isNear else { continue }
      draw(&drawing, vectors[place], x: x - patch.width / 2, y: 40, .context, layout)
      drawing.arrow(
        (x, 44 + patch.height), (middle + (x - middle) * 0.12, meanTop - 4),
        colour: Quantity.hidden.colour, width: 1.25)
    }
    draw(&drawing, mean, x: middle - patch.width / 2, y: meanTop, .hidden, layout)
    drawing.text(
      "v̂, mean of \(context.count)",
      (middle + patch.width / 2 + 10, layout.mean - patch.height / 2 + 5),
      colour: Quantity.hidden.colour, size: layout.size, isBold: true)
  }

  /// How high a vector's patch is.
  private func patchHeight(_ layout: Layout) -> Double {
    let rows = (Double(vectors.first?.count ?? 0) / Double(layout.cells.across)).rounded(.up)
    return rows * layout.cells.height
  }

  /// The mean of the context's vectors.
  private var mean: [Double] {
    (0..<(vectors.first?.count ?? 0)).map { place in
      context.reduce(0) { $0 + vectors[$1][place] } / Double(context.count)
    }
  }

  /// Draws a vector as a patch of cells, row by row; the further from 0 a number, the darker its cell,
  /// and what is below 0 has the colour of slate.
  private func draw(
    _ drawing: inout Drawing, _ vector: [Double], x: Double, y: Double, _ quantity: Quantity,
    _ layout: Layout
  ) {
    let longest = vectors.joined().map(abs).max() ?? 1
    let (across, width, height) = layout.cells
    var outlines: [Int: String] = [:]
    for (index, number) in vector.enumerated() {
      let level = Int((abs(number) / longest * 5).rounded()) * (number < 0 ? -1 : 1)
      guard level != 0 else { continue }
      let (column, row) = (Double(index % across), Double(index / across))
      outlines[level, default: ""] +=
        "M\(Drawing.number(x + column * width)),\(Drawing.number(y + row * height))"
        + "h\(Drawing.number(width))v\(Drawing.number(height))h\(Drawing.number(-width))z"
    }
    for (level, outline) in outlines.sorted(by: { $0.key < $1.key }) {
      drawing.area(
        outline, colour: level < 0 ? Drawing.series(7) : quantity.colour,
        opacity: min(0.99, Double(abs(level)) / 5))
    }
    drawing.frame(
      x: x, y: y, width: Double(across) * width, height: patchHeight(layout),
      colour: Drawing.grid)
  }

  /// The probability at the right end of the scale.
  private var scaleEnd: Double {
    let greatest = bars.first?.probability ?? 1
    return [0.1, 0.2, 0.5].first { greatest <= $0 } ?? 1
  }

  private func drawBars(_ drawing: inout Drawing, _ layout: Layout) {
    let (middle, top) = (layout.width / 2, layout.top)
    let colour = Quantity.prediction.colour
    drawing.arrow(
      (middle, layout.mean + 4), (layout.score.right - 24, top - 40),
      colour: Quantity.center.colour,
      width: 1.25)
    drawing.text(
      "· u of each word", (min(middle, layout.score.right - 24) - 8, top - 48), anchor: .end,
      colour: Quantity.center.colour, size: layout.size)
    drawing.text("expected", (18, top - 20), colour: Drawing.quiet, size: layout.size)
    drawing.text(
      "score z", (layout.score.right, top - 20), anchor: .end, colour: colour, size: layout.size)
    drawing.arrow(
      (layout.score.right + 8, top - 25), (layout.bar.left - 2, top - 25), colour: colour,
      width: 1.25)
    drawing.text(
      layout.width > 400 ? "softmax" : "", ((layout.score.right + layout.bar.left) / 2, top - 32),
      anchor: .middle, colour: colour, size: layout.size)
    drawing.text(
      "probability", (layout.bar.left + 6, top - 20), colour: colour, size: layout.size)
    drawing.text(
      "of \(Magnitude.plain(scaleEnd, digits: 1))", (layout.width - 2, top - 20), anchor: .end,
      colour: Drawing.quiet, size: layout.size)
    for (index, bar) in bars.enumerated() {
      draw(&drawing, bar, line: Double(index), isCovered: index == rank - 1, layout)
    }
    let isBelow = rank > bars.count
    if isBelow { draw(&drawing, covered, line: 8, isCovered: true, layout) }
    let y = top + (isBelow ? 9 : 8) * Self.pitch + 5
    let others = vocabularySize - bars.count - (isBelow ? 1 : 0)
    drawing.text(
      "\(Axis.grouped(Double(others))) others", (18, y), colour: Drawing.quiet, size: layout.size)
    drawing.text(
      Magnitude.small(max(0, rest - (isBelow ? covered.probability : 0))), (layout.width - 2, y),
      anchor: .end, colour: Drawing.quiet, size: layout.size)
  }

  private func draw(
    _ drawing: inout Drawing, _ bar: Bar, line: Double, isCovered: Bool, _ layout: Layout
  ) {
    let y = layout.top + line * Self.pitch
    let colour = isCovered ? Quantity.center.colour : Drawing.ink
    if isCovered { drawing.mark(.diamond, (8, y), colour: colour) }
    drawing.text(bar.word, (18, y + 5), colour: colour, size: layout.size, isBold: isCovered)
    if layout.width > 400 {
      let unit = (layout.score.right - 46 - layout.score.left) / max(bars.first?.score ?? 1, 0.1)
      drawing.rectangle(
        x: layout.score.left, y: y - 7, width: max(0, bar.score * unit), height: 14,
        colour: Quantity.prediction.colour, opacity: 0.4)
    }
    drawing.text(
      Magnitude.grouped(bar.score, decimals: 2), (layout.score.right, y + 5), anchor: .end,
      colour: Drawing.quiet, size: layout.size)
    drawing.rectangle(
      x: layout.bar.left, y: y - 7,
      width: bar.probability / scaleEnd * (layout.bar.right - layout.bar.left), height: 14,
      colour: Quantity.prediction.colour)
    drawing.text(
      Magnitude.small(bar.probability), (layout.width - 2, y + 5), anchor: .end, colour: colour,
      size: layout.size, isBold: isCovered)
  }

  private func drawLoss(_ drawing: inout Drawing, _ layout: Layout) {
    let probability = covered.probability
    drawing.text(
      "loss −ln \(Magnitude.small(probability)) = \(Magnitude.grouped(-log(probability), decimals: 2)) nats",
      (2, layout.height - 8), colour: Quantity.loss.colour, size: layout.size, isBold: true)
    drawing.text(
      "rank \(Axis.grouped(Double(rank)))", (layout.width - 2, layout.height - 8), anchor: .end,
      colour: Quantity.center.colour, size: layout.size, isBold: true)
  }
}
