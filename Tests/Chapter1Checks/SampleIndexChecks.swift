import Grading

/// What exercise 1.12 asks for.
public typealias SampleIndex = @Sendable (_ draw: Double, _ weights: [Double]) -> Int

/// The grader of exercise 1.12, an index drawn by its weight.
///
/// On a border between two weights either neighbour may be drawn, as long as its weight is not 0.
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
    examination.check(
      "sampleIndex(at: 0.5, in: [1.0, 0.0, 1.0]), on a border, has a weight above 0",
      [0, 2].contains(sampleIndex(0.5, [1, 0, 1])), is: true)
    examination.check(
      "how often each index of the weights [1, 2, 3, 4] is drawn by 1 000 evenly spread draws",
      frequencies(of: [1, 2, 3, 4], sampleIndex), is: [100, 200, 300, 400])
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
    .init("a border that belongs to the index before it") { draw, weights in
      let target = draw * weights.reduce(0, +)
      var sum = 0.0
      for (index, weight) in weights.enumerated() where weight > 0 {
        sum += weight
        if target <= sum { return index }
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
  ])

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
