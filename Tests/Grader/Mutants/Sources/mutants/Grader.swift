import Foundation
import Mutation

/// The chapter's grading program, which holds every mutant.
struct Grader: Sendable {
  let program: URL

  /// What a grader makes of a mutant.
  enum Judgement: Sendable, Equatable {
    case killed
    case survived
    /// The grader itself went wrong, which proves nothing.
    case fault(String)
  }

  private struct Verdict: Decodable {
    let exercise: String
    let kind: String
    let message: String
    let seconds: Double
  }

  /// How long each exercise's check of the reference takes, in seconds.
  ///
  /// - Throws: ``Failure`` where the reference fails: then no mutant's verdict means anything.
  func timeReference(_ exercises: [String]) throws -> [String: Double] {
    let (_, output) = try Command.run(
      [program.path] + exercises, environment: Schema.environment(mutant: -1))
    let verdicts = Self.verdicts(in: output)
    if let verdict = verdicts.first(where: { $0.kind != "passed" }) {
      throw Failure("the reference of \(verdict.exercise) is \(verdict.kind): \(verdict.message)")
    }
    guard verdicts.map(\.exercise) == exercises else {
      throw Failure("\(program.lastPathComponent) does not grade \(exercises): \(output)")
    }
    return Dictionary(uniqueKeysWithValues: verdicts.map { ($0.exercise, $0.seconds) })
  }

  /// Grades a mutant by the grader of its own exercise.
  ///
  /// - Parameter seconds: the most processor time that it may take.
  func judge(_ mutant: Mutant, at index: Int, within seconds: Int) -> Judgement {
    do {
      let (_, output) = try Command.run(
        [program.path, "--within", "\(seconds)", mutant.identity.exercise],
        environment: Schema.environment(mutant: index))
      guard let verdict = Self.verdicts(in: output).first else { return .fault(output) }
      switch verdict.kind {
      case "passed": return .survived
      case "wrong", "crashed", "timedOut", "outOfMemory": return .killed
      default: return .fault("\(verdict.kind): \(verdict.message)")
      }
    } catch {
      return .fault("\(error)")
    }
  }

  private static func verdicts(in output: String) -> [Verdict] {
    output.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
    }
  }
}
