/// The course of one check: what was computed, and the first thing that was not as it should be.
///
/// A grader states claims; each is recorded, and the first that does not hold becomes the message.
/// Later claims are still evaluated, so that the whole trace can be compared with a named mistake's.
public struct Examination {
  /// Every value that the implementation gave, in order.
  public private(set) var observations: [Observation] = []
  /// Indices of the observations whose claims did not hold.
  public private(set) var failing: [Int] = []
  /// The message of the first claim that did not hold.
  public private(set) var failure: String?
  /// What is wrong with the grader itself, if anything is.
  public private(set) var fault: String?
  /// How close to its expected value each observation has to be; 0 where that was not said.
  private(set) var tolerances: [Double] = []

  private let report: @Sendable (String) -> Void
  private let onFailure: (Examination) -> Void

  /// Creates an examination; `report` is told each claim before its value is computed.
  public init(reporting report: @escaping @Sendable (String) -> Void) {
    self.init(reporting: report, onFailure: { _ in })
  }

  /// Creates an examination that hands itself over when the first claim has failed, since a crash
  /// may leave no later occasion.
  init(
    reporting report: @escaping @Sendable (String) -> Void,
    onFailure: @escaping (Examination) -> Void
  ) {
    self.report = report
    self.onFailure = onFailure
  }

  /// Claims that a computed value is the expected one.
  ///
  /// - Parameters:
  ///   - claim: what is computed, as a learner would say it: `"oneHot(2, size: 5)"`.
  ///   - computed: the call of the implementation.
  ///   - expected: the right value.
  ///   - tolerance: the largest allowed difference per number, absolute or relative to the expected
  ///     number, whichever is larger; above 0.
  public mutating func check<Value: Observable>(
    _ claim: String, _ computed: @autoclosure () throws -> Value, is expected: Value,
    tolerance: Double = 1e-9
  ) {
    precondition(tolerance > 0, "\(claim): tolerance \(tolerance) is not above 0")
    if expected.observation.holdsNaN, fault == nil {
      fault = "\(claim): the grader expects nan, which equals nothing"
    }
    report(claim)
    tolerances.append(tolerance)
    do {
      let observation = try computed().observation
      observations.append(observation)
      if let difference = observation.difference(
        from: expected.observation, tolerance: tolerance)
      {
        fail("\(claim): \(difference)")
      }
    } catch {
      observations.append(.text("error: \(error)"))
      fail("\(claim) threw an error: \(error)")
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
    report(claim)
    tolerances.append(0)
    do {
      let value = try computed()
      observations.append(value.observation)
      if !holds(value) { fail("\(claim): this does not hold of \(value.observation.display)") }
    } catch {
      observations.append(.text("error: \(error)"))
      fail("\(claim) threw an error: \(error)")
    }
  }

  /// Runs a grader's body; an error that the grader itself lets through is a failure.
  mutating func run(_ body: (inout Examination) throws -> Void) {
    do { try body(&self) } catch { if failure == nil { failure = "an error was thrown: \(error)" } }
  }

  /// The last observation is not as it should be.
  private mutating func fail(_ message: String) {
    failing.append(observations.count - 1)
    if failure == nil {
      failure = message
      onFailure(self)
    }
  }
}

extension Examination {
  /// What rounding may make of equal numbers of type Float.
  private static let resolution = 1e-6

  /// Whether both have the same values, as closely as each claim looks, as far as this one got.
  func begins(like other: Examination) -> Bool {
    observations.count <= other.observations.count
      && observations.indices.allSatisfy { agrees(with: other, at: $0) }
  }

  /// Whether both have the same value at an index.
  func agrees(with other: Examination, at index: Int) -> Bool {
    guard observations.indices.contains(index), other.observations.indices.contains(index) else {
      return false
    }
    return observations[index].isClose(
      to: other.observations[index], tolerance: max(tolerances[index], Self.resolution),
      nanEqualsNaN: true)
  }

  /// How many of another examination's failures have the same values here; 0 unless the first has.
  func explains(_ other: Examination) -> Int {
    let shared = other.failing.filter { failing.contains($0) && agrees(with: other, at: $0) }
    return shared.first == other.failing.first ? shared.count : 0
  }
}
