import Testing
import Text

@testable import Autograd

/// Holds an operation against its plain twin: its numbers against the twin's, and its gradients
/// against differences of the twin's numbers, which are in double precision.
///
/// Each case is tried with operands that lie row by row in memory, and with views that do not.
///
/// - Parameters:
///   - shapes: the shape of each operand; their numbers are drawn from `range`.
///   - fast: the operation.
///   - plain: its twin.
func expectAgreement(
  _ shapes: [[Int]], in range: ClosedRange<Float> = -2...2, seed: UInt64 = 1,
  sourceLocation: SourceLocation = #_sourceLocation,
  fast: ([Tensor]) -> Tensor, plain: ([PlainTensor]) -> PlainTensor
) {
  var generator = SeededGenerator(seed: seed)
  let operands = shapes.map { Tensor.uniform($0, in: range, using: &generator) }
  let twins = operands.map(PlainTensor.init)
  let expected = plain(twins)
  let weights = Tensor.uniform(expected.shape, in: -1...1, using: &generator)
  let differences = slopes(of: twins) { operands in
    zip(plain(operands).values, weights.values).reduce(0) { $0 + $1.0 * Double($1.1) }
  }
  let layouts = [
    ("", operands), ("transposed views: ", operands.map(\.laidOutBackwards)),
    ("views with gaps: ", operands.map(\.withGaps)),
  ]
  for (name, operands) in layouts {
    let tape = Tape()
    let watched = operands.map(tape.watch)
    let result = fast(watched)
    expectClose(result, expected, "\(name)result", sourceLocation)
    let gradients = tape.gradients(of: (result * weights).sum(), for: watched)
    for (place, gradient) in gradients.enumerated() {
      expectClose(gradient, differences[place], "\(name)gradient \(place)", sourceLocation)
    }
  }
}

/// Differences of a function for a small change of each number of each operand.
func slopes(of operands: [PlainTensor], _ function: ([PlainTensor]) -> Double) -> [PlainTensor] {
  let step = 1e-5
  return operands.indices.map { which in
    PlainTensor(
      operands[which].values.indices.map { place in
        var changed = operands
        changed[which].values[place] += step
        let above = function(changed)
        changed[which].values[place] -= 2 * step
        return (above - function(changed)) / (2 * step)
      }, shape: operands[which].shape)
  }
}

/// Expects equal shapes, and numbers whose differences are small beside the largest number.
func expectClose(
  _ found: Tensor, _ expected: PlainTensor, _ name: String, _ location: SourceLocation,
  within tolerance: Double = 1e-5
) {
  #expect(found.shape == expected.shape, "\(name): shape", sourceLocation: location)
  guard found.shape == expected.shape else { return }
  let size = max(expected.values.lazy.filter(\.isFinite).map(abs).max() ?? 0, 1e-3)
  for (place, (one, other)) in zip(found.values, expected.values).enumerated() {
    // NaN and ∞ must be the same; NaN is never within a tolerance.
    let isSame = Double(one) == other || one.isNaN && other.isNaN
    guard !isSame, !(abs(Double(one) - other) <= tolerance * size) else { continue }
    let index = zip(found.shape, Layout.rowMajor(found.shape)).map { place / $1 % $0 }
    Issue.record(
      "\(name) \(found.shape): at \(index) is \(one), expected \(other)", sourceLocation: location)
    return
  }
}

extension Tensor {
  /// The same numbers in a view whose last axis does not lie closest together in memory.
  fileprivate var laidOutBackwards: Tensor {
    rank < 2 ? self : transposed(0, -1).contiguous().transposed(0, -1)
  }

  /// The same numbers, each second one of its memory: no two are neighbours.
  fileprivate var withGaps: Tensor {
    let pairs = Tensor.concatenated(
      [reshaped(shape + [1]), .filled(9, shape: shape + [1])], along: -1)
    let strides = pairs.layout.strides.dropLast()
    return Tensor(
      storage: pairs.storage, layout: Layout(shape: shape, strides: Array(strides), offset: 0))
  }
}

/// Shapes for operations of one operand: no axes, size one, empty, less and more than eight numbers.
let shapesOfOne: [[Int]] = [[], [1], [0], [7], [8], [19], [2, 3], [3, 1], [2, 0, 3], [2, 3, 9]]

/// Shapes with at least one axis, none of them empty.
let shapesWithRows: [[Int]] = [[1], [7], [8], [2, 3], [3, 1], [2, 3, 9], [2, 17]]

/// Shapes for operations of two operands that broadcast.
let shapesOfTwo: [[[Int]]] = [
  [[], []], [[3], [3]], [[19], [19]], [[2, 3], [2, 3]], [[2, 3], [3]], [[3], [2, 3]],
  [[2, 3], [2, 1]], [[2, 1], [1, 3]], [[], [2, 3]], [[2, 9], []], [[1], [1]], [[0, 3], [3]],
  [[2, 0], [1]], [[0], [0]], [[4, 1, 5], [3, 1]], [[2, 3, 4], [2, 1, 4]], [[1, 9, 1], [2, 1, 8]],
]
