import Experiments

/// The example that the chapter works out by hand, as the run has written it.
struct Example {
  let words: [String]
  let context: [String]
  /// The input and the output vectors, by word.
  let input: [[Double]]
  let output: [[Double]]
  let mean: [Double]
  let scores: [Double]
  let exponentials: [Double]
  let sum: Double
  let probabilities: [Double]
  let loss: Double
  /// −∂J/∂v̂ is its opposite.
  let meanGradient: [Double]
  let scoreGradient: [Double]
  let after: (mean: [Double], output: [[Double]], input: [[Double]], loss: Double)
  /// What a description ends with.
  let provenance: String

  /// The number of the word in the gap.
  let centre = 2

  init(_ results: Results) throws(RunError) {
    words = try results.texts("example.vocabulary")
    context = try results.texts("example.context")
    input = try results.rows("example.input")
    output = try results.rows("example.output")
    mean = try results.numbers("example.mean")
    scores = try results.numbers("example.scores")
    exponentials = try results.numbers("example.exponentials")
    sum = try results.number("example.sum")
    probabilities = try results.numbers("example.probabilities")
    loss = try results.number("example.loss")
    meanGradient = try results.numbers("example.meanGradient")
    scoreGradient = try results.numbers("example.scoreGradient")
    after = (
      try results.numbers("example.after.mean"), try results.rows("example.after.output"),
      try results.rows("example.after.input"), try results.number("example.after.loss")
    )
    provenance = results.provenance
  }

  /// The input vectors of the context, in the order of the text.
  var contextVectors: [(word: String, x: Double, y: Double)] {
    context.compactMap { word in
      words.firstIndex(of: word).map { (word, input[$0][0], input[$0][1]) }
    }
  }

  /// Σ ŷ u, what the model has expected.
  var expected: (x: Double, y: Double) {
    let sums = (0..<2).map { place in
      zip(probabilities, output).reduce(0) { $0 + $1.0 * $1.1[place] }
    }
    return (sums[0], sums[1])
  }
}
