/// A part of a trie as a tree that grows to the right, and one of its entries.
public struct TrieDiagram: Figure {
  /// One n-gram of the trie.
  public struct Node: Sendable {
    let tokens: [String]
    let count: Int

    /// An n-gram and how often it was seen.
    public init(_ tokens: [String], count: Int) { (self.tokens, self.count) = (tokens, count) }
  }

  let title: String
  let description: String
  let nodes: [Node]
  let shown: [String]
  let entry: [(name: String, value: String)]

  /// A diagram.
  ///
  /// - Parameters:
  ///   - nodes: in the order of their rows; a node follows its prefix, where that is drawn.
  ///   - shown: the n-gram whose entry is shown, and whose suffix is pointed at.
  ///   - entry: what the entry holds.
  public init(
    title: String, description: String, nodes: [Node], shown: [String],
    entry: [(name: String, value: String)]
  ) {
    (self.title, self.description, self.nodes) = (title, description, nodes)
    (self.shown, self.entry) = (shown, entry)
  }

  private static let pitch = 38.0
  private static let boxHeight = 27.0
  private static let top = 38.0

  /// The row of each node: that of its first longer one, else a row of its own.
  private var rows: [Int] {
    var rows = [Int](repeating: 0, count: nodes.count)
    var next = -1
    for (index, node) in nodes.enumerated() {
      let isFirst = index > 0 && nodes[index - 1].tokens == Array(node.tokens.dropLast())
      if !isFirst { next += 1 }
      rows[index] = next
    }
    return rows
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let size = breadth.textSize
    let rows = rows
    let bottom = Self.top + Self.pitch * Double((rows.max() ?? 0) + 1)
    var drawing = Drawing(breadth, height: bottom + 92)
    let depth = nodes.map(\.tokens.count).max() ?? 1
    let width = breadth == .wide ? 150.0 : 100
    let step = (breadth.width - width - 4) / Double(max(depth - 1, 1))
    func left(_ node: Node) -> Double { 2 + Double(node.tokens.count - 1) * step }
    func middle(_ index: Int) -> Double {
      Self.top + Self.pitch * Double(rows[index]) + Self.boxHeight / 2
    }
    for length in 1...depth {
      drawing.text(
        length == 1 ? "1 word" : "\(length) words",
        (2 + Double(length - 1) * step + width / 2, 18), anchor: .middle, colour: Drawing.quiet,
        size: size)
    }
    for (index, node) in nodes.enumerated() {
      let prefix = nodes.firstIndex { $0.tokens == Array(node.tokens.dropLast()) }
      if let prefix {
        let bend = left(node) - (step - width) / 2
        drawing.path(
          [
            (left(nodes[prefix]) + width, middle(prefix)), (bend, middle(prefix)),
            (bend, middle(index)), (left(node), middle(index)),
          ], colour: Drawing.quiet, width: 1.5)
      }
    }
    for (index, node) in nodes.enumerated() {
      let isShown = node.tokens == shown
      let (x, y) = (left(node), middle(index))
      drawing.rectangle(
        x: x, y: y - Self.boxHeight / 2, width: width, height: Self.boxHeight,
        colour: Drawing.paper)
      drawing.box(
        x: x, y: y - Self.boxHeight / 2, width: width, height: Self.boxHeight,
        colour: isShown ? Quantity.word.colour : Drawing.quiet, opacity: isShown ? 0.18 : 0.07,
        frame: isShown ? 2 : 1)
      drawing.text(
        node.tokens.last ?? "", (x + 9, y + 5), size: size, isBold: true)
      drawing.text(
        "\(node.count)", (x + width - 9, y + 5), anchor: .end, colour: Drawing.quiet, size: size)
    }
    drawSuffix(&drawing, left: left, middle: middle, width: width, size: size)
    drawEntry(&drawing, top: bottom + 8, breadth)
    return drawing.svg(title: title, description: description)
  }

  /// The way from the shown n-gram to the one without its first word.
  private func drawSuffix(
    _ drawing: inout Drawing, left: (Node) -> Double, middle: (Int) -> Double, width: Double,
    size: Double
  ) {
    guard let from = nodes.firstIndex(where: { $0.tokens == shown }),
      let to = nodes.firstIndex(where: { $0.tokens == Array(shown.dropFirst()) })
    else { return }
    let start = (x: left(nodes[from]) + 28, y: middle(from) + Self.boxHeight / 2)
    let end = (x: left(nodes[to]) + width + 3, y: middle(to))
    drawing.path(
      [start, (start.x, end.y), (end.x + 10, end.y)], colour: Quantity.history.colour, width: 2,
      isDashed: true)
    drawing.arrow(
      (end.x + 12, end.y), end, colour: Quantity.history.colour, width: 2)
    drawing.text(
      "suffix", (start.x + 8, end.y + 5), colour: Quantity.history.colour, size: size,
      isBold: true)
  }

  private func drawEntry(_ drawing: inout Drawing, top: Double, _ breadth: Breadth) {
    let size = breadth.textSize
    drawing.text(
      "The entry of “\(shown.joined(separator: " "))”, four bytes each:", (2, top + 12),
      size: size)
    let width = (breadth.width - 4) / Double(max(entry.count, 1))
    for (index, part) in entry.enumerated() {
      let x = 2 + Double(index) * width
      drawing.box(
        x: x, y: top + 22, width: width, height: 50, colour: Quantity.word.colour, opacity: 0.08,
        frame: 1.5)
      drawing.text(
        part.name, (x + width / 2, top + 42), anchor: .middle, colour: Drawing.quiet, size: size)
      drawing.text(
        part.value, (x + width / 2, top + 62), anchor: .middle, size: size, isBold: true)
    }
  }
}
