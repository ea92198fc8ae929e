import Grading

/// A random training, and one of its three results.
struct DrawnTraining {
  let vectors: WordVectors
  let gaps: [Gap]
  let epochs: Int
  let start, end: Float
  let asked: Result

  /// What a training changes or returns, as the beginning of a claim.
  enum Result: String, CaseIterable {
    case losses = "the losses returned, as [J]s, by"
    case input = "V after"
    case output = "U after"

    func rows(of model: WordVectors, _ losses: [Float]) -> Rows {
      switch self {
      case .losses: losses.map { [$0] }
      case .input: model.input
      case .output: model.output
      }
    }
  }

  var claim: String {
    "\(asked.rawValue) training on [\(gaps.map(\.written).joined(separator: ", "))], "
      + "epochs: \(epochs), from \(written(start)) to \(written(end)), with \(vectors.written)"
  }

  /// What is right, in Double.
  var expected: Rows {
    var model = vectors
    let losses = run(&model, gaps, epochs) { Double(rightRate(start, end, $0, $1)) }
    return asked.rows(of: model, losses.map(mean))
  }

  /// What a loop makes of it.
  func computed(by train: Training.Loop) -> Rows {
    var model = vectors
    let losses = train(&model, gaps, epochs, start, end)
    return asked.rows(of: model, losses)
  }
}

/// Random rates, all of one fall.
struct DrawnFall {
  let start, end: Float
  let total: Int
  let first: Int

  /// The first step, by whose rate errors are measured, and five after each other.
  var steps: [Int] { [0] + Array(first..<first + 5) }

  var claim: String {
    "the rates at step 0 and the steps \(first) to \(first + 4) of \(total), from \(written(start)) to "
      + written(end)
  }

  /// (1 − k/total) · start + (k/total) · end, in Double.
  var expected: [Float] {
    steps.map { step in
      let share = step < total ? Double(step) / Double(total) : 1
      return Float((1 - share) * Double(start) + share * Double(end))
    }
  }
}

extension Draws {
  /// A start and an end that is not above it.
  private mutating func rates(scale: Float) -> (start: Float, end: Float) {
    let start: Float = positive(scale: scale)
    return (start, start * element(of: [0, 0.25, 1, 0.613]))
  }

  mutating func training() -> DrawnTraining {
    let (count, size) = (integer(2...5), integer(1...3))
    let gaps = list(0...3) { $0.gap(of: count) }
    let epochs = integer(0...3)
    let (start, end) = rates(scale: 0.2)
    // Scores below 1, so that no step is a leap.
    let vectors = WordVectors(
      input: matrix(size, count, scale: 0.2), output: matrix(count, size, scale: 0.3))
    return DrawnTraining(
      vectors: vectors, gaps: gaps, epochs: epochs, start: start, end: end,
      asked: element(of: DrawnTraining.Result.allCases))
  }

  mutating func fall() -> DrawnFall {
    let (start, end) = rates(scale: element(of: [1, 1e-4, 300]))
    let total = truth() ? integer(1...3_000_000) : integer(1...12)
    let last = total + integer(0...3)
    let first = truth() ? integer(0...total) : max(last - 4, 0)
    return DrawnFall(start: start, end: end, total: total, first: first)
  }
}
