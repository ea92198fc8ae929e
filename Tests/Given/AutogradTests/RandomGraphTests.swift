import Testing
import Text

@testable import Autograd

@Suite("Graphs put together by chance")
struct RandomGraphTests {
  @Test("have the numbers and the gradients of their plain twins", arguments: 0..<20)
  func agree(_ group: Int) {
    for number in 0..<20 {
      var generator = SeededGenerator(seed: UInt64(group * 20 + number))
      let graph = RandomGraph(steps: 3 + number, using: &generator)
      let tape = Tape()
      let leaves = graph.leaves.map { tape.watch(Tensor($0)) }
      let nodes = graph.run(leaves)
      let twins = graph.run(graph.leaves)
      // Every node has its part in the loss, so that each is reached from several sides.
      let weights = twins.map { Tensor.uniform($0.shape, in: -1...1, using: &generator) }
      let loss = zip(nodes, weights).map { ($0 * $1).sum() }.reduce(Tensor(0), +)
      let gradients = tape.gradients(of: loss, for: leaves)
      let slopes = slopes(of: graph.leaves) { leaves in
        zip(graph.run(leaves), weights).reduce(0) { sum, pair in
          sum + zip(pair.0.values, pair.1.values).reduce(0) { $0 + $1.0 * Double($1.1) }
        }
      }
      for (place, (node, twin)) in zip(nodes, twins).enumerated() {
        expectClose(
          node, twin, "\(graph.description), node \(place)", #_sourceLocation, within: 1e-4)
      }
      for (place, (found, expected)) in zip(gradients, slopes).enumerated() {
        expectClose(
          found, expected, "\(graph.description), gradient \(place)", #_sourceLocation,
          within: 1e-4)
      }
    }
  }
}
