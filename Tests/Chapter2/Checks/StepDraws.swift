import Grading

/// A random step, and one of its three results.
func examineDrawnSteps(_ step: @escaping Step, _ examination: inout Examination) {
  examination.checkAgreement(
    samples: 60, tolerance: rounding, scale: .largest,
    drawing: { draws in
      let drawn = draws.gapWithModel()
      let rate: Float = draws.integer(0...9) == 9 ? 0 : draws.positive(scale: 0.4)
      return (drawn: drawn, rate: rate, asked: draws.element(of: StepResult.allCases))
    },
    claim: { input in
      "\(input.asked.rawValue) a step on \(input.drawn.gap.written) "
        + "with the rate \(written(input.rate)) and \(input.drawn.vectors.written)"
    },
    computed: { input in
      var model = input.drawn.vectors
      let loss = step(&model, input.drawn.gap, input.rate)
      return input.asked.rows(of: model, loss)
    },
    expected: { input in
      var oracle = Oracle(input.drawn.gap, input.drawn.vectors)
      let loss = oracle.step(Double(input.rate), Double(input.rate))
      let model = WordVectors(input: single(oracle.input), output: single(oracle.output))
      return input.asked.rows(of: model, Float(loss))
    })
}

/// What a step changes or returns, as the beginning of a claim.
private enum StepResult: String, CaseIterable {
  case loss = "the loss returned, as [[J]], by"
  case input = "V after"
  case output = "U after"

  func rows(of model: WordVectors, _ loss: Float) -> Rows {
    switch self {
    case .loss: [[loss]]
    case .input: model.input
    case .output: model.output
    }
  }
}
