import Experiments
import Foundation

/// What is drawn of the training and of what it has learned.
func trainingFigures(of results: Results) throws -> [(name: String, figure: any Figure)] {
  [
    ("network", try network(results)), ("loss", try loss(results)), ("map", try map(results)),
    ("window", try window(results)),
  ]
}

private func network(_ results: Results) throws -> NetworkDiagram {
  let size = Axis.grouped(try results.number("corpus.vocabulary"))
  let n = Axis.grouped(try results.number("model.embeddingSize"))
  let context = try results.texts("example.context")
  return NetworkDiagram(
    title: "CBOW with its shapes",
    description: "Five words of context are looked up in V, which has \(n) × \(size) numbers; the "
      + "mean of their vectors, \(n) numbers, is multiplied by U, \(size) × \(n), to \(size) scores, "
      + "and softmax makes them probabilities. " + results.provenance,
    layers: [
      .init("context", shape: "|C| words", columns: context, cells: 1, .context),
      .init("vectors v", shape: "\(n) each", columns: context.map { _ in "" }, cells: 3, .context),
      .init("mean v̂", shape: n, cells: 3, .hidden),
      .init(
        "scores z", shape: size, cells: 15, filled: [2: 0.6, 3: 0.45, 6: 0.75, 11: 0.5], .prediction
      ),
      .init("ŷ", shape: size, cells: 15, filled: [6: 1, 3: 0.3, 11: 0.4], .prediction),
    ],
    steps: [
      ("look up in V", "\(n) × \(size)", .context), ("mean", "", .hidden),
      ("times U", "\(size) × \(n)", .center), ("softmax", "", .prediction),
    ])
}

private func loss(_ results: Results) throws -> CurveChart {
  let points = try results.numbers("training.curve")
  let uniform = try results.number("training.uniformLoss")
  let epochs = try results.number("training.epochs")
  var curve: [CurveChart.Point] = [(0, try results.number("training.firstLoss"))]
  for (part, loss) in points.enumerated() {
    curve.append(((Double(part) + 0.5) * epochs / Double(points.count), loss))
  }
  func text(_ value: Double) -> String { Magnitude.grouped(value, decimals: 2) }
  let (first, last) = (points.first ?? uniform, points.last ?? uniform)
  return CurveChart(
    title: "The loss as the training goes on",
    description: "The mean loss begins at ln |V| = \(text(uniform)) nats, falls steeply to "
      + "\(text(first)) in the first hundredth of the training and ever more slowly afterwards, to "
      + "\(text(last)) at the end of \(Magnitude.plain(epochs, digits: 2)) epochs: as a perplexity, "
      + "from \(Axis.grouped(exp(uniform).rounded())) to \(Axis.grouped(exp(last).rounded())). "
      + results.provenance,
    x: Axis("epochs", ticks: Array(stride(from: 0, through: epochs, by: 1))),
    y: Axis("loss in nats", ticks: Array(stride(from: 4, through: uniform, by: 1))), curve: curve,
    lines: stride(from: 1, through: epochs - 1, by: 1).map { epoch in
      .init("", from: (epoch, 4), to: (epoch, 8.8), isDashed: true)
    },
    marks: [
      .init("knows nothing: ln |V| = \(text(uniform))", at: curve[0]),
      .init("\(text(last))", at: curve[curve.count - 1]),
    ],
    right: (
      "perplexity",
      [100, 200, 500, 1000, 2000, 5000].map { (Axis.grouped($0), log($0)) }
    ), includesZero: false)
}

private func map(_ results: Results) throws -> PointMap {
  let (names, groups) = (try results.texts("map.names"), try results.texts("map.groups"))
  let (kinds, places) = (try results.numbers("map.kinds"), try results.rows("map.places"))
  return PointMap(
    title: "A map of \(names.count) words",
    description: "The input vectors of \(names.count) words in \(groups.count) groups "
      + "(\(groups.joined(separator: ", "))), drawn along their two principal components, which hold "
      + "\(Axis.percent(try results.number("map.spreadShare"))) of their spread. "
      + results.provenance,
    points: names.indices.map {
      .init(names[$0], x: places[$0][0], y: places[$0][1], group: Int(kinds[$0]))
    },
    groupNames: groups)
}

private func window(_ results: Results) throws -> WindowChart {
  let words = try results.text("window.sentence").split(separator: " ").map(String.init)
  let gap = Int(try results.number("window.drawn.gap"))
  let context = try results.numbers("window.drawn.context").map { Int($0) }
  let scores = try results.numbers("window.drawn.scores")
  let probabilities = try results.numbers("window.drawn.probabilities")
  let bars = zip(try results.texts("window.drawn.expected"), zip(scores, probabilities)).map {
    WindowChart.Bar($0, score: $1.0, probability: $1.1)
  }
  let size = try results.number("corpus.vocabulary")
  let rank = try results.number("window.rank")
  let sentence = words.indices.map { $0 == gap ? "▢" : words[$0] }.joined(separator: " ")
  let expected = bars.prefix(4).map { "\($0.word) \(Magnitude.small($0.probability))" }
  let near = context.map { words[$0] }.joined(separator: ", ")
  let loss = Magnitude.grouped(try results.number("window.loss"), decimals: 2)
  let description =
    "“\(sentence)”: the input vectors of \(near), their mean, and the words that the model finds "
    + "most probable in the gap: \(expected.joined(separator: ", ")). The covered word, "
    + "\(words[gap]), is number \(Axis.grouped(rank)) of \(Axis.grouped(size)), its loss \(loss) "
    + "nats. "
  return WindowChart(
    title: "What the model expects in a gap", description: description + results.provenance,
    words: words, vectors: try results.rows("window.drawn.vectors"), gap: gap, context: context,
    bars: bars, rest: try results.number("window.drawn.rest"),
    covered: .init(
      words[gap], score: try results.number("window.drawn.centreScore"),
      probability: try results.number("window.probability")),
    rank: Int(rank), vocabularySize: Int(size))
}
