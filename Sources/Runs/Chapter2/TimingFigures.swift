import Experiments
import Foundation

/// What is drawn of the times that were measured.
func timingFigures(of results: Results) throws -> [(name: String, figure: any Figure)] {
  [("look-up", try lookUp(results)), ("step-time", try stepTime(results))]
}

/// The times of a table, by the size of the vocabulary.
private func times(_ key: String, _ results: Results) throws -> [(x: Double, y: Double)] {
  try results.keys(key).compactMap { size in
    try Double(size).map { ($0, try results.number("\(key).\(size)")) }
  }
}

/// A factor to three digits.
private func times(_ factor: Double) -> String {
  let unit = pow(10, log10(factor).rounded(.down) - 2)
  return "× \(Magnitude.plain((factor / unit).rounded() * unit, digits: 3))"
}

private func lookUp(_ results: Results) throws -> LineChart {
  let product = try times("timing.lookUp.product", results)
  let column = try times("timing.lookUp.column", results)
  guard let first = product.first, let last = product.last, let low = column.last else {
    throw RunError("error: the results have no times of look-ups; run the chapter again")
  }
  func text(_ value: Double) -> String { Magnitude.plain(value, digits: 2) }
  var chart = LineChart(
    title: "One vector out of V, two ways",
    description:
      "Microseconds to get one word's vector out of V, by the size of the vocabulary. By a "
      + "product with its one-hot vector the time rises in proportion, from \(text(first.y)) for "
      + "\(Axis.grouped(first.x)) words to \(Axis.grouped(last.y)) for \(Axis.grouped(last.x)); a "
      + "look-up of its column stays at \(text(low.y)), and is \(Axis.grouped(last.y / low.y)) times "
      + "as fast in the end. " + results.provenance,
    x: Axis("words in the vocabulary, |V|", kind: .logarithmic, ticks: [250, 1000, 4000, 16000]),
    y: Axis("microseconds a vector", kind: .logarithmic, ticks: [0.1, 1, 10, 100, 1000, 10000]),
    series: [
      .init("one-hot product", colour: 2, points: product),
      .init("look-up", colour: 6, points: column),
    ])
  chart.steps = [.init(from: low, to: last, across: "", up: times(last.y / low.y), side: .above)]
  chart.guides = [.proportional("slope 1", through: (first.x, first.y / 5))]
  return chart
}

private func stepTime(_ results: Results) throws -> LineChart {
  let one = try times("timing.step.one", results)
  let batch = try times("timing.step.batch", results)
  let size = try results.number("model.batch")
  guard one.count > 3, let first = one.first, let last = one.last, let end = batch.last,
    let start = batch.first
  else { throw RunError("error: the results have no times of steps; run the chapter again") }
  func text(_ value: Double) -> String { Axis.grouped(value.rounded()) }
  var chart = LineChart(
    title: "Time of a step by vocabulary size",
    description: "Microseconds that the trainer needs for one window. From \(text(first.x)) to "
      + "\(text(last.x)) words, \(times(last.x / first.x)), a window alone goes from "
      + "\(text(first.y)) to \(text(last.y)), \(times(last.y / first.y)), and one in a batch of "
      + "\(text(size)) from \(text(start.y)) to \(text(end.y)), \(times(end.y / start.y)). Both axes "
      + "are logarithmic; along the dashed line of slope 1 twice the words take twice the time. "
      + results.provenance,
    x: Axis("words in the vocabulary, |V|", kind: .logarithmic, ticks: [250, 1000, 4000, 16000]),
    y: Axis("microseconds a window", kind: .logarithmic),
    series: [
      .init("one by one", colour: 2, points: one),
      .init("batches of \(text(size))", colour: 6, points: batch),
    ])
  let from = one[one.count - 4]
  let below = batch[batch.count - 4]
  chart.steps = [
    .init(
      from: from, to: last, across: "\(times(last.x / from.x)) words",
      up: "\(times(last.y / from.y)) time", side: .above),
    .init(
      from: below, to: end, across: "\(times(end.x / below.x)) words",
      up: "× \(Magnitude.plain(end.y / below.y, digits: 2)) time", side: .below),
  ]
  chart.guides = [.proportional("slope 1", through: (first.x, (first.y * start.y).squareRoot()))]
  return chart
}
