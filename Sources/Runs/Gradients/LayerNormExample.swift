import Autograd
import Experiments

/// A row of five numbers that is normalised, and the gradient that comes back through it.
struct LayerNormExample {
  let row: [Float] = [1, 2, 4, 5, 8]
  /// The gradient that comes from below.
  let gradient: [Float] = [0.4, -0.8, 2, 1, 1.4]

  private func normalized(_ row: Tensor) -> Tensor {
    row.layerNormalized(
      gain: Tensor([1, 1, 1, 1, 1], shape: [5]), bias: Tensor.zeros([5]), epsilon: 0)
  }

  var result: [Float] { normalized(Tensor(row, shape: [1, 5])).values }

  /// The gradient less its mean.
  var centred: [Float] {
    let mean = gradient.reduce(0, +) / Float(gradient.count)
    return gradient.map { $0 - mean }
  }

  /// The row's gradient, as the library finds it.
  var rowGradient: [Float] {
    let tape = Tape()
    let watched = tape.watch(Tensor(row, shape: [1, 5]))
    let loss = (normalized(watched) * Tensor(gradient, shape: [1, 5])).sum()
    return tape.gradients(of: loss, for: [watched])[0].values
  }

  /// The numbers, as the figure shows them.
  func write(to results: inout Results) {
    for (name, numbers) in [
      ("row", row), ("result", result), ("below", gradient), ("centred", centred),
      ("gradient", rowGradient),
    ] {
      results.set("layerNorm.\(name)", to: .list(numbers.map { .number(Double($0)) }))
    }
  }

  /// What the way back takes away, as rows of bars.
  static func figure(_ results: Results) throws -> BarPanels {
    func panel(
      _ name: String, _ key: String, _ note: String, _ ink: Ink
    ) throws -> BarPanels.Panel {
      .init(name, note: note, values: try results.numbers("layerNorm.\(key)"), ink: ink)
    }
    let gradient = try results.numbers("layerNorm.gradient")
    return BarPanels(
      title: "The gradient of layer normalisation",
      description: "A normalised row of five numbers; the gradient that comes from below; the same "
        + "less its mean, so that it sums to 0; and what is left without its part along the row, "
        + "divided by the row's deviation: "
        + gradient.map { Magnitude.plain($0, digits: 2) }.joined(separator: ", ")
        + ". \(results.provenance)",
      places: Array(repeating: "", count: gradient.count),
      panels: [
        try panel("x̂, the row", "result", "mean 0, variance 1", .quiet),
        try panel("G, from below", "below", "pulls upwards", .quantity(.gradient)),
        try panel("less its mean", "centred", "sum 0", .quantity(.gradient)),
        try panel("gradient of x", "gradient", "without x̂, by σ", .quantity(.gradient)),
      ], signs: ["", "→", "→"])
  }
}
