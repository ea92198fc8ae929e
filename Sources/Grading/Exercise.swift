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
  /// Right answers that are written another way, each of which `examine` must accept.
  public let alternatives: [NamedImplementation<Implementation>]

  /// Creates a grader.
  public init(
    _ id: String, section: String, seconds: Double = 10,
    examine: @escaping @Sendable (Implementation, inout Examination) throws -> Void,
    mistakes: [NamedImplementation<Implementation>],
    alternatives: [NamedImplementation<Implementation>]
  ) {
    self.id = id
    self.section = section
    self.seconds = seconds
    self.examine = examine
    self.mistakes = mistakes
    self.alternatives = alternatives
  }

  /// The grader with the implementation that it is to judge.
  public func judging(_ implementation: Implementation) -> BoundExercise {
    BoundExercise(
      id: id, seconds: seconds,
      sections: [section] + mistakes.compactMap(\.section), mistakes: mistakes.map(\.name),
      alternatives: alternatives.map(\.name),
      verdict: { report in judge(implementation, reporting: report) })
  }

  /// The proofs of this grader, for GradingTests.
  public var proofs: ExerciseProofs {
    ExerciseProofs(
      id: id, mistakes: mistakes.map(\.name), alternatives: alternatives.map(\.name),
      verdictOnMistake: { judge(mistakes[$0].implementation, reporting: { _ in }) },
      verdictOnAlternative: { judge(alternatives[$0].implementation, reporting: { _ in }) })
  }

  /// Examines an implementation; on failure looks for the named mistake that gives the same results.
  private func judge(
    _ implementation: Implementation, reporting report: @escaping @Sendable (CheckEvent) -> Void
  ) -> Verdict {
    var traces: [Examination] = []
    var examination = Examination(
      reporting: { report(.claim($0)) },
      onFailure: { examination in
        traces = tracesOfMistakes()
        report(.failure(message(on: examination, isOver: false, beside: traces).text))
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
    let (text, mistake) = message(on: examination, isOver: true, beside: traces)
    return Verdict(exercise: id, kind: .wrong, message: text, mistake: mistake)
  }

  /// What the named mistakes give, each examined like a learner's code.
  private func tracesOfMistakes() -> [Examination] {
    mistakes.map { mistake in
      var trace = Examination(reporting: { _ in })
      trace.run { try examine(mistake.implementation, &$0) }
      return trace
    }
  }

  /// What a learner is told about an examination that has failed, be it to its end or so far.
  private func message(
    on examination: Examination, isOver: Bool, beside traces: [Examination]
  ) -> (text: String, mistake: String?) {
    let (culprit, isCertain) = culprit(of: examination, isOver: isOver, among: traces)
    let reading =
      culprit.map {
        "This \(isCertain ? "is" : "looks like") what you get when \($0.name); "
          + "see § \($0.section ?? section)."
      } ?? "Read § \(section) again."
    // What it means comes before the details of what differs.
    var lines = (examination.failure ?? "").split(separator: "\n").map(String.init)
    lines.insert(reading, at: min(1, lines.count))
    return (lines.joined(separator: "\n"), culprit?.name)
  }

  /// The mistake that explains an examination's failures.
  ///
  /// Certain is one that gives the same results throughout. A learner often makes two mistakes at
  /// once; so failing that, the one that gives the same first failure and most of the others, if
  /// no second one explains as much. Of an examination that is not over, only the one mistake that
  /// begins in the same way, if there is no second one.
  private func culprit(
    of examination: Examination, isOver: Bool, among traces: [Examination]
  ) -> (mistake: NamedImplementation<Implementation>?, isCertain: Bool) {
    let same = traces.indices.filter {
      traces[$0].failure != nil && examination.begins(like: traces[$0])
    }
    if !isOver { return (same.count == 1 ? same.first.map { mistakes[$0] } : nil, false) }
    let count = examination.observations.count
    if let first = same.first(where: { traces[$0].observations.count == count }) {
      return (mistakes[first], true)
    }
    let explained = traces.map { $0.explains(examination) }
    guard let most = explained.max(), most * 4 >= examination.failing.count * 3, most > 0,
      explained.count(where: { $0 == most }) == 1, let index = explained.firstIndex(of: most)
    else { return (nil, false) }
    return (mistakes[index], false)
  }
}

/// An implementation with a name: a mistake that learners make, or another right answer.
public struct NamedImplementation<Implementation: Sendable>: Sendable {
  /// For a mistake, words that go on from "this is what you get when"; else what sets it apart.
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
  /// Runs the check in this process; the argument is told what happens, as it happens.
  public let verdict: @Sendable (@escaping @Sendable (CheckEvent) -> Void) -> Verdict

  /// Creates a bound grader.
  public init(
    id: String, seconds: Double = 10, sections: [String] = [], mistakes: [String] = [],
    alternatives: [String] = [],
    verdict: @escaping @Sendable (@escaping @Sendable (CheckEvent) -> Void) -> Verdict
  ) {
    self.id = id
    self.seconds = seconds
    self.sections = sections
    self.mistakes = mistakes
    self.alternatives = alternatives
    self.verdict = verdict
  }
}

/// A grader's mistakes and alternatives with their verdicts, of whatever type.
public struct ExerciseProofs: Sendable {
  /// The exercise's number.
  public let id: String
  /// The names of the mistakes and of the alternatives.
  public let mistakes, alternatives: [String]
  /// The verdict on the mistake, or the alternative, at an index.
  public let verdictOnMistake, verdictOnAlternative: @Sendable (Int) -> Verdict
}
