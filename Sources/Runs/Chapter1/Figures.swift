import Experiments

/// The figures of Chapter 1, from its results.
enum Chapter1Figures {
  /// All of them, by name.
  static let all: FigureList = { results in
    [
      ("distinct-ngrams", try sizes(results)), ("ngram-growth", try growth(results)),
      ("unseen", try unseen(results)), ("perplexity", try perplexity(results)),
      ("dog-sat", try dogSat(results)), ("chain", try chain(results)), ("trie", try trie(results)),
      ("factors", try factors(results)),
    ]
  }

  private static let orders = 1...ExperimentCorpus.greatestOrder

  /// Different n-grams by length, between all that are possible and all that a text has room for.
  private static func sizes(_ results: Results) throws -> LineChart {
    func points(_ value: (Int) throws -> Double) rethrows -> [(x: Double, y: Double)] {
      try orders.map { (Double($0), try value($0)) }
    }
    let room = try points { try results.number("nGrams.\($0).tokens") }
    let different = try points { try results.number("nGrams.\($0).distinct") }
    let once = try points { length in
      try results.number("nGrams.\(length).onceShare") * different[length - 1].y
    }
    let words = different[0].y
    var chart = LineChart(
      title: "Different n-grams by length",
      description: "Different n-grams in the training text rise from "
        + "\(Magnitude.text(words)) for n = 1 to \(Magnitude.text(different[4].y)) for n = 5, and "
        + "those seen only once from \(Magnitude.text(once[0].y)) to \(Magnitude.text(once[4].y)): "
        + "nearly all of the \(Magnitude.text(room[4].y)) that the text has room for. A dashed "
        + "line shows how steeply all possible n-grams, |V| to the power of n, would rise. "
        + results.provenance,
      x: Axis("n, the length of the n-grams", ticks: orders.map(Double.init)),
      y: Axis("n-grams", kind: .logarithmic, ticks: [1e4, 1e5, 1e6, 1e7, 1e8]),
      series: [
        .init("in the text", colour: 2, points: room),
        .init("different", colour: 3, points: different),
        .init("seen once", colour: 1, points: once),
      ])
    chart.guides = [.init("|V|ⁿ are possible", through: (1, words), and: (2, words * words))]
    return chart
  }

  /// Different n-grams as the corpus grows: do they ever level off?
  private static func growth(_ results: Results) throws -> LineChart {
    let parts = results.keys("growth")
    let tokens = try parts.map { try results.number("growth.\($0).tokens") }
    let names = ["words", "pairs", "triples", "4-grams", "5-grams"]
    let lines = try zip(zip(orders, names), [6, 2, 1, 3, 7]).map { place, colour in
      let (length, name) = place
      let values = try parts.map { try results.number("growth.\($0).distinct.\(length)") }
      let growth = Magnitude.plain((values.last ?? 1) / (values.first ?? 1), digits: 2)
      return LineChart.Series(
        "\(name) ×\(growth)", colour: .series(colour), points: Array(zip(tokens, values)))
    }
    let growth = Magnitude.plain((tokens.last ?? 1) / (tokens.first ?? 1), digits: 2)
    var chart = LineChart(
      title: "Different n-grams by corpus size",
      description: "The text grows from \(Magnitude.text(tokens.first ?? 0)) to "
        + "\(Magnitude.text(tokens.last ?? 0)) words, ×\(growth). What is in it grows less: "
        + lines.map(\.name).joined(separator: ", ")
        + ". Both axes are logarithmic; along the dashed line of slope 1, twice the text has twice "
        + "the n-grams. " + results.provenance,
      x: Axis("words of training text, ×\(growth)", kind: .logarithmic, ticks: tokens),
      y: Axis("different n-grams", kind: .logarithmic),
      series: lines)
    // Between two of the lines, so that it crosses none.
    let start = (try ends(of: lines[0]).first.y * ends(of: lines[1]).first.y).squareRoot() * 0.7
    chart.guides = [.proportional("slope 1", through: (tokens[0], start))]
    return chart
  }

  private static func ends(
    of line: LineChart.Series
  ) throws -> (first: (x: Double, y: Double), last: (x: Double, y: Double)) {
    guard let first = line.points.first, let last = line.points.last else {
      throw RunError("error: the results have no growth; run the chapter again")
    }
    return (first, last)
  }

  /// The share of held-out n-grams that the training text never showed.
  private static func unseen(_ results: Results) throws -> BarChart {
    let shares = try orders.map { try results.number("unseen.\($0)") }
    let bars = zip(orders, shares).map {
      BarChart.Bar("n = \($0)", parts: [$1], label: Axis.percent($1))
    }
    let labels = bars.map { "\($0.name): \($0.label)" }.joined(separator: ", ")
    var chart = BarChart(
      title: "Held-out n-grams never seen in training",
      description: "The share of n-grams in held-out sentences that the training text never showed "
        + "rises with n. \(labels). " + results.provenance,
      label: "length of the n-gram",
      y: Axis("share of held-out n-grams", ticks: [0, 0.25, 0.5, 0.75, 1], format: Axis.percent),
      bars: bars)
    chart.colours = [7]
    return chart
  }

  /// What each length and each smoothing expects of held-out text.
  private static func perplexity(_ results: Results) throws -> LineChart {
    let kinds: [(name: String, key: (Int) -> String)] = [
      ("no smoothing", { "perplexity.maximumLikelihood.\($0).perplexity" }),
      ("add-1", { "perplexity.addOne.\($0)" }), ("add-k", { "perplexity.addK.\($0)" }),
      ("Kneser–Ney", { "perplexity.kneserNey.\($0)" }),
    ]
    let lines = try zip([4, 6, 7, 3], kinds).map { colour, kind in
      LineChart.Series(
        kind.name, colour: .series(colour),
        points: try orders.map { (Double($0), try results.number(kind.key($0))) })
    }
    let told = try lines.dropFirst().map { line in
      let (first, last) = try ends(of: line)
      let least = line.points.min { $0.y < $1.y } ?? last
      return "\(line.name) goes from \(Axis.grouped(first.y)) to \(Axis.grouped(last.y)), least at "
        + "n = \(Int(least.x)) with \(Axis.grouped(least.y))"
    }
    return LineChart(
      title: "Perplexity on held-out text by length and smoothing",
      description: "From n = 1 to 5, " + told.joined(separator: "; ")
        + ". Without smoothing it is infinite from n = 2 on. Lower is better. "
        + results.provenance,
      x: Axis("n, the length of the n-grams", ticks: orders.map(Double.init)),
      y: Axis("perplexity (lower is better)", kind: .logarithmic, format: Axis.grouped),
      series: lines)
  }
}
