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
