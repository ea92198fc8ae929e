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
    _ implementation: Implementation, reporting report: @escaping @Sendable (String) -> Void
  ) -> Verdict {
    var examination = Examination(reporting: report)
    examination.run { try examine(implementation, &$0) }
    if let fault = examination.fault {
      return Verdict(exercise: id, kind: .graderFault, message: fault)
    }
    guard let failure = examination.failure else {
      return examination.observations.isEmpty
        ? Verdict(exercise: id, kind: .graderFault, message: "the grader of \(id) checks nothing")
        : Verdict(exercise: id, kind: .passed)
    }
    let (culprit, isCertain) = culprit(of: examination)
    let reading =
      culprit.map {
        "This \(isCertain ? "is" : "looks like") what you get when \($0.name); "
          + "see § \($0.section ?? section)."
      } ?? "Read § \(section) again."
    // What it means comes before the details of what differs.
    var lines = failure.split(separator: "\n").map(String.init)
    lines.insert(reading, at: min(1, lines.count))
    return Verdict(
      exercise: id, kind: .wrong, message: lines.joined(separator: "\n"), mistake: culprit?.name)
  }

  /// The mistake that explains an examination's failures.
  ///
  /// Certain is one that gives the same results throughout. A learner often makes two mistakes at
  /// once; so failing that, the one that gives the same first failure and most of the others, if
  /// no second one explains as much.
  private func culprit(
    of examination: Examination
  ) -> (mistake: NamedImplementation<Implementation>?, isCertain: Bool) {
    let traces = mistakes.map { mistake in
      var other = Examination(reporting: { _ in })
      other.run { try examine(mistake.implementation, &$0) }
      return other
    }
    let same = traces.firstIndex {
      $0.failure != nil && $0.observations.matches(examination.observations)
    }
    if let same { return (mistakes[same], true) }
    let explained = traces.map { $0.explains(examination) }
    guard let most = explained.max(), most * 4 >= examination.failing.count * 3, most > 0,
      explained.count(where: { $0 == most }) == 1, let index = explained.firstIndex(of: most)
    else { return (nil, false) }
    return (mistakes[index], false)
  }
}

extension Examination {
  /// How many of another examination's failures have the same values here; 0 unless the first has.
  fileprivate func explains(_ other: Examination) -> Int {
    let shared = other.failing.filter { index in
      failing.contains(index) && observations.indices.contains(index)
        && [observations[index]].matches([other.observations[index]])
    }
    return shared.first == other.failing.first ? shared.count : 0
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
  /// Runs the check in this process; the argument is told what is being checked, as it happens.
  public let verdict: @Sendable (@escaping @Sendable (String) -> Void) -> Verdict

  /// Creates a bound grader.
  public init(
    id: String, seconds: Double = 10, sections: [String] = [], mistakes: [String] = [],
    alternatives: [String] = [],
    verdict: @escaping @Sendable (@escaping @Sendable (String) -> Void) -> Verdict
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
