import ArgumentParser
import Foundation
import Mutation

/// Makes small mistakes in a chapter's reference and asks whether its graders notice.
@main
struct Mutants: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make small mistakes in a chapter's reference: do its graders notice?",
    discussion: "A mutant that survives is a hole in the grader, or changes nothing.")

  @Argument(help: "The chapter's number.") var chapter: Int
  @Argument(help: "Exercises, such as 1.4; without any, all of the chapter.")
  var exercises: [String] = []
  @Flag(help: "List the mutants; build and run nothing.") var list = false

  func run() throws {
    let root = URL(filePath: FileManager.default.currentDirectoryPath)
    let workplace = Workplace(root: root, chapter: chapter)
    let sources = try workplace.sources()
    let all = sources.keys.sorted().flatMap { Mutant.all(of: sources[$0] ?? "", file: $0) }
    let known = Set(all.map(\.identity.exercise)).sorted { $0.ordinal < $1.ordinal }
    if let unknown = exercises.first(where: { !known.contains($0) }) {
      throw ValidationError("chapter \(chapter) has no exercise \(unknown)")
    }
    let chosen = exercises.isEmpty ? known : exercises
    let mutants = all.filter { chosen.contains($0.identity.exercise) }
    if list { return mutants.forEach { say("\($0.identity.exercise) \($0.told)") } }

    let outcomes = try outcomes(of: mutants, chosen, in: workplace)
    var record = Record(of: workplace)
    try record.take(outcomes)
    try record.write()
    if outcomes.contains(where: { !$0.isClean }) { throw ExitCode.failure }
  }

  private func outcomes(
    of mutants: [Mutant], _ exercises: [String], in workplace: Workplace
  ) throws -> [Outcome] {
    let clock = ContinuousClock()
    let start = clock.now
    let equivalents = try Equivalents(of: workplace)
    let (program, alive) = try Mirror(workplace: workplace).build(mutants)
    let grader = Grader(program: program)
    let times = try grader.timeReference(exercises)
    say("chapter \(chapter): \(alive.count) mutants built in \(seconds(since: start)) s")
    let trial = Trial(grader: grader, mutants: mutants, times: times)
    let outcomes = exercises.map { exercise in
      let own = alive.filter { mutants[$0].identity.exercise == exercise }.sorted()
      let outcome = Outcome(exercise, mutants, trial.judge(own), equivalents)
      say(outcome.told)
      return outcome
    }
    let sums = [\Outcome.killed, \.equivalent, \.survivors.count].map { part in
      outcomes.reduce(0) { $0 + $1[keyPath: part] }
    }
    say(
      "chapter \(chapter): \(sums[0]) killed, \(sums[1]) equivalent, \(sums[2]) surviving, "
        + "\(seconds(since: start)) s in all")
    return outcomes
  }

  /// Prints a line at once: `print` keeps it back where a file or a pipe reads it.
  private func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }

  private func seconds(since start: ContinuousClock.Instant) -> Int {
    Int((ContinuousClock().now - start) / .seconds(1))
  }
}

extension String {
  /// The number behind the dot of `1.12`, to sort by.
  fileprivate var ordinal: Int { Int(split(separator: ".").last ?? "") ?? 0 }
}
