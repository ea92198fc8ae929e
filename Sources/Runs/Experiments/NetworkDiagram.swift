/// A network as groups of numbers, with the tables that lead from one to the next: from left to right
/// on a page, from above on a telephone.
public struct NetworkDiagram: Figure {
  /// A group of cells: the numbers that stand at one place of the network.
  public struct Layer: Sendable {
    let name: String
    let shape: String
    let columns: [String]
    let cells: Int
    let filled: [Int: Double]
    let quantity: Quantity

    /// A layer.
    ///
    /// - Parameters:
    ///   - name: what stands beside it.
    ///   - shape: how many numbers it has.
    ///   - columns: a name for each of its vectors; one without a name where it is a single one.
    ///   - cells: how many cells to draw for a vector.
    ///   - filled: how strongly to fill some cells, in 0…1; the others are filled faintly.
    ///   - quantity: what it is, which says its colour.
    public init(
      _ name: String, shape: String, columns: [String] = [""], cells: Int,
      filled: [Int: Double] = [:], _ quantity: Quantity
    ) {
      (self.name, self.shape, self.columns, self.cells) = (name, shape, columns, cells)
      (self.filled, self.quantity) = (filled, quantity)
    }
  }

  /// What leads from a layer to the next: its name, the shape of its table, and its colour.
  public typealias Step = (name: String, shape: String, quantity: Quantity)

  let title: String
  let description: String
  let layers: [Layer]
  let steps: [Step]

  /// A diagram.
  ///
  /// - Precondition: there is a step between any two neighbouring layers.
  public init(title: String, description: String, layers: [Layer], steps: [Step]) {
    precondition(steps.count + 1 == layers.count, "\(layers.count) layers, \(steps.count) steps")
    (self.title, self.description) = (title, description)
    (self.layers, self.steps) = (layers, steps)
  }

  private static let cell = 14.0

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let isWide = breadth == .wide
    var drawing = Drawing(
      breadth, height: isWide ? 360 : 64 + Double(layers.count - 1) * 92 + 20)
    for (index, step) in steps.enumerated() { draw(&drawing, step, index, breadth) }
    for (index, layer) in layers.enumerated() { draw(&drawing, layer, index, breadth) }
    return drawing.svg(title: title, description: description)
  }

  /// The place of a layer along the way through the network.
  private func place(_ index: Int, _ breadth: Breadth) -> Double {
    breadth == .wide
      ? 96 + Double(index) * (720 - 96 - 48) / Double(max(layers.count - 1, 1))
      : 46 + Double(index) * 92
  }

  /// Where the layer's vectors begin, across the way, and how long one is.
  private func extent(
    of layer: Layer, _ breadth: Breadth
  ) -> (starts: [Double], length: Double) {
    let isWide = breadth == .wide
    let length = Double(layer.cells) * (isWide ? Self.cell : layer.cells > 3 ? 13 : Self.cell)
    // Words side by side need room for their names.
    let pitch = isWide ? length + 10 : max(length + 10, 48)
    let middle = isWide ? 178.0 : 121
    let count = Double(layer.columns.count)
    return (
      layer.columns.indices.map { middle + (Double($0) - (count - 1) / 2) * pitch - length / 2 },
      length
    )
  }

  private func draw(
    _ drawing: inout Drawing, _ step: Step, _ index: Int, _ breadth: Breadth
  ) {
    let size = breadth.textSize
    let isWide = breadth == .wide
    let (from, to) = (place(index, breadth) + 10, place(index + 1, breadth) - 12)
    let (here, there) = (extent(of: layers[index], breadth), extent(of: layers[index + 1], breadth))
    let isPaired = here.starts.count == there.starts.count && here.starts.count > 1
    for (number, start) in here.starts.enumerated() {
      let targets = isPaired ? [there.starts[number]] : there.starts
      for target in targets {
        let (one, other) = (start + here.length / 2, target + there.length / 2)
        drawing.arrow(
          isWide ? (from, one) : (one, from), isWide ? (to, other) : (other, to),
          colour: step.quantity.colour, width: 1.25)
      }
    }
    if isWide {
      let x = (from + to) / 2
      drawing.text(
        step.name, (x, 18), anchor: .middle, colour: step.quantity.colour, size: size, isBold: true)
      drawing.text(step.shape, (x, 36), anchor: .middle, colour: Drawing.quiet, size: size)
    } else {
      let y = (from + to) / 2 + 4
      drawing.text(
        step.name, (254, step.shape.isEmpty ? y : y - 8), colour: step.quantity.colour, size: size,
        isBold: true)
      drawing.text(step.shape, (254, y + 9), colour: Drawing.quiet, size: size)
    }
  }

  private func draw(_ drawing: inout Drawing, _ layer: Layer, _ index: Int, _ breadth: Breadth) {
    let size = breadth.textSize
    let isWide = breadth == .wide
    let (along, colour) = (place(index, breadth), layer.quantity.colour)
    let extent = extent(of: layer, breadth)
    let pitch = extent.length / Double(layer.cells)
    for (name, start) in zip(layer.columns, extent.starts) {
      for cell in 0..<layer.cells {
        let across = start + Double(cell) * pitch
        drawing.rectangle(
          x: isWide ? along - 7 : across + 1, y: isWide ? across + 1 : along - 7,
          width: isWide ? 14 : pitch - 2, height: isWide ? pitch - 2 : 14, colour: colour,
          opacity: layer.filled[cell] ?? 0.2)
      }
      if isWide {
        drawing.text(
          name, (along - 15, start + extent.length / 2 + 5), anchor: .end, colour: colour,
          size: size)
      } else {
        drawing.text(
          name, (start + extent.length / 2, along - 14), anchor: .middle, colour: colour, size: size
        )
      }
    }
    let place = isWide ? (along, 328.0) : (254, along - 1)
    drawing.text(
      layer.name, place, anchor: isWide ? .middle : .start, colour: colour, size: size, isBold: true
    )
    drawing.text(
      layer.shape, (place.0, place.1 + 18), anchor: isWide ? .middle : .start,
      colour: Drawing.quiet,
      size: size)
  }
}
