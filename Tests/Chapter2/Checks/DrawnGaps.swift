import Grading

/// A random gap with a model around it: what a gradient or a step is asked of.
struct DrawnGap {
  let gap: Gap
  let vectors: WordVectors

  /// As in “outputGradient(of: …)”.
  var words: String { "\(gap.written) with \(vectors.written)" }
}

extension Gap {
  /// As a verdict writes it in a claim.
  var written: String { "\(centre) in \(context)" }
}

extension WordVectors {
  /// Both tables as a verdict writes them in a claim.
  var written: String {
    "V = \(Chapter2Checks.written(input)) and U = \(Chapter2Checks.written(output))"
  }

  /// The same model with smaller input vectors, so that no score is greater than 1.
  fileprivate func calmed(for gap: Gap) -> WordVectors {
    var calm = self
    while Oracle(gap, calm).scores.contains(where: { abs($0) > 1 }) {
      calm.input = calm.input.map { $0.map { $0 / 2 } }
    }
    return calm
  }
}

extension Draws {
  /// A gap; two of them come often, so that different models are asked the same.
  mutating func gap(of vocabularySize: Int) -> Gap {
    switch integer(0...3) {
    case 0: Gap(centre: 1, context: [0])
    case 1: Gap(centre: 0, context: [1, 0, 1])
    default:
      Gap(
        centre: integer(0...vocabularySize - 1),
        context: list(1...6) { $0.integer(0...vocabularySize - 1) })
    }
  }

  /// A gap whose gradients a Float can tell.
  ///
  /// Both gradients are differences, which may be far smaller than what they are made of, and then
  /// are nothing but rounding. So one number of every input vector has the same sign, one number of
  /// the centre's output vector has the other sign than that of all others, and no score is greater
  /// than 1, so that the centre's probability is below 9/10.
  mutating func gapWithModel() -> DrawnGap {
    let (count, size) = (integer(2...6), integer(1...4))
    let gap = gap(of: count)
    let scales: [Float] = [1, 1e-4, 300]
    let (inputScale, outputScale) = (element(of: scales), element(of: scales))
    let (inputSide, outputSide): (Float, Float) = (truth() ? -1 : 1, truth() ? -1 : 1)
    var input: Rows = matrix(size, count, scale: inputScale)
    var output: Rows = matrix(count, size, scale: outputScale)
    for word in 0..<count {
      input[0][word] = inputSide * (abs(input[0][word]) + inputScale / 2)
      let side = word == gap.centre ? -outputSide : outputSide
      output[word][0] = side * (abs(output[word][0]) + outputScale)
    }
    return DrawnGap(gap: gap, vectors: WordVectors(input: input, output: output).calmed(for: gap))
  }
}

/// A model of the page's size with other vectors, for what is kept by the gap alone.
let mirrored = WordVectors(
  input: pageVectors.input.map { $0.reversed() }, output: pageVectors.output.reversed())

/// A model of many words with n = 3, whose numbers are all about 1.
func manyWords(_ count: Int) -> WordVectors {
  WordVectors(
    input: pattern(rows: 3, columns: count, seed: 2),
    output: pattern(rows: count, columns: 3, seed: 5))
}
