import Foundation
import Grading

/// What exercise 1.12 asks for.
public typealias SampleIndex = @Sendable (_ draw: Double, _ weights: [Double]) -> Int

/// The grader of exercise 1.12, an index drawn by its weight.
///
/// A draw falls on a border only where sums and quotients are exact, whatever their order.
public let sampleIndexExercise = Exercise<SampleIndex>(
  "1.12", section: "sampling",
  examine: { sampleIndex, examination in
    func check(_ draw: Double, _ weights: [Double], is expected: Int) {
      examination.check(
        "sampleIndex(at: \(draw), in: \(weights))", sampleIndex(draw, weights), is: expected)
    }
    check(0.1, [0.25, 0.5, 0.25], is: 0)
    check(0.5, [0.25, 0.5, 0.25], is: 1)
    check(0.9, [0.25, 0.5, 0.25], is: 2)
    check(0, [0.25, 0.5, 0.25], is: 0)
    check(0.1, [2, 4, 2], is: 0)
    check(0.9, [2, 4, 2], is: 2)
    check(0.3, [0.05, 0.05, 0.1], is: 1)
    check(0.5, [7], is: 0)
    check(0.5, [0, 0, 3, 0], is: 2)
    check(0, [0, 1], is: 1)
    check(0.9999999999999999, [1, 1, 0], is: 1)
    // Ten times 0.1 add up to a little less than 1, and less than this draw.
    check(0.9999999999999999, Array(repeating: 0.1, count: 10) + [0], is: 9)
    // Divided by their sum, 2.5, these add up to less than this draw.
    check(0.9999999999999999, [0.4, 0.1, 0.4, 0.8, 0.1, 0.5, 0.2, 0], is: 6)
    check(0.5, [1, 0.001, 1], is: 1)
    check(0.5, [1, 1e-9, 1], is: 1)
    check(0.25, [0.25, 0.5, 0.25], is: 1)
    check(0.5, [1, 0, 1], is: 2)
    // The least number above 0: three quarters of it are rounded to all of it.
    check(0.75, [0, .leastNonzeroMagnitude, 0], is: 1)
    examination.check(
      "how often each index of the weights [1, 2, 3, 4] is drawn by 1 000 evenly spread draws",
      frequencies(of: [1, 2, 3, 4], sampleIndex), is: [100, 200, 300, 400])
    examination.checkAgreement(
      drawing: WeightsAndDraw.init(from:),
      claim: { "sampleIndex(at: \($0.draw), in: \($0.weights))" },
      computed: { sampleIndex($0.draw, $0.weights) }, expected: \.index)
    examination.checkAgreement(
      samples: 100, seed: 2, drawing: drawnDecimals,
      claim: { "whether the weight at sampleIndex(at: \($0.draw), in: \($0.weights)) is above 0" },
      computed: { drawn in
        let index = sampleIndex(drawn.draw, drawn.weights)
        return drawn.weights.indices.contains(index) && drawn.weights[index] > 0
      },
      expected: { _ in true })
    examination.checkGrowth(
      of: "picking the last of n weights, three times", from: 200, to: 6400,
      run: RunSize(54_781, "the vocabulary of 54,781 tokens"),
      preparing: { count in (0..<count).map { 0.37 + Double($0 % 7) } },
      working: { weights in for _ in 0..<3 { _ = sampleIndex(0.9999, weights) } })
  },
  mistakes: [
    .init("the weights are taken to add up to 1") { draw, weights in
      index(at: draw, in: weights) { $0 < $1 } ?? weights.count - 1
    },
    .init("the index with the largest weight is always taken") { _, weights in
      weights.indices.max { weights[$0] < weights[$1] } ?? 0
    },
    .init("the weights are ignored, and every index is drawn as often") { draw, weights in
      Int(draw * Double(weights.count))
    },
    .init("the draw is compared with each weight by itself, not with the running sum") {
      draw, weights in
      let target = draw * weights.reduce(0, +)
      return weights.firstIndex { target < $0 } ?? weights.count - 1
    },
    .init("a draw on the border goes to the index before it, even if its weight is 0") {
      draw, weights in
      index(at: draw * weights.reduce(0, +), in: weights) { $0 <= $1 } ?? weights.count - 1
    },
    .init("the index after the right one is returned") { draw, weights in
      right(draw, weights) + 1
    },
    .init("the running sum leaves out the weight that it has reached") { draw, weights in
      let target = draw * weights.reduce(0, +)
      var sum = 0.0
      for (index, weight) in weights.enumerated() {
        if target < sum { return index }
        sum += weight
      }
      return weights.count - 1
    },
    .init("the weights are walked from the last to the first") { draw, weights in
      weights.count - 1 - right(draw, weights.reversed())
    },
    .init("the draw is scaled by the number of weights, not by their sum") { draw, weights in
      index(at: draw * Double(weights.count), in: weights) { $0 < $1 } ?? weights.count - 1
    },
    .init("the draw is scaled by the largest weight, not by the sum") { draw, weights in
      index(at: draw * (weights.max() ?? 0), in: weights) { $0 < $1 } ?? weights.count - 1
    },
    .init("what rounding leaves over goes to the last index, even if its weight is 0") {
      draw, weights in
      index(at: draw * weights.reduce(0, +), in: weights) { $0 < $1 } ?? weights.count - 1
    },
    .init("the weights are cut to whole numbers") { draw, weights in
      right(draw, weights.map { $0.rounded(.down) })
    },
    .init("the weights are rounded to two places") { draw, weights in
      right(draw, weights.map { ($0 * 100).rounded() / 100 })
    },
    .init("the weights are sorted first, and the index is one of the sorted weights") {
      draw, weights in
      right(draw, weights.sorted())
    },
    .init("weights of 0 are left out first, and the index is one of the rest") { draw, weights in
      right(draw, weights.filter { $0 > 0 })
    },
    .init("the weights are first put through the exponential function") { draw, weights in
      right(draw, weights.map { $0 > 0 ? exp(min($0, 100)) : 0 })
    },
  ] + sampleIndexSlips,
  conventions: [
    .init("a segment contains its right end and not its left one") { draw, weights in
      let target = draw * weights.reduce(0, +)
      var sum = 0.0
      for (index, weight) in weights.enumerated() where weight > 0 {
        sum += weight
        if target <= sum { return index }
      }
      return weights.lastIndex { $0 > 0 } ?? 0
    }
  ],
  alternatives: [
    .init("weights taken off the target one by one") { draw, weights in
      var rest = draw * weights.reduce(0, +)
      for (index, weight) in weights.enumerated() where weight > 0 {
        if rest < weight { return index }
        rest -= weight
      }
      return weights.lastIndex { $0 > 0 } ?? 0
    },
    .init("weights divided by their sum, and a search by halves in the running sums") {
      draw, weights in
      var sum = 0.0
      let total = weights.reduce(0, +)
      let borders = weights.map { weight in
        sum += weight / total
        return sum
      }
      var (low, high) = (0, borders.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if draw < borders[middle] { high = middle } else { low = middle + 1 }
      }
      while low > 0, weights[low] == 0 { low -= 1 }
      return low
    },
    .init("a walk from the right, down from the sum") { draw, weights in
      let target = draw * weights.reduce(0, +)
      var sum = weights.reduce(0, +)
      for (index, weight) in weights.enumerated().reversed() where weight > 0 {
        sum -= weight
        if target >= sum { return index }
      }
      return weights.firstIndex { $0 > 0 } ?? 0
    },
  ],
  tooSlow: [
    .init("every running sum is worked out from the first weight on") { draw, weights in
      let target = draw * weights.reduce(0, +)
      return weights.indices.first { target < weights[...$0].reduce(0, +) }
        ?? weights.lastIndex { $0 > 0 } ?? 0
    }
  ])

/// Tenths, some of them 0 and often the last, with a draw that rounding may carry over a border.
private func drawnDecimals(_ draws: inout Draws) -> (weights: [Double], draw: Double) {
  var weights = draws.list(1...9) { draws in
    draws.integer(0...3) == 3 ? 0 : Double(draws.integer(1...9)) / 10
  }
  if !weights.contains(where: { $0 > 0 }) { weights[0] = 0.1 }
  if draws.truth() { weights.append(0) }
  let border = weights.prefix(draws.integer(0...weights.count)).reduce(0, +)
  let draw = draws.truth() ? 1.0.nextDown : border / weights.reduce(0, +)
  return (weights, min(draw, 1.0.nextDown))
}

/// Weights with a draw that falls on no border, however it is rounded.
private struct WeightsAndDraw: Sendable {
  let weights: [Double]
  let draw: Double
  /// The index of the segment in which the draw lies: what lies before it is at most the draw's
  /// part of the sum, and what lies after it less than the rest.
  let index: Int

  init(from draws: inout Draws) {
    let scale = draws.element(of: [1.0, 1e-4, 300, 1e-12])
    var weights = draws.list(1...6) { draws in
      draws.integer(0...3) == 3 ? 0 : draws.positive(scale: scale)
    }
    if !weights.contains(where: { $0 > 0 }) { weights[0] = scale }
    // An odd number of 512ths, which is no border between a few equal or simple weights.
    let draw = Double(2 * draws.integer(0...255) + 1) / 512
    self.weights = weights
    self.draw = draw
    index =
      weights.indices.first { index in
        let before = weights[..<index].reduce(0, +)
        let after = weights[(index + 1)...].reduce(0, +)
        return weights[index] > 0 && after * draw < (before + weights[index]) * (1 - draw)
          && (after + weights[index]) * draw >= before * (1 - draw)
      } ?? 0
  }
}

/// The first index whose running sum the target is before; nil if it is before none.
private func index(
  at target: Double, in weights: [Double], before: (Double, Double) -> Bool
) -> Int? {
  var sum = 0.0
  return weights.firstIndex { weight in
    sum += weight
    return before(target, sum)
  }
}

/// The right answer, for mistakes that start from it.
func right(_ draw: Double, _ weights: [Double]) -> Int {
  index(at: draw * weights.reduce(0, +), in: weights) { $0 < $1 }
    ?? weights.lastIndex { $0 > 0 } ?? 0
}

/// How often each index is drawn by draws from the middles of 1 000 equal parts of 0..<1.
private func frequencies(of weights: [Double], _ sampleIndex: SampleIndex) -> [Int] {
  var result = weights.map { _ in 0 }
  for part in 0..<1000 {
    let index = sampleIndex((Double(part) + 0.5) / 1000, weights)
    if result.indices.contains(index) { result[index] += 1 }
  }
  return result
}
