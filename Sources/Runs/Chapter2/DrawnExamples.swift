import Chapter2
import Experiments
import Foundation
import Text

/// Differences of the loss against its derivative, by one number of the example: the first of the
/// output vector of *puddle*, at which the loss is bent most.
///
/// The step is far greater than one would take, so that its error can be seen.
func compareSlopes(_ model: CBOWModel, _ window: Window, _ experiment: Experiment) {
  let (step, word): (Float, Int) = (4, 4)
  func loss(at offset: Float) -> Double {
    var moved = model
    moved.outputVectors[word, 0] += offset
    return Double(Chapter2.loss(of: window, in: moved))
  }
  let offsets = stride(from: -5, through: 5, by: 0.25).map { $0 }
  let here = model.outputVectors[word, 0]
  let values: [(String, ResultValue)] = [
    ("theta", .number(Double(here))), ("h", .number(Double(step))),
    ("offsets", .list(offsets.map { .number($0) })),
    ("losses", .list(offsets.map { .number(loss(at: Float($0))) })),
    ("ends", .list([-step, 0, step].map { .number(loss(at: $0)) })),
    ("slope", .number(Double(outputGradient(of: window, in: model)[word, 0]))),
    ("oneSided", .number((loss(at: step) - loss(at: 0)) / Double(step))),
    ("central", .number((loss(at: step) - loss(at: -step)) / Double(2 * step))),
  ]
  for (key, value) in values { experiment.results.set("example.slopes.\(key)", to: value) }
}

/// A cloud of points in the plane and the direction in which it is widest.
func castShadow(_ experiment: Experiment) {
  var generator = SeededGenerator(seed: 4)
  func number() -> Float {
    (0..<4).reduce(0) { sum, _ in sum + Float.random(in: -0.5...0.5, using: &generator) }
  }
  // Long in one direction, narrow in the other, and turned.
  let points = (0..<28).map { _ in
    let (long, narrow) = (1.3 * number(), 0.42 * number())
    return [0.85 * long - 0.53 * narrow, 0.53 * long + 0.85 * narrow]
  }
  let means = (0..<2).map { place in
    points.reduce(0) { $0 + $1[place] } / Float(points.count)
  }
  let centred = Matrix(points.map { [$0[0] - means[0], $0[1] - means[1]] })
  let direction = principalComponent(of: centred, start: [1, 0], iterations: 100)
  let reach = product(centred, direction)
  let values: [(String, ResultValue)] = [
    ("points", .list((0..<centred.rows).map { list(centred.row($0)) })),
    ("direction", list(direction)), ("reach", list(reach)),
  ]
  for (key, value) in values { experiment.results.set("example.shadow.\(key)", to: value) }
}

func list(_ numbers: [Float]) -> ResultValue {
  .list(numbers.map { .number(Double($0)) })
}
