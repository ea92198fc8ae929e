extension Examination {
  /// Claims that an implementation and an independent oracle agree on random inputs.
  ///
  /// The inputs are the same in every run. The first that fails is made small before it is shown.
  ///
  /// - Parameters:
  ///   - samples: how many inputs.
  ///   - seed: gives other inputs where a grader has two such claims.
  ///   - tolerance: as in ``check(_:_:is:tolerance:scale:)``.
  ///   - scale: what differences are measured by at least.
  ///   - draw: makes an input; it has to be valid, whatever the choices.
  ///   - claim: what is computed of the input, as a learner would say it.
  ///   - computed: the call of the implementation.
  ///   - expected: the oracle, which shares no code with any implementation.
  public mutating func checkAgreement<Input, Value: Observable>(
    samples: Int = 40, seed: UInt64 = 1, tolerance: Double = 1e-9, scale: Scale = .one,
    drawing draw: @escaping (inout Draws) -> Input,
    claim: @escaping (Input) -> String,
    computed: @escaping (Input) throws -> Value,
    expected: @escaping (Input) -> Value
  ) {
    checkSamples(samples, seed: seed, tolerance: tolerance, scale: scale) { draws, ask in
      let input = draw(&draws)
      ask(
        AskedValue(
          claim: { claim(input) }, computed: { try computed(input).observation },
          alone: { try computed(input).observation },
          expected: { expected(input).observation }))
    }
  }

  /// Claims that two models, made of random material and asked in turn, agree with an oracle.
  ///
  /// What is kept from one model to the other, outside of both, gives wrong answers here.
  ///
  /// - Parameters:
  ///   - samples: how many pairs of models.
  ///   - questions: how many questions each of the two is asked.
  ///   - seed: gives other inputs where a grader has two such claims.
  ///   - tolerance: as in ``check(_:_:is:tolerance:scale:)``.
  ///   - scale: what differences are measured by at least.
  ///   - material: draws what a model is made of.
  ///   - make: makes a model by the implementation.
  ///   - question: draws a question to a model that is made of the material.
  ///   - claim: what is asked, as a learner would say it.
  ///   - computed: the model's answer.
  ///   - expected: the oracle's, from the material.
  public mutating func checkAgreementInTurn<Material, Model, Question, Value: Observable>(
    samples: Int = 12, questions: Int = 4, seed: UInt64 = 1, tolerance: Double = 1e-9,
    scale: Scale = .one,
    drawing material: @escaping (inout Draws) -> Material,
    making make: @escaping (Material) throws -> Model,
    asking question: @escaping (inout Draws, Material) -> Question,
    claim: @escaping (Material, Question) -> String,
    computed: @escaping (Model, Question) throws -> Value,
    expected: @escaping (Material, Question) -> Value
  ) {
    checkSamples(samples, seed: seed, tolerance: tolerance, scale: scale) { draws, ask in
      let materials = [material(&draws), material(&draws)]
      // Made when first asked, so that a failure to make one belongs to a claim.
      var models: [Result<Model, any Error>] = []
      for number in 0..<2 * questions {
        let material = materials[number % 2]
        let question = question(&draws, material)
        ask(
          AskedValue(
            claim: { claim(material, question) },
            computed: {
              if models.isEmpty {
                models = materials.map { material in Result { try make(material) } }
              }
              return try computed(models[number % 2].get(), question).observation
            },
            alone: { try computed(make(material), question).observation },
            expected: { expected(material, question).observation }))
      }
    }
  }

  /// Asks for the values of many samples.
  private mutating func checkSamples(
    _ count: Int, seed: UInt64, tolerance: Double, scale: Scale,
    values: @escaping (inout Draws, (AskedValue) -> Void) -> Void
  ) {
    for index in 0..<count {
      var draws = Draws(seed: seed &* 1_000_003 &+ UInt64(index))
      let hadFailed = failure != nil
      values(&draws) { value in
        let expected = knownExpectation ?? value.expected()
        record(
          isTrace ? "" : value.claim(), is: expected,
          closeness: scale.closeness(tolerance, to: expected),
          isOfOneClaim ? value.alone : value.computed)
      }
      guard !hadFailed, failure != nil, !isTrace, !isOfOneClaim else { continue }
      let report = report
      let smallest = Shrinking.simplest(draws.choices, seconds: Self.shrinkingSeconds) { choices in
        var draws = Draws(replaying: choices)
        var hasFailed = false
        values(&draws) { value in
          if hasFailed { return }
          report(value.claim())
          hasFailed = value.difference(tolerance, scale) != nil
        }
        return hasFailed ? draws.choices : nil
      }
      if let message = Self.message(of: smallest, tolerance, scale, values: values) {
        restate(message)
      }
    }
  }

  /// What is said of the first wrong value of a sample; nil where it fails no more.
  private static func message(
    of choices: [Int], _ tolerance: Double, _ scale: Scale,
    values: (inout Draws, (AskedValue) -> Void) -> Void
  ) -> String? {
    var draws = Draws(replaying: choices)
    var message: String?
    values(&draws) { value in
      guard message == nil, let difference = value.difference(tolerance, scale) else { return }
      message = "\(value.claim()): \(difference)"
    }
    return message
  }

  /// Processor time for making a failing input small.
  private static let shrinkingSeconds = 1.0
}

/// One value of a sample: how it is computed, and what it should be.
private struct AskedValue {
  let claim: () -> String
  /// Among the sample's other calls.
  let computed: () throws -> Observation
  /// By itself.
  let alone: () throws -> Observation
  let expected: () -> Observation

  /// What differs; nil where nothing does.
  func difference(_ tolerance: Double, _ scale: Scale) -> String? {
    let expected = expected()
    do {
      return try computed().difference(
        from: expected, closeness: scale.closeness(tolerance, to: expected))
    } catch {
      return "threw an error: \(error)"
    }
  }
}
