/// A computation as the steps of a tape, from its inputs on the left to one number on the right: what
/// each step came to, and how the last number grows with it.
public struct TapeDiagram: Sendable {
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
    ///   - column: where it stands from left to right, from 0.
    ///   - row: where it stands from top to bottom, 0…2.
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

  private static let box = (width: 112.0, height: 64.0)
  private static let (valueColour, gradientColour) = (Drawing.series(0), Drawing.series(1))

  /// The drawing.
  public func svg() -> String {
    var drawing = Drawing(height: 330)
    for (number, use) in uses.enumerated() { drawUse(&drawing, use, number) }
    for step in steps { draw(step, in: &drawing) }
    drawing.text("value", (56, 318), colour: Self.valueColour, isBold: true)
    drawing.text("forwards, from left to right", (110, 318), colour: Drawing.quiet, size: 13)
    drawing.text("gradient", (322, 318), colour: Self.gradientColour, isBold: true)
    drawing.text(
      "backwards: times the number on the line", (402, 318), colour: Drawing.quiet, size: 13)
    return drawing.svg(title: title, description: description)
  }

  /// The middle of a line's box.
  private func centre(of step: Step) -> (x: Double, y: Double) {
    let columns = steps.reduce(1) { max($0, $1.place.column) }
    let gap = (720 - Self.box.width - 8) / Double(columns)
    return (Self.box.width / 2 + 4 + Double(step.place.column) * gap, 40 + step.place.row * 104)
  }

  private func drawUse(_ drawing: inout Drawing, _ use: Use, _ number: Int) {
    // Two uses of one line by another run side by side.
    let twins = uses.indices.filter { uses[$0].from == use.from && uses[$0].to == use.to }
    let rank = twins.firstIndex(of: number) ?? 0
    let shift = (Double(rank) - Double(twins.count - 1) / 2) * 34
    let (from, to) = (centre(of: steps[use.from]), centre(of: steps[use.to]))
    let start = (x: from.x + Self.box.width / 2, y: from.y + shift)
    let end = (x: to.x - Self.box.width / 2, y: to.y + shift)
    drawing.line(start, end, colour: Drawing.quiet, width: 1.5)
    let middle = ((start.x + end.x) / 2, (start.y + end.y) / 2)
    drawing.rectangle(
      x: middle.0 - 15, y: middle.1 - 11, width: 30, height: 22, colour: Drawing.paper)
    drawing.text(use.derivative, (middle.0, middle.1 + 5), anchor: .middle)
  }

  private func draw(_ step: Step, in drawing: inout Drawing) {
    let (x, y) = centre(of: step)
    let (width, height) = (Self.box.width, Self.box.height)
    let corner = (x: x - width / 2, y: y - height / 2)
    drawing.rectangle(
      x: corner.x, y: corner.y, width: width, height: height, colour: Drawing.paper)
    drawing.path(
      [
        corner, (corner.x + width, corner.y), (corner.x + width, corner.y + height),
        (corner.x, corner.y + height), corner,
      ], colour: Drawing.grid, width: 1.5)
    drawing.text(step.name, (x, y - 9), anchor: .middle, isBold: true)
    drawing.text(
      step.value, (x - 14, y + 18), anchor: .end, colour: Self.valueColour, size: 17, isBold: true)
    drawing.text(
      step.gradient, (x + 14, y + 18), colour: Self.gradientColour, size: 17, isBold: true)
  }
}
