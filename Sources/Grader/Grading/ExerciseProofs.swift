/// A grader's mistakes and alternatives with their verdicts, of whatever type.
public struct ExerciseProofs: Sendable {
  /// The exercise's number.
  public let id: String
  /// The names of the mistakes and conventions, of the alternatives and of what is too slow.
  public let mistakes, alternatives, tooSlow: [String]
  /// The verdict on one of each, at an index.
  public let verdictOnMistake, verdictOnAlternative, verdictOnTooSlow: @Sendable (Int) -> Verdict

  /// What is wrong with the grader; empty if it is sharp: at least three mistakes, each rejected and
  /// recognised as itself; at least one alternative, each passed; and what is too slow called that.
  public var faults: [String] {
    var faults: [String] = []
    if mistakes.count < 3 { faults.append("only \(mistakes.count) named mistakes") }
    if alternatives.isEmpty { faults.append("no alternative right answer") }
    for (index, name) in mistakes.enumerated() {
      let verdict = verdictOnMistake(index)
      if verdict.kind != .wrong {
        faults.append("“\(name)” is \(verdict.kind.words)")
      } else if verdict.mistake != name {
        faults.append("“\(name)” is taken for “\(verdict.mistake ?? "nothing known")”")
      }
    }
    for (index, name) in alternatives.enumerated() {
      let verdict = verdictOnAlternative(index)
      if verdict.kind != .passed { faults.append("“\(name)” is refused: \(verdict.message)") }
    }
    for (index, name) in tooSlow.enumerated() {
      let verdict = verdictOnTooSlow(index)
      if verdict.kind != .tooSlow {
        faults.append("“\(name)” is \(verdict.kind.words), not too slow: \(verdict.message)")
      }
    }
    return faults
  }
}
