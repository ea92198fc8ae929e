import Grading

/// More wrong answers to exercise 1.12, most of which look for the last weight above 0 where no
/// running sum is greater than the target.
let sampleIndexSlips: [NamedImplementation<SampleIndex>] = [
  .init("the weights are taken to add up to 1, and the last above 0 gets what is beyond them") {
    draw, weights in
    pick(draw, in: weights)
  },
  .init("the weights are ignored, and every index whose weight is above 0 is drawn as often") {
    draw, weights in
    let possible = weights.indices.filter { weights[$0] > 0 }
    return possible[Int(draw * Double(possible.count))]
  },
  .init("the first weight that is itself greater than the target is taken, without a running sum") {
    draw, weights in
    let target = draw * weights.reduce(0, +)
    return weights.firstIndex { target < $0 } ?? lastAboveZero(weights)
  },
  .init("the weights are sorted first, the largest in front") { draw, weights in
    right(draw, weights.sorted(by: >))
  },
  .init("the target is cut to a whole number") { draw, weights in
    pick((draw * weights.reduce(0, +)).rounded(.down), in: weights)
  },
  .init("the sums are numbers of type `Float`, which hold seven digits") { draw, weights in
    let narrow = weights.map { Float($0) }
    let target = Float(draw) * narrow.reduce(0, +)
    var sum: Float = 0
    return narrow.firstIndex { weight in
      sum += weight
      return target < sum
    } ?? lastAboveZero(weights)
  },
  .init("a draw of 0 goes to index 0, even if its weight is 0") { draw, weights in
    draw == 0 ? 0 : right(draw, weights)
  },
  .init("the draw is scaled by 5, the sum of the page's weights") { draw, weights in
    pick(draw * 5, in: weights)
  },
  .init("what rounding leaves of the target, once all weights are taken off, goes to the last") {
    draw, weights in
    var rest = draw * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  },
  .init("divided by their sum, the weights add up to less than the draw, which goes to the last") {
    draw, weights in
    let sum = weights.reduce(0, +)
    var border = 0.0
    return weights.firstIndex { weight in
      border += weight / sum
      return draw < border
    } ?? weights.count - 1
  },
]

/// The first index whose running sum is greater than the target, or the last of a weight above 0.
private func pick(_ target: Double, in weights: [Double]) -> Int {
  var sum = 0.0
  return weights.firstIndex { weight in
    sum += weight
    return target < sum
  } ?? lastAboveZero(weights)
}

private func lastAboveZero(_ weights: [Double]) -> Int { weights.lastIndex { $0 > 0 } ?? 0 }
