/// What became of one exercise.
public struct Verdict: Codable, Sendable, Equatable {
  /// The eleven outcomes.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case passed
    case notAttempted
    case wrong
    case tooSlow
    case crashed
    case timedOut
    case outOfMemory
    case doesNotCompile
    case notFound
    case blocked
    case graderFault
  }

  /// The exercise's number, such as `"1.3"`.
  public var exercise: String
  /// The outcome.
  public var kind: Kind
  /// What happened, for the learner: a first line that stands alone, then details.
  public var message: String
  /// The learner's file and line, where one is known: `Sources/Chapter1/OneHot.swift:12`.
  public var location: String?
  /// What the learner's code printed, shortened; empty if nothing.
  public var output: String
  /// The number of the exercise that has to be done first, if `kind` is `blocked`.
  public var blockedBy: String?
  /// The name of the mistake whose results these are, if one is recognised.
  public var mistake: String?
  /// Wall-clock time of the check, in seconds.
  public var seconds: Double
  /// The place of the first claim that failed, from a check to its supervisor, which takes it away.
  var failedClaim: Int?

  /// Creates a verdict.
  public init(
    exercise: String, kind: Kind, message: String = "", location: String? = nil,
    output: String = "", blockedBy: String? = nil, mistake: String? = nil, seconds: Double = 0
  ) {
    self.exercise = exercise
    self.kind = kind
    self.message = message
    self.location = location
    self.output = output
    self.blockedBy = blockedBy
    self.mistake = mistake
    self.seconds = seconds
  }

  /// A check's verdict on wrong code.
  init(exercise: String, kind: Kind, message: String, mistake: String?, failedClaim: Int?) {
    self.init(exercise: exercise, kind: kind, message: message, mistake: mistake)
    self.failedClaim = failedClaim
  }
}
