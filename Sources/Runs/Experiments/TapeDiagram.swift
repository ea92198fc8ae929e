/// A computation as the steps of a tape, from its inputs to one number: what each step came to, and how
/// the last number grows with it. It goes from left to right on a page, downwards on a telephone.
public struct TapeDiagram: Figure {
  /// A line of the tape.
  public struct Step: Sendable {
    let name: String
    let value: String
    let gradient: String
    let place: (column: Int, row: Double)

    /// A line.
    ///
    /// - Parameters:
    ///   - name: what is computed, such as `p = w · x`.
    ///   - value: what it came to.
    ///   - gradient: the derivative of the last number by it.
    ///   - column: where it stands on the way, from 0.
    ///   - row: where it stands across, 0…2.
    public init(_ name: String, value: String, gradient: String, column: Int, row: Double) {
      (self.name, self.value, self.gradient, place) = (name, value, gradient, (column, row))
    }
  }

  /// The use of one line by another, and the local derivative there.
  public struct Use: Sendable {
    let from: Int
    let to: Int
    let derivative: String

    /// A use; lines are counted from 0.
    public init(_ from: Int, _ to: Int, _ derivative: String) {
      (self.from, self.to, self.derivative) = (from, to, derivative)
    }
  }

  /// The short name of the diagram, for those who do not see it.
  public var title: String
  /// What it shows, in sentences, and how it was made.
  public var description: String
  /// The lines, in the order of the tape.
  public var steps: [Step]
  /// Who uses whom; a line may use another twice.
  public var uses: [Use]

  /// A diagram.
  public init(title: String, description: String, steps: [Step], uses: [Use]) {
    (self.title, self.description, self.steps, self.uses) = (title, description, steps, uses)
  }

  /// The places of one breadth; `figures/tape.js` of the pages has the same.
  private struct Layout {
    let isWide: Bool
    let size: Double
    let box: (width: Double, height: Double)

    init(_ breadth: Breadth) {
      (isWide, size) = (breadth == .wide, breadth.textSize)
      box = isWide ? (112, 64) : (104, 60)
    }

    /// The middle of a line's box.
    func centre(of step: Step) -> (x: Double, y: Double) {
      let (along, across) = (Double(step.place.column), step.place.row)
      return isWide ? (60 + along * 200, 40 + across * 104) : (56 + across * 124, 36 + along * 108)
    }
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    let layout = Layout(breadth)
    var drawing = Drawing(breadth, height: layout.isWide ? 330 : 450)
    for (number, use) in uses.enumerated() { drawUse(&drawing, use, number, layout) }
    for step in steps { draw(step, in: &drawing, layout) }
    let size = layout.size
    let keys: [(x: Double, y: Double)] =
      layout.isWide ? [(56, 318), (322, 318)] : [(8, 418), (8, 439)]
    for (name, (text, (place, colour))) in zip(
      ["value", "gradient"],
      zip(
        ["forwards, step by step", "backwards, times the line's number"],
        zip(keys, [Drawing.ink, Quantity.gradient.colour])))
    {
      drawing.text(name, place, colour: colour, size: size, isBold: true)
      drawing.text(
        text, (place.x + (name == "value" ? 52 : 76), place.y), colour: Drawing.quiet, size: size)
    }
    return drawing.svg(title: title, description: description)
  }

  private func drawUse(_ drawing: inout Drawing, _ use: Use, _ number: Int, _ layout: Layout) {
    // Two uses of one line by another run side by side.
    let twins = uses.indices.filter { uses[$0].from == use.from && uses[$0].to == use.to }
    let rank = twins.firstIndex(of: number) ?? 0
    let shift = (Double(rank) - Double(twins.count - 1) / 2) * 34
    let (from, to) = (layout.centre(of: steps[use.from]), layout.centre(of: steps[use.to]))
    let (width, height) = (layout.box.width / 2, layout.box.height / 2)
    let start = layout.isWide ? (from.x + width, from.y + shift) : (from.x + shift, from.y + height)
    let end = layout.isWide ? (to.x - width, to.y + shift) : (to.x + shift, to.y - height)
    drawing.line(start, end, colour: Drawing.quiet, width: 1.5)
    let middle = ((start.0 + end.0) / 2, (start.1 + end.1) / 2)
    drawing.rectangle(
      x: middle.0 - 13, y: middle.1 - 11, width: 26, height: 22, colour: Drawing.paper)
    drawing.text(use.derivative, (middle.0, middle.1 + 5), anchor: .middle, size: layout.size)
  }

  private func draw(_ step: Step, in drawing: inout Drawing, _ layout: Layout) {
    let (x, y) = layout.centre(of: step)
    let (width, height) = layout.box
    drawing.rectangle(
      x: x - width / 2, y: y - height / 2, width: width, height: height, colour: Drawing.paper)
    drawing.frame(
      x: x - width / 2, y: y - height / 2, width: width, height: height, colour: Drawing.quiet,
      stroke: 1.5)
    drawing.text(step.name, (x, y - 9), anchor: .middle, size: layout.size, isBold: true)
    drawing.text(step.value, (x - 14, y + 18), anchor: .end, size: 17, isBold: true)
    drawing.text(
      step.gradient, (x + 14, y + 18), colour: Quantity.gradient.colour, size: 17, isBold: true)
  }

  /// What the script of the figure works on.
  public var data: ResultValue {
    .table([
      (
        "steps",
        .list(
          steps.map {
            .list([
              .text($0.name), .text($0.value), .text($0.gradient), .integer($0.place.column),
              .number($0.place.row),
            ])
          })
      ),
      (
        "uses",
        .list(uses.map { .list([.integer($0.from), .integer($0.to), .text($0.derivative)]) })
      ),
    ])
  }
}
