import Experiments
import Foundation

/// What is drawn of the example that is worked out by hand.
func exampleFigures(of example: Example) -> [(name: String, figure: any Figure)] {
  [
    ("sliding", sliding(example)), ("vectors", vectors(example)), ("mean", mean(example)),
    ("scores", scores(example)), ("softmax", softmax(example)),
    ("cross-entropy", crossEntropy(example)), ("step", step(example)),
  ]
}

private func decimals(_ value: Double, _ count: Int = 3) -> String {
  Magnitude.grouped(value, decimals: count)
}

private func pair(_ vector: [Double]) -> String {
  "(\(vector.map { Magnitude.plain($0, digits: 3) }.joined(separator: ", ")))"
}

private func sliding(_ example: Example) -> SlidingWindow {
  let sentence = "the cat jumped over the puddle".split(separator: " ").map(String.init)
  return SlidingWindow(
    title: "A window slides over the sentence",
    description: "Six copies of “the cat jumped over the puddle”, one below the other. In each "
      + "another word is the centre, from the first to the last, and up to two words on either "
      + "side of it are its context. At the ends the window is cut off: the first and the last "
      + "word have two words of context, the second and the fifth three, the others four.",
    words: sentence, halfWidth: 2)
}

private func vectors(_ example: Example) -> LookUpDiagram {
  let list = zip(example.words, example.input).map { "\($0) \(pair($1))" }
  return LookUpDiagram(
    title: "V, and its columns in the plane",
    description: "A table of two rows and five columns, the column of cat lit; the one-hot vector "
      + "below it has its 1 there. Beside it the columns as arrows from the origin: "
      + list.joined(separator: ", ") + ". " + example.provenance,
    words: example.words, vectors: example.input, lit: 1)
}

private func mean(_ example: Example) -> ArrowChart {
  var (chain, end): ([ArrowChart.Arrow], (x: Double, y: Double)) = ([], (0, 0))
  for (word, x, y) in example.contextVectors {
    let next = (x: end.x + x, y: end.y + y)
    chain.append(.init(word, from: end, to: next, .context))
    end = next
  }
  let mean = (x: example.mean[0], y: example.mean[1])
  // A word that stands there twice is drawn twice, beside itself.
  let arrows = example.contextVectors.enumerated().map { place, entry in
    let same = example.context.indices.filter { example.context[$0] == entry.word }
    return ArrowChart.Arrow(
      same.last != place ? "" : same.count > 1 ? "\(entry.word), twice" : entry.word,
      to: (entry.x, entry.y), .context,
      shift: same.count > 1 ? 6 * Double(1 + (same.firstIndex(of: place) ?? 0)) : 0, width: 2)
  }
  return ArrowChart(
    title: "The mean of the context, in the plane",
    description: "Left: the input vectors of the, cat, over, the and puddle as arrows, the one of "
      + "the drawn twice, and among them their mean \(pair(example.mean)). Right: the same five "
      + "arrows, each from the head of the one before, reach (\(Magnitude.plain(end.x, digits: 2)), "
      + "\(Magnitude.plain(end.y, digits: 2))), and a fifth of that way is the mean. "
      + example.provenance,
    panels: [
      .init(
        "five arrows and their mean", xs: -0.15...1.25, ys: -0.15...1.25,
        arrows: arrows + [.init("v̂", to: mean, .hidden, width: 4)]),
      .init(
        "head to tail: a fifth of the way", xs: -0.2...3.3, ys: -0.2...2.3,
        arrows: chain + [
          .init(to: end, .hidden, isFaint: true, hasHead: false),
          .init("v̂", to: mean, .hidden, width: 4),
        ]),
    ])
}

private func scores(_ example: Example) -> ArrowChart {
  let (x, y) = (example.mean[0], example.mean[1])
  let square = x * x + y * y
  func place(_ score: Double) -> (x: Double, y: Double) { (score / square * x, score / square * y) }
  let arrows = zip(example.words, zip(example.output, example.scores)).flatMap { word, entry in
    let tip = (x: entry.0[0], y: entry.0[1])
    return [
      ArrowChart.Arrow("\(word) \(Magnitude.plain(entry.1, digits: 2))", to: tip, .center),
      .init(from: tip, to: place(entry.1), .prediction, isFaint: true, hasHead: false),
    ]
  }
  let list = zip(example.words, example.scores).map { "\($0) \(Magnitude.plain($1, digits: 2))" }
  return ArrowChart(
    title: "Scores as shadows on v̂",
    description: "The five output vectors as arrows, and v̂ \(pair(example.mean)) on a line through "
      + "the origin. From the head of each a dashed line falls on the line at a right angle; where "
      + "it arrives the line, which is a scale, shows the score: \(list.joined(separator: ", ")). "
      + "Puddle reaches furthest, over falls behind the origin. " + example.provenance,
    panels: [
      .init(
        "u · v̂ is where the shadow falls on the line", xs: -1.25...1.6, ys: -0.3...1.25,
        arrows: [
          .init(from: place(-0.28), to: place(1.36), .prediction, hasHead: false)
        ] + arrows + [.init("v̂", to: (x, y), .hidden, width: 4)],
        dots: [("z = 0", 0), ("0.5", 0.5), ("1", 1)].map { .init($0, at: place($1), .prediction) })
    ])
}

private func softmax(_ example: Example) -> BarRows {
  let list = example.words.indices.map { word in
    "\(example.words[word]) \(decimals(example.scores[word], 1)), "
      + "\(decimals(example.exponentials[word])), \(decimals(example.probabilities[word]))"
  }
  return BarRows(
    title: "From scores to shares",
    description: "Three rows of bars for the five words: scores, one of them negative; their "
      + "exponentials, all above 0, in the same order and further apart; and the exponentials "
      + "divided by their sum, \(decimals(example.sum)), which look the same and sum to 1. "
      + list.joined(separator: "; ") + ". " + example.provenance,
    words: example.words,
    rows: [
      .init("scores z", values: example.scores, decimals: 1, step: "exponential", strength: 0.45),
      .init(
        "e to the z", values: example.exponentials, decimals: 3,
        step: "divided by their sum, \(decimals(example.sum))", strength: 0.7),
      .init("probabilities ŷ", values: example.probabilities, decimals: 3),
    ], marked: example.centre)
}

private func crossEntropy(_ example: Example) -> CurveChart {
  let ours = example.probabilities[example.centre]
  let die = 1 / Double(example.words.count)
  return CurveChart(
    title: "The loss by the probability of the right word",
    description:
      "−ln p falls from beyond 4 nats near p = 0, steeply at first, to 0 at p = 1. Marked "
      + "are our \(decimals(ours)), which costs \(decimals(example.loss)) nats, and the die's "
      + "\(Magnitude.plain(die, digits: 2)), which costs \(decimals(-log(die))). "
      + example.provenance,
    x: Axis("p, the probability of the right word", ticks: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    y: Axis("loss −ln p, in nats"),
    curve: (2...80).map { (Double($0) / 80, -log(Double($0) / 80)) },
    marks: [
      .init(
        "ours: p = \(decimals(ours)), \(decimals(example.loss)) nats", at: (ours, example.loss),
        hasGuides: true),
      .init(
        "a die: p = 1/5, \(decimals(-log(die))) nats", at: (die, -log(die)), hasGuides: true, nil),
      .init("sure and right: 0", at: (1, 0)),
    ])
}

private func step(_ example: Example) -> ArrowChart {
  let before = (x: example.mean[0], y: example.mean[1])
  let after = (x: example.after.mean[0], y: example.after.mean[1])
  let right = (x: example.output[example.centre][0], y: example.output[example.centre][1])
  let moves = example.words.indices.flatMap { word -> [ArrowChart.Arrow] in
    let (old, new) = (example.output[word], example.after.output[word])
    return [
      .init(to: (old[0], old[1]), .center, isFaint: true),
      .init(example.words[word], to: (new[0], new[1]), .center),
    ]
  }
  return ArrowChart(
    title: "One step",
    description: "Left: the five output vectors before the step, dashed, and after it. That of "
      + "jumped has grown along v̂, the others have drawn back from it. Right: v̂ before, dashed, and "
      + "after; an arrow shows what the gradient asks of it, from what the model had expected, Σ ŷ u, "
      + "towards the output vector of jumped. The loss falls from \(decimals(example.loss)) to "
      + "\(decimals(example.after.loss)). " + example.provenance,
    panels: [
      .init(
        "U: jumped along v̂, all others back", xs: -1.25...1.35, ys: -0.3...1.25,
        arrows: [.init("v̂", to: before, .hidden, isFaint: true)] + moves),
      .init(
        "v̂: towards u of jumped", xs: -0.12...1.0, ys: -0.12...0.72,
        arrows: [
          .init("u of jumped pulls", to: right, .center),
          .init("v̂ before", to: before, .hidden, isFaint: true),
          .init("v̂ after", to: after, .hidden),
          .init(from: example.expected, to: right, .gradient),
        ], dots: [.init("Σ ŷ u, expected, pushes", at: example.expected, .prediction)]),
    ])
}
