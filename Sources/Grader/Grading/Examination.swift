/// The course of one check: what was computed, and the first thing that was not as it should be.
///
/// A grader states claims; each is recorded, and the first that does not hold becomes the message.
/// Later claims are still evaluated, so that the whole trace can be compared with a named mistake's.
public struct Examination {
  /// Every value that the implementation gave, in order.
  public private(set) var observations: [Observation] = []
  /// What each value should have been; nil where a property was asked for.
  private(set) var expectations: [Observation?] = []
  /// The expectations of another examination by the same grader, which need not be computed again.
  private let known: [Observation?]
  /// How close to its expected value each observation has to be.
  private(set) var closenesses: [Closeness] = []
  /// Indices of the observations whose claims did not hold.
  public private(set) var failing: [Int] = []
  /// The message of the first claim that did not hold.
  public internal(set) var failure: String?
  /// Whether every value was right, and the failure is about the work that it took.
  public internal(set) var isTooSlow = false
  /// What is wrong with the grader itself, if anything is.
  public private(set) var fault: String?

  /// The one claim that is looked at; nil for all of them.
  private let only: Int?
  private var claims = 0
  /// Whether this is a mistake's examination, of which only the values are wanted: no failing input
  /// is made small, and no work is measured.
  let isTrace: Bool
  let report: @Sendable (String) -> Void
  private let onFailure: (Examination) -> Void

  /// Creates an examination; `report` is told each claim before its value is computed.
  public init(reporting report: @escaping @Sendable (String) -> Void) {
    self.init(reporting: report, onFailure: { _ in })
  }

  /// Creates an examination that hands itself over when the first claim has failed, and again when
  /// there is more to say of it, since a crash may leave no later occasion.
  ///
  /// - Parameters:
  ///   - only: the one claim that is looked at.
  ///   - isTrace: whether only the values are wanted.
  ///   - known: what the same claims expect, as far as an examination before this one has found out.
  ///   - report: told each claim before its value is computed.
  ///   - onFailure: told this examination.
  init(
    only: Int? = nil, isTrace: Bool = false, knowing known: [Observation?] = [],
    reporting report: @escaping @Sendable (String) -> Void = { _ in },
    onFailure: @escaping (Examination) -> Void = { _ in }
  ) {
    self.only = only
    self.isTrace = isTrace
    self.known = known
    self.report = report
    self.onFailure = onFailure
  }

  /// Claims that a computed value is the expected one.
  ///
  /// - Parameters:
  ///   - claim: what is computed, as a learner would say it: `"oneHot(2, size: 5)"`.
  ///   - computed: the call of the implementation.
  ///   - expected: the right value.
  ///   - tolerance: the largest allowed difference per number, as a part of the expected number or
  ///     of the scale, whichever is larger; above 0.
  ///   - scale: what differences are measured by at least.
  public mutating func check<Value: Observable>(
    _ claim: String, _ computed: @autoclosure () throws -> Value, is expected: Value,
    tolerance: Double = 1e-9, scale: Scale = .one
  ) {
    precondition(tolerance > 0, "\(claim): tolerance \(tolerance) is not above 0")
    let expected = expected.observation
    record(claim, is: expected, closeness: scale.closeness(tolerance, to: expected)) {
      try computed().observation
    }
  }

  /// Claims that something holds of a computed value.
  ///
  /// - Parameters:
  ///   - claim: what should hold: `"the probabilities sum to 1"`.
  ///   - computed: the call of the implementation.
  ///   - holds: whether the value is as claimed.
  public mutating func check<Value: Observable>(
    _ claim: String, _ computed: @autoclosure () throws -> Value,
    satisfies holds: (Value) -> Bool
  ) {
    guard isNext() else { return }
    report(claim)
    closenesses.append(0.0)
    expectations.append(nil)
    do {
      let value = try computed()
      observations.append(value.observation)
      if !holds(value) { fail("\(claim): this does not hold of \(value.observation.display)") }
    } catch {
      observations.append(.text("error: \(error)"))
      fail("\(claim) threw an error: \(error)")
    }
  }

  /// What is expected next, where another examination has found it out.
  ///
  /// A grader makes the same claims of every implementation, in the same order.
  var knownExpectation: Observation? {
    known.indices.contains(observations.count) ? known[observations.count] : nil
  }

  /// Runs a grader's body; an error that the grader itself lets through is a failure.
  mutating func run(_ body: (inout Examination) throws -> Void) {
    do { try body(&self) } catch { if failure == nil { failure = "an error was thrown: \(error)" } }
  }

  /// Takes note of a value and of what it should have been.
  mutating func record(
    _ claim: String, is expected: Observation, closeness: Closeness,
    _ computed: () throws -> Observation
  ) {
    if expected.holdsNaN, fault == nil {
      fault = "\(claim): the grader expects nan, which equals nothing"
    }
    guard isNext() else { return }
    report(claim)
    closenesses.append(closeness)
    expectations.append(expected)
    do {
      let observation = try computed()
      observations.append(observation)
      // In a trace nobody reads what differs.
      if isTrace {
        if !observation.isClose(to: expected, closeness: closeness) { fail("") }
      } else if let difference = observation.difference(from: expected, closeness: closeness) {
        fail("\(claim): \(difference)")
      }
    } catch {
      observations.append(.text("error: \(error)"))
      fail("\(claim) threw an error: \(error)")
    }
  }

  /// Whether one claim alone is looked at, as if no other had been made before.
  var isOfOneClaim: Bool { only != nil }

  /// Counts the claim at hand; whether it is looked at.
  private mutating func isNext() -> Bool {
    defer { claims += 1 }
    return only == nil || only == claims
  }

  /// Says better what has failed first.
  mutating func restate(_ message: String) {
    failure = message
    onFailure(self)
  }

  /// The last observation is not as it should be.
  private mutating func fail(_ message: String) {
    failing.append(observations.count - 1)
    if failure == nil { restate(message) }
  }
}
