import Chapter2
import Foundation
import Playing

extension WordPlayer {
  /// The chapter's worked example.
  private static let vocabulary = ["the", "cat", "jumped", "over", "puddle"]
  private static let example = CBOWModel(
    inputVectors: Matrix([[0.5, 1, 0, 0, 1], [0, 1, 0.5, 1, 0]]),
    outputVectors: Matrix([[0, 1], [1, 0], [0.5, 0], [-1, 1], [1, 1]]))
  /// As small as single precision lets it be.
  private static let step: Float = 0.01
  private static let tolerance: Float = 0.002

  /// Both gradients of the worked example beside differences of the loss.
  func gradientCheck() -> String {
    let found = Parts.windows { windows(of: [0, 1, 2, 3, 0, 4], halfWidth: 3) }
    guard found.count > 2 else {
      return "2.1 gives no window around “jumped”: `swift run course check 2.1` looks into it."
    }
    let window = found[2]
    let model = Self.example
    let output = Part.all(Parts.ofPrediction + [Parts.outputGradient]) {
      outputGradient(of: window, in: model)
    }
    let input = Part.all(Parts.ofPrediction + [Parts.inputGradient]) {
      inputGradient(of: window, in: model)
    }
    return Paragraph.wrapped(
      "the cat [jumped] over the puddle: the loss J of this window, with each number moved by "
        + "\(Self.step) either way, and what the derivative says") + "\n\n"
      + compare(Side(name: "∂J/∂U", exercise: "2.8", vectors: \.outputVectors), output, window)
      + "\n\n"
      + compare(
        Side(name: "∂J/∂V", exercise: "2.9", vectors: \.inputVectors, isByColumn: true), input,
        window)
  }

  /// One of the two tables.
  private struct Side {
    let name: String
    let exercise: String
    let vectors: WritableKeyPath<CBOWModel, Matrix>
    /// Whether a word has a column of the table, and no row.
    var isByColumn = false
  }

  private func compare(_ side: Side, _ gradient: Matrix, _ window: Window) -> String {
    let isLent = options.lent.contains(side.exercise)
    let own = Self.example[keyPath: side.vectors]
    guard gradient.rows == own.rows, gradient.columns == own.columns else {
      return "\(side.name) is \(gradient.rows) × \(gradient.columns), and must be "
        + "\(own.rows) × \(own.columns)."
    }
    var table = Columns([
      side.name, isLent ? "the reference's" : "your \(side.exercise)", "difference", "apart",
    ])
    var wrong = 0
    for (id, word) in Self.vocabulary.enumerated() {
      for place in 0..<Self.example.embeddingSize {
        let (row, column) = side.isByColumn ? (place, id) : (id, place)
        let expected = slope(side.vectors, row, column, window)
        let apart = abs(gradient[row, column] - expected)
        let isWrong = !(apart <= Self.tolerance)
        wrong += isWrong ? 1 : 0
        table.add([
          "\(word), number \(place + 1)", Figure.decimal(Double(gradient[row, column]), digits: 4),
          Figure.decimal(Double(expected), digits: 4),
          (isWrong ? "! " : "") + Figure.decimal(Double(apart), digits: 4),
        ])
      }
    }
    let count = Self.vocabulary.count * Self.example.embeddingSize
    let verdict =
      wrong == 0
      ? "All \(count) agree." : "\(wrong) of \(count) do not agree; they are marked."
    guard isLent else { return table.text + "\n" + verdict }
    return table.text + "\n" + verdict + " To hold your own up to it before it passes:\n"
      + "swift run course play 2 --mine \(side.exercise)"
  }

  /// (J(θ + h) − J(θ − h)) / 2h for one number of a table.
  private func slope(
    _ vectors: WritableKeyPath<CBOWModel, Matrix>, _ row: Int, _ column: Int, _ window: Window
  ) -> Float {
    let losses = [Self.step, -Self.step].map { step in
      var moved = Self.example
      moved[keyPath: vectors][row, column] += step
      return Part.all([Parts.mean, Parts.scores, Parts.loss]) { loss(of: window, in: moved) }
    }
    return (losses[0] - losses[1]) / (2 * Self.step)
  }
}
