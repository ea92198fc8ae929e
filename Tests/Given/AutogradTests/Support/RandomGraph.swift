import Text

@testable import Autograd

/// A computation put together by chance: some leaves, and steps that each make one more tensor of
/// those before.
struct RandomGraph {
  /// One operation, for tensors and for their plain twins.
  struct Step {
    let name: String
    let fast: ([Tensor]) -> Tensor
    let plain: ([PlainTensor]) -> PlainTensor
  }

  let leaves: [PlainTensor]
  private(set) var steps: [Step] = []

  init(steps count: Int, using generator: inout SeededGenerator) {
    leaves = (0..<3).map { _ in
      let shape = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Int.random(in: 1...4, using: &generator)
      }
      return PlainTensor(Tensor.uniform(shape, in: -2...2, using: &generator))
    }
    var nodes = leaves
    while steps.count < count {
      guard let step = Self.draw(nodes, using: &generator) else { continue }
      let node = step.plain(nodes)
      // Numbers of a size in which single precision and differences are both exact.
      guard node.values.count <= 400, node.values.allSatisfy({ abs($0) < 20 }) else { continue }
      steps.append(step)
      nodes.append(node)
    }
  }

  /// The operations' names, in order.
  var description: String { steps.map(\.name).joined(separator: " → ") }

  /// All tensors, from leaves in the same order to the last step's.
  func run(_ leaves: [Tensor]) -> [Tensor] {
    steps.reduce(into: leaves) { nodes, step in nodes.append(step.fast(nodes)) }
  }

  func run(_ leaves: [PlainTensor]) -> [PlainTensor] {
    steps.reduce(into: leaves) { nodes, step in nodes.append(step.plain(nodes)) }
  }

  /// An operation that suits one of the nodes; nil where the one that was drawn suits none.
  private static func draw(
    _ nodes: [PlainTensor], using generator: inout SeededGenerator
  ) -> Step? {
    let (one, other) = (
      nodes.indices.randomElement(using: &generator) ?? 0,
      nodes.indices.randomElement(using: &generator) ?? 0
    )
    let (x, y) = (nodes[one], nodes[other])
    let axis = Int.random(in: 0..<max(x.shape.count, 1), using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return function(one, x, using: &generator)
    case 1: return x.shape.isEmpty ? nil : alongAxis(one, x, axis, using: &generator)
    case 2: return x.shape.isEmpty ? nil : arrangement(one, x, axis, using: &generator)
    default: return pair(one, x, other, y, using: &generator)
    }
  }

  private static func function(
    _ one: Int, _ x: PlainTensor, using generator: inout SeededGenerator
  ) -> Step? {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0:
      return Step(name: "tanh") {
        $0[one].tanh()
      } plain: {
        $0[one].tanh()
      }
    case 1:
      return Step(name: "sigmoid") {
        $0[one].sigmoid()
      } plain: {
        $0[one].sigmoid()
      }
    case 2:
      return Step(name: "gelu") {
        $0[one].gelu()
      } plain: {
        $0[one].gelu()
      }
    case 3:
      return Step(name: "geluTanh") {
        $0[one].gelu(.tanhApproximation)
      } plain: {
        $0[one].gelu(.tanhApproximation)
      }
    case 4:
      return Step(name: "exp") {
        $0[one].exp()
      } plain: {
        $0[one].exp()
      }
    case 5:
      return Step(name: "negate") {
        -$0[one]
      } plain: {
        -$0[one]
      }
    case 6 where x.values.allSatisfy({ abs($0) > 1e-3 }):
      return Step(name: "relu") {
        $0[one].relu()
      } plain: {
        $0[one].relu()
      }
    case 7 where x.values.allSatisfy({ $0 > 0.2 }):
      return Step(name: "log") {
        $0[one].log()
      } plain: {
        $0[one].log()
      }
    case 8 where x.values.allSatisfy({ $0 > 0.2 }):
      return Step(name: "squareRoot") {
        $0[one].squareRoot()
      } plain: {
        $0[one].squareRoot()
      }
    default: return nil
    }
  }

  private static func alongAxis(
    _ one: Int, _ x: PlainTensor, _ axis: Int, using generator: inout SeededGenerator
  ) -> Step? {
    switch Int.random(in: 0..<7, using: &generator) {
    case 0:
      return Step(name: "softmax") {
        $0[one].softmax(along: axis, scale: 0.5)
      } plain: {
        $0[one].softmax(along: axis, scale: 0.5)
      }
    case 1:
      return Step(name: "logSoftmax") {
        $0[one].logSoftmax(along: axis)
      } plain: {
        $0[one].logSoftmax(along: axis)
      }
    case 2:
      return Step(name: "sum") {
        $0[one].sum(along: axis, keepingAxis: true)
      } plain: {
        $0[one].sum(along: axis)
      }
    case 3:
      return Step(name: "mean") {
        $0[one].mean(along: axis, keepingAxis: true)
      } plain: {
        $0[one].mean(along: axis)
      }
    case 4:
      return Step(name: "variance") {
        $0[one].variance(along: axis, keepingAxis: true)
      } plain: {
        $0[one].variance(along: axis)
      }
    case 5 where Set(x.values).count == x.values.count:
      return Step(name: "max") {
        $0[one].max(along: axis, keepingAxis: true)
      } plain: {
        $0[one].max(along: axis)
      }
    case 6 where x.variance(along: -1).values.allSatisfy({ $0 > 0.05 }):
      let row = [x.shape[x.shape.count - 1]]
      let (gain, bias) = (Tensor.filled(1.5, shape: row), Tensor.filled(-0.5, shape: row))
      return Step(name: "layerNormalized") {
        $0[one].layerNormalized(gain: gain, bias: bias)
      } plain: {
        $0[one].layerNormalized(gain: PlainTensor(gain), bias: PlainTensor(bias))
      }
    default: return nil
    }
  }

  private static func arrangement(
    _ one: Int, _ x: PlainTensor, _ axis: Int, using generator: inout SeededGenerator
  ) -> Step? {
    let size = x.shape[axis]
    let other = Int.random(in: 0..<x.shape.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      return Step(name: "transposed") {
        $0[one].transposed(axis, other)
      } plain: {
        $0[one].transposed(axis, other)
      }
    case 1:
      let range = Int.random(in: 0..<size, using: &generator)..<size
      return Step(name: "sliced") {
        $0[one].sliced(along: axis, range)
      } plain: {
        $0[one].sliced(along: axis, range)
      }
    case 2:
      return Step(name: "concatenated") {
        .concatenated([$0[one], $0[one]], along: axis)
      } plain: {
        .concatenated([$0[one], $0[one]], along: axis)
      }
    case 3:
      let rest = x.values.count / x.shape[0]
      let shape = [rest, x.shape[0]]
      return Step(name: "reshaped") {
        $0[one].reshaped(shape)
      } plain: {
        $0[one].reshaped(shape)
      }
    case 4:
      let numbers = (0..<3).map { _ in Int.random(in: 0..<x.shape[0], using: &generator) }
      return Step(name: "rows") {
        $0[one].rows(at: numbers)
      } plain: {
        $0[one].rows(at: numbers)
      }
    default:
      let mask = Mask(
        (0..<size).map { _ in Bool.random(using: &generator) },
        shape: [size] + Array(repeating: 1, count: x.shape.count - axis - 1))
      return Step(name: "masked") {
        $0[one].masked(where: mask, with: 0.5)
      } plain: {
        $0[one].masked(where: PlainTensor(mask.penalties), with: 0.5)
      }
    }
  }

  private static func pair(
    _ one: Int, _ x: PlainTensor, _ other: Int, _ y: PlainTensor,
    using generator: inout SeededGenerator
  ) -> Step? {
    let fits = zip(x.shape.reversed(), y.shape.reversed()).allSatisfy {
      $0 == $1 || $0 == 1 || $1 == 1
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0 where fits:
      return Step(name: "add") {
        $0[one] + $0[other]
      } plain: {
        $0[one] + $0[other]
      }
    case 1 where fits:
      return Step(name: "subtract") {
        $0[one] - $0[other]
      } plain: {
        $0[one] - $0[other]
      }
    case 2 where fits:
      return Step(name: "multiply") {
        $0[one] * $0[other]
      } plain: {
        $0[one] * $0[other]
      }
    case 3 where fits && y.values.allSatisfy({ abs($0) > 0.3 }):
      return Step(name: "divide") {
        $0[one] / $0[other]
      } plain: {
        $0[one] / $0[other]
      }
    case 4...5 where x.shape.count >= 2 && y.shape.count == 2 && x.shape.last == y.shape[0]:
      return Step(name: "matmul") {
        $0[one].matmul($0[other])
      } plain: {
        $0[one].matmul($0[other])
      }
    case 4...5 where x.shape.count >= 2:
      let rank = x.shape.count
      return Step(name: "matmul with its transpose") {
        $0[one].matmul($0[one].transposed())
      } plain: {
        $0[one].matmul($0[one].transposed(rank - 2, rank - 1))
      }
    default: return nil
    }
  }
}
