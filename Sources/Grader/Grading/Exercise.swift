/// An exercise's grader, as a value: what is checked, and proof that the check is sharp.
///
/// `Implementation` is a closure or a struct of closures with the signature of the function that
/// the learner writes. The same value judges the learner's code, the reference, the named mistakes
/// and the alternative right answers; it knows no chapter module.
public struct Exercise<Implementation: Sendable>: Sendable {
  /// The exercise's number, such as `"1.3"`.
  public let id: String
  /// The anchor of the section to read again, without the page: `"the-chain-rule"`.
  public let section: String
  /// The longest that the check may take, in seconds, of processor time and by the clock.
  public let seconds: Double
  /// Calls the implementation and says what it should have done.
  public let examine: @Sendable (Implementation, inout Examination) throws -> Void
  /// Plausible wrong answers, each of which `examine` must reject and tell from the others.
  public let mistakes: [NamedImplementation<Implementation>]
  /// Answers by another published convention than the one that the exercise fixes, each of which
  /// `examine` must reject and tell from the others; the verdict calls them that.
  public let conventions: [NamedImplementation<Implementation>]
  /// Right answers that are written another way, each of which `examine` must accept.
  public let alternatives: [NamedImplementation<Implementation>]
  /// Right answers that take too much work, each of which `examine` must reject for that alone.
  public let tooSlow: [NamedImplementation<Implementation>]

  /// Creates a grader.
  public init(
    _ id: String, section: String, seconds: Double = 10,
    examine: @escaping @Sendable (Implementation, inout Examination) throws -> Void,
    mistakes: [NamedImplementation<Implementation>],
    conventions: [NamedImplementation<Implementation>] = [],
    alternatives: [NamedImplementation<Implementation>],
    tooSlow: [NamedImplementation<Implementation>] = []
  ) {
    self.id = id
    self.section = section
    self.seconds = seconds
    self.examine = examine
    self.mistakes = mistakes
    self.conventions = conventions
    self.alternatives = alternatives
    self.tooSlow = tooSlow
  }

  /// The grader with the implementation that it is to judge.
  public func judging(_ implementation: Implementation) -> BoundExercise {
    BoundExercise(
      id: id, seconds: seconds,
      sections: [section] + wrongAnswers.compactMap(\.section), mistakes: wrongAnswers.map(\.name),
      alternatives: alternatives.map(\.name), proofs: proofs,
      holdsAlone: { claim in
        var examination = Examination(only: claim)
        examination.run { try examine(implementation, &$0) }
        return examination.failure == nil && !examination.observations.isEmpty
      },
      verdict: { report in judge(implementation, reporting: report) })
  }

  /// The proofs of this grader, for GradingTests.
  public var proofs: ExerciseProofs {
    let traces = Once { tracesOfWrongAnswers() }
    return ExerciseProofs(
      id: id, mistakes: wrongAnswers.map(\.name), alternatives: alternatives.map(\.name),
      tooSlow: tooSlow.map(\.name),
      verdictOnMistake: { judge(wrongAnswers[$0].implementation, beside: traces) },
      verdictOnAlternative: { judge(alternatives[$0].implementation, beside: traces) },
      verdictOnTooSlow: { judge(tooSlow[$0].implementation, beside: traces) })
  }

  private var wrongAnswers: [NamedImplementation<Implementation>] { mistakes + conventions }

  /// Examines an implementation; on failure looks for the known wrong answer that gives the same.
  private func judge(
    _ implementation: Implementation, beside traces: Once<[Trace]>? = nil,
    reporting report: @escaping @Sendable (CheckEvent) -> Void = { _ in }
  ) -> Verdict {
    let traces = traces ?? Once { tracesOfWrongAnswers() }
    var examination = Examination(
      reporting: { report(.claim($0)) },
      onFailure: { examination in
        let cause =
          examination.isTooSlow ? nil : Cause(ofBeginning: examination, among: traces.value)
        report(.failure(message(on: examination, cause: cause, reading: nil)))
      })
    examination.run { try examine(implementation, &$0) }
    if let fault = examination.fault {
      return Verdict(exercise: id, kind: .graderFault, message: fault)
    }
    guard examination.failure != nil else {
      return examination.observations.isEmpty
        ? Verdict(exercise: id, kind: .graderFault, message: "the grader of \(id) checks nothing")
        : Verdict(exercise: id, kind: .passed)
    }
    if examination.isTooSlow {
      return Verdict(
        exercise: id, kind: .tooSlow, message: message(on: examination, cause: nil, reading: nil))
    }
    let cause = Cause(of: examination, among: traces.value)
    let reading = cause == nil ? Probes.reading(of: examination) : nil
    return Verdict(
      exercise: id, kind: .wrong, message: message(on: examination, cause: cause, reading: reading),
      mistake: cause.map { wrongAnswers[$0.index].name }, failedClaim: examination.failing.first)
  }

  /// What the known wrong answers give, each examined like a learner's code.
  private func tracesOfWrongAnswers() -> [Trace] {
    var known: [Observation?] = []
    return wrongAnswers.map { answer in
      var examination = Examination(isTrace: true, knowing: known)
      examination.run { try examine(answer.implementation, &$0) }
      if examination.expectations.count > known.count { known = examination.expectations }
      return Trace(observations: examination.observations, failing: examination.failing)
    }
  }

  /// What a learner is told: the first failure, what it means, and then the details.
  private func message(on examination: Examination, cause: Cause?, reading: String?) -> String {
    var lines = (examination.failure ?? "").split(separator: "\n").map(String.init)
    // Beside a cause, what the numbers happen to have in common would be a second one.
    if cause != nil { lines.removeAll(where: Ratio.isReading) }
    lines.insert(
      examination.isTooSlow
        ? "Its documentation comment says what it may cost." : meaning(of: cause),
      at: min(1, lines.count))
    return (lines + [reading].compactMap(\.self)).joined(separator: "\n")
  }

  private func meaning(of cause: Cause?) -> String {
    guard let cause else { return "Read § \(section) again." }
    let answer = wrongAnswers[cause.index]
    let place = "see § \(answer.section ?? section)."
    if cause.index >= mistakes.count {
      return "This \(cause.isCertain ? "follows" : "looks like") another convention, by which "
        + "\(answer.name); \(place)"
    }
    return
      "This \(cause.isCertain ? "is" : "looks like") what you get when \(answer.name); \(place)"
  }
}

/// An implementation with a name: a mistake that learners make, or another right answer.
public struct NamedImplementation<Implementation: Sendable>: Sendable {
  /// For a mistake, words that go on from "this is what you get when"; for a convention, from
  /// "another convention, by which"; else what sets it apart.
  public let name: String
  /// The anchor of the section that explains it, where it is not the exercise's own.
  public let section: String?
  /// What the learner would have written.
  public let implementation: Implementation

  /// Names an implementation.
  public init(_ name: String, section: String? = nil, _ implementation: Implementation) {
    self.name = name
    self.section = section
    self.implementation = implementation
  }
}

/// What is known of a check before it is over, for the case that it never is.
public enum CheckEvent: Sendable {
  /// This is about to be checked.
  case claim(String)
  /// The first claim has failed: the message for the learner.
  case failure(String)
}

/// A grader with the implementation that it judges, of whatever type.
public struct BoundExercise: Sendable {
  /// The exercise's number.
  public let id: String
  /// The longest that the check may take, in seconds.
  public let seconds: Double
  /// Anchors of the sections that a verdict may send the learner to.
  public let sections: [String]
  /// Names of the mistakes and of the alternatives that come with the grader.
  public let mistakes, alternatives: [String]
  /// What proves that the grader is sharp; nil where there is nothing to prove.
  public let proofs: ExerciseProofs?
  /// Whether a claim holds where no other was made before, by its place among them.
  let holdsAlone: (@Sendable (Int) -> Bool)?
  /// Runs the check in this process; the argument is told what happens, as it happens.
  public let verdict: @Sendable (@escaping @Sendable (CheckEvent) -> Void) -> Verdict

  /// Creates a bound grader.
  public init(
    id: String, seconds: Double = 10,
    verdict: @escaping @Sendable (@escaping @Sendable (CheckEvent) -> Void) -> Verdict
  ) {
    self.init(
      id: id, seconds: seconds, sections: [], mistakes: [], alternatives: [], proofs: nil,
      holdsAlone: nil, verdict: verdict)
  }

  init(
    id: String, seconds: Double, sections: [String], mistakes: [String], alternatives: [String],
    proofs: ExerciseProofs?, holdsAlone: (@Sendable (Int) -> Bool)?,
    verdict: @escaping @Sendable (@escaping @Sendable (CheckEvent) -> Void) -> Verdict
  ) {
    self.id = id
    self.seconds = seconds
    self.sections = sections
    self.mistakes = mistakes
    self.alternatives = alternatives
    self.proofs = proofs
    self.holdsAlone = holdsAlone
    self.verdict = verdict
  }
}
