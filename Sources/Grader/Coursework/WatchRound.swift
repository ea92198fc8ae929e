import Grading

/// What is said after a save, when the verdicts of before are on the screen already.
public struct WatchRound {
  private let before: [String: Verdict]
  private let title: (String) -> String?
  private let style: Verdict.Style

  /// - Parameters:
  ///   - before: the verdicts of the round before.
  ///   - style: whether colours are used.
  ///   - title: an exercise's title, where it is known.
  public init(
    after before: [Verdict], style: Verdict.Style = .plain, title: @escaping (String) -> String?
  ) {
    self.before = Dictionary(before.map { ($0.exercise, $0) }, uniquingKeysWith: { $1 })
    self.title = title
    self.style = style
  }

  /// What has changed, in full, each with what it was; the rest in one line for each kind.
  public func text(of verdicts: [Verdict]) -> String {
    let changed = verdicts.filter { !saysTheSame($0) }
    let lines = changed.map { verdict in
      verdict.text(title: title(verdict.exercise), style: style) + was(verdict)
    }
    let rest = verdicts.filter(saysTheSame)
    let kinds = Verdict.Kind.allCases.compactMap { kind -> String? in
      let exercises = rest.filter { $0.kind == kind }.map(\.exercise)
      return exercises.isEmpty
        ? nil : "  \(kind.symbol) still \(kind.words): \(ExerciseNumbers.text(exercises))"
    }
    return (lines + (changed.isEmpty ? ["No verdict has changed."] : []) + kinds)
      .joined(separator: "\n")
  }

  /// Times differ from round to round, and say nothing new.
  private func saysTheSame(_ verdict: Verdict) -> Bool {
    guard let other = before[verdict.exercise] else { return false }
    return other.kind == verdict.kind && other.details == verdict.details
      && other.blockedBy == verdict.blockedBy
      && (other.location == verdict.location || [.passed, .notAttempted].contains(verdict.kind))
  }

  private func was(_ verdict: Verdict) -> String {
    guard let other = before[verdict.exercise], other.kind != verdict.kind else { return "" }
    return "\n    (before: \(other.kind.words))"
  }
}
