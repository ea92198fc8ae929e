import Autograd
import Experiments

/// The page's example of a softmax: scores whose probabilities are fractions, and the gradient of
/// −ln of the last one.
struct SoftmaxExample {
  let scores: [Float] = [0, 0.693_147_2, 1.609_437_9]

  var probabilities: [Float] { Tensor(scores, shape: [3]).softmax().values }

  /// The gradients of the loss by the probabilities and by the scores.
  var gradients: (probabilities: [Float], scores: [Float]) {
    (
      gradient(at: probabilities) { $0 },
      gradient(at: scores) { $0.softmax() }
    )
  }

  private func gradient(at numbers: [Float], _ probabilities: (Tensor) -> Tensor) -> [Float] {
    let tape = Tape()
    let watched = tape.watch(Tensor(numbers, shape: [3]))
    let right = probabilities(watched).sliced(along: 0, 2..<3).reshaped([])
    return tape.gradients(of: -right.log(), for: [watched])[0].values
  }

  /// The numbers, as the page quotes them.
  func write(to results: inout Results) {
    for (name, numbers) in [
      ("scores", scores), ("probabilities", probabilities),
      ("gradient.probabilities", gradients.probabilities), ("gradient.scores", gradients.scores),
    ] {
      results.set("softmax.\(name)", to: .list(numbers.map { .number(Double($0)) }))
    }
  }
}

extension SoftmaxExample {
  /// What was predicted minus what was right, as rows of bars.
  static func figure(_ results: Results) throws -> BarPanels {
    let probabilities = try results.numbers("softmax.probabilities")
    let gradient = try results.numbers("softmax.gradient.scores")
    let texts = gradient.map { Magnitude.plain($0, digits: 3) }
    var panels = BarPanels(
      title: "The gradient of softmax and −ln",
      description: "Three probabilities, of which the third is right; less 1 at the third place; "
        + "that is the gradient of the scores: \(texts.joined(separator: ", ")). It sums to 0. "
        + results.provenance,
      places: probabilities.indices.map { "\($0 + 1)" },
      panels: [
        .init("predicted", note: "sum 1", values: probabilities, ink: .quantity(.prediction)),
        .init("right", note: "all at the third", values: [0, 0, 1], ink: .quiet),
        .init(
          "gradient of the scores", note: "sum 0", values: gradient, ink: .quantity(.gradient)),
      ], signs: ["−", "="])
    panels.decimals = 3
    return panels
  }
}
