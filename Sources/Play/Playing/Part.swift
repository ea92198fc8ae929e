/// An exercise whose function takes part in an answer.
///
/// Whatever calls the learner's code goes through one of these. So a session knows at each moment who
/// is at work, to say it where an answer stops, and afterwards who took part in it.
public struct Part: Sendable {
  /// The exercise's number, such as “1.4”.
  public let exercise: String
  private let place: UInt64

  /// The part of an exercise.
  ///
  /// - Precondition: it is a number such as 1.4, whose second half is at most 63.
  public init(_ exercise: String) {
    let number = exercise.split(separator: ".").last.flatMap { UInt64($0) }
    guard let number, (1...63).contains(number) else {
      preconditionFailure("\(exercise) is no exercise's number")
    }
    (self.exercise, place) = (exercise, number)
  }

  /// Runs the exercise's function, and what that calls.
  public func callAsFunction<Value>(_ work: () throws -> Value) rethrows -> Value {
    let before = WorkPage.own.begin(place)
    defer { WorkPage.own.end(before) }
    return try work()
  }

  /// Notes that an answer uses what exercises' functions have computed before.
  public static func note(_ parts: [Part]) { all(parts) {} }

  /// Runs something for which several exercises' functions are called: whose is outermost is not known,
  /// so what stops there is laid at the last one's door.
  public static func all<Value>(
    _ parts: [Part], _ work: () throws -> Value
  ) rethrows -> Value {
    guard let first = parts.first else { return try work() }
    return try first { try all(Array(parts.dropFirst()), work) }
  }
}
