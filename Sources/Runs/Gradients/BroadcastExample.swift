import Autograd
import Experiments

/// The page's example of broadcasting: a bias of three numbers, added to two rows.
struct BroadcastExample {
  let matrix: [Float] = [1, 2, 3, 4, 5, 6]
  let bias: [Float] = [10, 20, 30]
  /// The gradient that comes from below.
  let gradient: [Float] = [1, 2, 3, 4, 5, 6]

  private func sum(_ bias: Tensor) -> Tensor { Tensor(matrix, shape: [2, 3]) + bias }

  var result: [Float] { sum(Tensor(bias, shape: [3])).values }

  var biasGradient: [Float] {
    let tape = Tape()
    let watched = tape.watch(Tensor(bias, shape: [3]))
    let loss = (sum(watched) * Tensor(gradient, shape: [2, 3])).sum()
    return tape.gradients(of: loss, for: [watched])[0].values
  }

  /// The numbers, as the figure shows them.
  func write(to results: inout Results) {
    for (name, numbers) in [("result", result), ("gradient", biasGradient)] {
      results.set("broadcast.\(name)", to: .list(numbers.map { .number(Double($0)) }))
    }
  }

  /// Both directions as a drawing.
  func diagram(_ provenance: String) -> BroadcastDiagram {
    func rows(_ numbers: [Float]) -> [[String]] {
      let texts = numbers.map { Magnitude.plain(Double($0), digits: 3) }
      return stride(from: 0, to: texts.count, by: 3).map { Array(texts[$0..<$0 + 3]) }
    }
    return BroadcastDiagram(
      title: "Broadcasting forwards and backwards",
      description: "Forwards, the row b is added to both rows of x. Backwards, the two rows of the "
        + "gradient G are added up, column by column: \(rows(biasGradient)[0].joined(separator: ", ")) "
        + "is the gradient of b. \(provenance)",
      matrix: rows(matrix), row: rows(bias)[0], result: rows(result), gradient: rows(gradient),
      rowGradient: rows(biasGradient)[0])
  }
}
