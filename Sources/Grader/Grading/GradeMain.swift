import CProcess
import Exercises
import Foundation

/// The main program of `ChapterNGrade`: supervisor of the checks, and each check itself.
///
/// ```
/// ChapterNGrade              grade every exercise; one JSON verdict a line
/// ChapterNGrade 1.3 1.4      grade these
/// ChapterNGrade --sealed 1.3 the same; each line begins with the seal read from standard input
/// ChapterNGrade --prove 1.3  for authors: is each known wrong answer rejected as itself, each other
///                            right one passed? What is not is printed; without numbers, all
/// ChapterNGrade --within 2 1.3
///                            the same in haste: at most two seconds of processor time, whatever
///                            the exercise allows, and crashes are not looked into
/// ChapterNGrade --catalogue  what is graded, with names of mistakes and alternatives, as JSON
/// ```
///
/// Learner code never runs in the supervisor.
/// Each exercise is checked in a process of its own, which is this program again.
public enum GradeMain {
  /// Runs the program.
  ///
  /// - Parameters:
  ///   - exercises: what it can grade.
  ///   - patience: how long a check may wait for something, in seconds by the clock.
  public static func run(exercises: [BoundExercise], patience: Double? = nil) -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count >= 3, arguments[0] == CheckedExercise.childFlag,
      let seconds = Double(arguments[2])
    {
      CheckedExercise.run(
        exercises.first { $0.id == arguments[1] }, seconds: seconds,
        claim: arguments.dropFirst(3).first.flatMap { Int($0) })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if arguments == ["--catalogue"] {
      say(encoder, exercises.map(CatalogueEntry.init))
      exit(0)
    }
    if arguments.first == "--prove" { prove(exercises, Array(arguments.dropFirst())) }
    let isSealed = arguments.first == sealedFlag
    let seal = isSealed ? Seal.read() : ""
    let haste = arguments.first == hasteFlag ? arguments.dropFirst().first.flatMap(UInt.init) : nil
    let named = Array(arguments.dropFirst(isSealed ? 1 : haste == nil ? 0 : 2))
    let ids = named.isEmpty ? exercises.map(\.id) : named
    if let unknown = ids.first(where: { id in !exercises.contains { $0.id == id } }) {
      complain(GradeError.unknownExercise(unknown))
    }
    if ids.isEmpty { complain(GradeError.nothingToGrade) }
    _ = course_adopt_orphans()
    // Where learner code could open our output, or read the seal in our memory, it could forge.
    _ = course_hide()
    for id in ids {
      let seconds = exercises.first { $0.id == id }?.seconds ?? 10
      let limits = CheckLimits(
        processorSeconds: min(seconds, haste.map(Double.init) ?? seconds),
        waitingSeconds: patience ?? CheckLimits.patience)
      say(encoder, Supervisor.verdict(on: id, limits: limits, isInHaste: haste != nil), seal: seal)
    }
    exit(0)
  }

  static let sealedFlag = "--sealed"
  /// For thousands of wrong answers, of which nobody reads more than whether they fail.
  static let hasteFlag = "--within"

  private static func prove(_ exercises: [BoundExercise], _ ids: [String]) -> Never {
    if let unknown = ids.first(where: { id in !exercises.contains { $0.id == id } }) {
      complain(GradeError.unknownExercise(unknown))
    }
    var isSharp = true
    for exercise in exercises where ids.isEmpty || ids.contains(exercise.id) {
      let faults = exercise.proofs?.faults ?? ["there is nothing to prove"]
      isSharp = isSharp && faults.isEmpty
      let lines = faults.isEmpty ? ["sharp"] : faults
      FileHandle.standardOutput.write(
        Data(lines.map { "\(exercise.id): \($0)\n" }.joined().utf8))
    }
    exit(isSharp ? 0 : 1)
  }

  private static func say(_ encoder: JSONEncoder, _ value: some Encodable, seal: String = "") {
    guard let data = try? encoder.encode(value) else { return }
    FileHandle.standardOutput.write(Data(seal.utf8) + data + Data("\n".utf8))
  }

  private static func complain(_ error: GradeError) -> Never {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(64)
  }
}

/// An exercise that a grading program knows.
public struct CatalogueEntry: Codable, Sendable {
  /// The exercise's number.
  public let id: String
  /// Anchors of the sections that a verdict may send the learner to.
  public let sections: [String]
  /// Names of the wrong answers that the grader tells apart.
  public let mistakes: [String]
  /// Names of the other right answers that it accepts.
  public let alternatives: [String]

  init(_ exercise: BoundExercise) {
    id = exercise.id
    sections = exercise.sections
    mistakes = exercise.mistakes
    alternatives = exercise.alternatives
  }
}
