/// A network as columns of numbers, from left to right, with the tables that lead from one to the
/// next.
public struct NetworkDiagram: Sendable {
  /// A column of cells: the numbers that stand at one place of the network.
  public struct Layer: Sendable {
    let name: String
    let shape: String
    let columns: [String]
    let cells: Int
    let filled: [Int: Double]
    let colour: Int

    /// A layer.
    ///
    /// - Parameters:
    ///   - name: what stands under it.
    ///   - shape: how many numbers it has.
    ///   - columns: a name for each of its vectors, one above the other; one without a name where it
    ///     is a single one.
    ///   - cells: how many cells to draw for a vector; a gap stands for the others.
    ///   - filled: how strongly to fill some cells, in 0…1; the others are filled faintly.
    ///   - colour: the index of its colour.
    public init(
      _ name: String, shape: String, columns: [String] = [""], cells: Int,
      filled: [Int: Double] = [:], colour: Int
    ) {
      (self.name, self.shape, self.columns, self.cells) = (name, shape, columns, cells)
      (self.filled, self.colour) = (filled, colour)
    }
  }

  /// The short name of the diagram, for those who do not see it.
  public var title: String
  /// What it shows, in sentences, and how it was made.
  public var description: String
  /// The layers, from left to right.
  public var layers: [Layer]
  /// What leads from each layer to the next, and the shape of its table; empty where it has none.
  public var steps: [(name: String, shape: String)]

  /// A diagram.
  ///
  /// - Precondition: there is a step between any two neighbouring layers.
  public init(
    title: String, description: String, layers: [Layer], steps: [(name: String, shape: String)]
  ) {
    precondition(steps.count + 1 == layers.count, "\(layers.count) layers, \(steps.count) steps")
    (self.title, self.description) = (title, description)
    (self.layers, self.steps) = (layers, steps)
  }

  private static let cell = 13.0
  private static let middle = 190.0

  /// The drawing.
  public func svg() -> String {
    var drawing = Drawing(height: 380)
    let places = places()
    for (index, step) in steps.enumerated() {
      drawStep(&drawing, step, from: layers[index], to: layers[index + 1], places, index)
    }
    for (layer, x) in zip(layers, places) { draw(layer, at: x, in: &drawing) }
    return drawing.svg(title: title, description: description)
  }

  /// The middle of each layer: the first needs room for names at its left.
  private func places() -> [Double] {
    let hasNames = layers.first.map { $0.columns.contains { !$0.isEmpty } } ?? false
    let first = hasNames ? 104.0 : 52
    let gap = (668 - first) / Double(max(layers.count - 1, 1))
    return layers.indices.map { first + Double($0) * gap }
  }

  /// The heights at which a layer's vectors begin, and the height of one.
  private func extent(of layer: Layer) -> (starts: [Double], height: Double) {
    let height = Double(layer.cells) * Self.cell
    let gap = 10.0
    let total = Double(layer.columns.count) * (height + gap) - gap
    let starts = layer.columns.indices.map {
      Self.middle - total / 2 + Double($0) * (height + gap)
    }
    return (starts, height)
  }

  private func drawStep(
    _ drawing: inout Drawing, _ step: (name: String, shape: String), from layer: Layer,
    to next: Layer, _ places: [Double], _ index: Int
  ) {
    let (from, to) = (places[index] + Self.cell / 2 + 3, places[index + 1] - Self.cell / 2 - 3)
    let (here, there) = (extent(of: layer), extent(of: next))
    let isPaired = here.starts.count == there.starts.count
    for (number, start) in here.starts.enumerated() {
      let targets = isPaired ? [there.starts[number]] : there.starts
      for target in targets {
        drawing.line(
          (from, start + here.height / 2), (to, target + there.height / 2), colour: Drawing.quiet)
      }
    }
    let x = (from + to) / 2
    drawing.text(step.name, (x, 24), anchor: .middle, isBold: true)
    drawing.text(step.shape, (x, 43), anchor: .middle, colour: Drawing.quiet, size: 13)
  }

  private func draw(_ layer: Layer, at x: Double, in drawing: inout Drawing) {
    let extent = extent(of: layer)
    for (name, start) in zip(layer.columns, extent.starts) {
      for cell in 0..<layer.cells {
        drawing.rectangle(
          x: x - Self.cell / 2, y: start + Double(cell) * Self.cell + 1, width: Self.cell,
          height: Self.cell - 2, colour: Drawing.series(layer.colour),
          opacity: layer.filled[cell] ?? 0.25)
      }
      drawing.text(
        name, (x - Self.cell / 2 - 8, start + extent.height / 2 + 5), anchor: .end,
        colour: Drawing.series(layer.colour))
    }
    drawing.text(
      layer.name, (x, 344), anchor: .middle, colour: Drawing.series(layer.colour), isBold: true)
    drawing.text(layer.shape, (x, 363), anchor: .middle, colour: Drawing.quiet, size: 13)
  }
}
