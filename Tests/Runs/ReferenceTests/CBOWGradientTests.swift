import Chapter2
import Foundation
import Testing
import Text

@Suite("CBOW's gradients")
struct CBOWGradientTests {
  static let windows: [Window] = [
    Window(centre: 2, context: [0, 1, 3, 0, 4]),
    Window(centre: 0, context: [1]),
    Window(centre: 5, context: [5, 5, 5]),
    Window(centre: 6, context: [0, 1, 2, 3, 4, 5, 6, 6]),
  ]

  /// A model with numbers of −1…1 in both tables.
  static func model(seed: UInt64, vocabularySize: Int = 7, embeddingSize: Int = 3) -> CBOWModel {
    var generator = SeededGenerator(seed: seed)
    func table(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(
        rows: rows, columns: columns,
        values: (0..<rows * columns).map { _ in Float(2 * generator.nextUniform() - 1) })
    }
    return CBOWModel(
      inputVectors: table(embeddingSize, vocabularySize),
      outputVectors: table(vocabularySize, embeddingSize))
  }

  // Two roundings of J ≈ 2 in Float, 1.2e-7 each, over 2 · 0.01 make 2.4e-5; the third derivative,
  // at most 1 here, adds 0.01² / 6.
  @Test("are the central differences of the loss, for every number of V and U", arguments: windows)
  func centralDifferences(window: Window) {
    let model = Self.model(seed: 3)
    let nudge: Float = 0.01
    func slope(_ path: WritableKeyPath<CBOWModel, Matrix>, _ place: Int) -> Float {
      var (up, down) = (model, model)
      up[keyPath: path].values[place] += nudge
      down[keyPath: path].values[place] -= nudge
      return (loss(of: window, in: up) - loss(of: window, in: down)) / (2 * nudge)
    }
    let input = inputGradient(of: window, in: model)
    let output = outputGradient(of: window, in: model)
    let inputSlopes = input.values.indices.map { slope(\.inputVectors, $0) }
    let outputSlopes = output.values.indices.map { slope(\.outputVectors, $0) }
    #expect(areClose(input.values, inputSlopes, tolerance: 1e-4))
    #expect(areClose(output.values, outputSlopes, tolerance: 1e-4))
  }

  @Test(
    "sum to zero over the output vectors: what one word wins, the others lose", arguments: windows)
  func columnsSumToZero(window: Window) {
    let gradient = outputGradient(of: window, in: Self.model(seed: 4))
    let sums = product(gradient.transposed(), Array(repeating: 1, count: 7))
    #expect(areClose(sums, [0, 0, 0]))
  }

  @Test("a step moves both tables against the gradients at the old weights", arguments: windows)
  func stepByGradients(window: Window) {
    let model = Self.model(seed: 5)
    var changed = model
    step(&changed, on: window, learningRate: 0.5)
    func moved(_ table: Matrix, _ gradient: Matrix) -> Matrix {
      Matrix(
        rows: table.rows, columns: table.columns,
        values: zip(table.values, gradient.values).map { $0 - 0.5 * $1 })
    }
    let input = moved(model.inputVectors, inputGradient(of: window, in: model))
    let output = moved(model.outputVectors, outputGradient(of: window, in: model))
    #expect(areClose(changed.inputVectors, input))
    #expect(areClose(changed.outputVectors, output))
  }

  @Test("a new model gives every word the probability 1/|V|, and loses ln |V|")
  func newModel() {
    var generator = SeededGenerator(seed: 1)
    let model = CBOWModel(vocabularySize: 50, embeddingSize: 8, using: &generator)
    #expect(areClose([loss(of: Window(centre: 3, context: [1, 4]), in: model)], [log(50)]))
    #expect(model.inputVectors.values.allSatisfy { abs($0) <= 0.5 / 8 })
    #expect(Set(model.inputVectors.values).count > 390)
  }
}
