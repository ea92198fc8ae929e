import Coursework
import Foundation
import Grading
import Weaving

/// Grades a learner's chapter so that every exercise gets a verdict, whatever the others are like.
///
/// An exercise that does not compile is built as its stub, and one that waits for another is graded
/// with the reference in the other's place.
struct ChapterGrader {
  private let workspace: Workspace
  private let learner: LearnerModule
  private let chapter: Int
  private let gradesReference: Bool
  /// Nil where the reference is graded instead of the learner's files.
  private var learnerBuild: ChapterBuild?
  private let prerequisites: Prerequisites

  /// What is to be said once, of chapters or of files that are no exercise's.
  var notices: [String] { learnerBuild?.notices ?? [] }

  /// Why some exercises, which wait for others, got no verdict.
  private(set) var trouble: BuildTrouble?

  init(workspace: Workspace, learner: LearnerModule, gradesReference: Bool) throws {
    self.workspace = workspace
    self.learner = learner
    self.gradesReference = gradesReference
    chapter = learner.reference.chapter
    prerequisites = Prerequisites(
      in: learner.reference,
      importing: try ChapterImports.of(chapter, root: workspace.root).map {
        try ReferenceModule(chapter: $0, root: workspace.root)
      })
  }

  /// Grades exercises in the order given.
  ///
  /// - Parameter onVerdict: told each verdict as soon as it is final.
  mutating func grade(
    _ exercises: [String], onVerdict: (Verdict) -> Void
  ) throws -> [Verdict] {
    guard let executable = try build() else {
      return exercises.map { report(unbuilt($0), onVerdict) }
    }
    let compileErrors = learnerBuild?.standIns.errors ?? [:]
    // What an exercise calls is graded with it, to know whom a failure is to be charged to.
    let needed =
      exercises
      + learner.reference.exercises.filter(Set(exercises.flatMap(prerequisites.of)).contains)
      .filter { !exercises.contains($0) }
    var verdicts: [String: Verdict] = [:]
    for verdict in try run(executable, needed.filter { compileErrors[$0] == nil }) {
      verdicts[verdict.exercise] = verdict
    }
    for exercise in needed {
      if let errors = compileErrors[exercise] { verdicts[exercise] = uncompiled(exercise, errors) }
    }
    for verdict in try gradeImported(
      exercises.compactMap { verdicts[$0] }.filter(Self.mayBeSpoilt).map(\.exercise))
    {
      verdicts[verdict.exercise] = verdict
    }
    let spoilt = exercises.compactMap { exercise -> Waiting? in
      guard let verdict = verdicts[exercise] else { return nil }
      let lent = toLend(for: verdict, among: verdicts)
      return lent.isEmpty ? nil : Waiting(exercise: exercise, lent: lent)
    }
    let lent = try gradeLent(spoilt)
    if trouble != nil { spoilt.forEach { verdicts[$0.exercise] = nil } }
    for verdict in lent { verdicts[verdict.exercise] = verdict }
    return exercises.compactMap { verdicts[$0] }.map { report($0, onVerdict) }
  }

  private func report(_ verdict: Verdict, _ onVerdict: (Verdict) -> Void) -> Verdict {
    onVerdict(verdict)
    return verdict
  }

  private func run(_ executable: URL, _ exercises: [String]) throws -> [Verdict] {
    if exercises.isEmpty { return [] }
    let titles = SectionTitles(chapter: chapter, root: learner.root)
    return try GradeClient.grade(
      executable: executable, exercises: exercises, titles: titles
    ) { verdict in
      Terminal.progress("\(verdict.exercise) …")
    }
  }

  // MARK: Building

  private mutating func build() throws -> URL? {
    if gradesReference {
      Terminal.progress("Building chapter \(chapter) …")
      return try ChapterBuild.buildReference(workspace: workspace, chapter: chapter)
    }
    var build = try ChapterBuild(
      workspace: workspace, learner: learner,
      imported: try ImportedChapters(of: chapter, workspace: workspace, for: .grade), for: .grade)
    defer { learnerBuild = build }
    return try build.build()
  }

  /// The verdict on each exercise of a chapter that could not be built; why is said once.
  private func unbuilt(_ exercise: String) -> Verdict {
    Verdict(
      exercise: exercise,
      kind: learnerBuild?.failure?.isOurs == true ? .graderFault : .doesNotCompile,
      message:
        "Chapter \(chapter) could not be built; `swift run course check \(chapter)` says why.")
  }

  private func uncompiled(_ exercise: String, _ errors: [CompileError]) -> Verdict {
    let texts = errors.prefix(5).map { error in
      let place = learner.path(of: error.file) + (error.line > 0 ? ":\(error.line)" : "")
      return "\(place): \(error.message)"
    }
    let location = errors.first { $0.line > 0 }.map { "\(learner.path(of: $0.file)):\($0.line)" }
    return Verdict(
      exercise: exercise,
      kind: learnerBuild?.standIns.notFound.contains(exercise) == true
        ? .notFound : .doesNotCompile,
      message: texts.joined(separator: "\n"),
      location: location)
  }

  // MARK: Prerequisites

  /// An exercise that cannot be judged before others are lent by the reference.
  private struct Waiting {
    let exercise: String
    var lent: Set<String>
  }

  /// Whether a verdict may come of something that the exercise calls.
  private static func mayBeSpoilt(_ verdict: Verdict) -> Bool {
    switch verdict.kind {
    case .passed, .notAttempted, .notFound, .doesNotCompile, .graderFault: false
    case .blocked, .wrong, .tooSlow, .crashed, .timedOut, .outOfMemory: true
    }
  }

  /// Grades what exercises call of the chapters that this one imports, where the learner's is built.
  private func gradeImported(_ exercises: [String]) throws -> [Verdict] {
    let needed = Set(exercises.flatMap(prerequisites.of))
    return try (learnerBuild?.imported.all ?? []).flatMap { imported -> [Verdict] in
      guard let work = imported.work else { return [] }
      let called = imported.reference.exercises.filter(needed.contains)
      return try run(work.executable, called.filter { work.standIns.errors[$0] == nil })
        + called.filter { work.standIns.errors[$0] != nil }
        .map { Verdict(exercise: $0, kind: .doesNotCompile) }
    }
  }

  /// What the reference has to lend before a verdict is the exercise's own.
  private func toLend(for verdict: Verdict, among verdicts: [String: Verdict]) -> Set<String> {
    guard Self.mayBeSpoilt(verdict) else { return [] }
    let unfinished = prerequisites.of(verdict.exercise)
      .filter { verdicts[$0].map { $0.kind != .passed } ?? false }
    // Where one is missing, others that it needs in turn are lent with it: each build takes seconds.
    return Set(unfinished + [verdict.blockedBy].compactMap(\.self))
  }

  /// Grades exercises with the reference in the place of what they wait for.
  ///
  /// Those that wait for the same are graded with one build.
  private mutating func gradeLent(_ spoilt: [Waiting]) throws -> [Verdict] {
    var waiting = spoilt
    var done: [Verdict] = []
    while let lent = waiting.first?.lent {
      let group = waiting.filter { $0.lent == lent }.map(\.exercise)
      waiting.removeAll { $0.lent == lent }
      let names = lent.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        .joined(separator: ", ")
      Terminal.progress("Building with the reference's \(names) …")
      let built: URL?
      do {
        built = try learnerBuild?.build(lending: Array(lent))
      } catch let fault as BuildTrouble {
        trouble = trouble ?? fault
        continue
      }
      guard let executable = built else { continue }
      for var verdict in try run(executable, group) {
        if let next = verdict.blockedBy, !lent.contains(next) {
          waiting.append(Waiting(exercise: verdict.exercise, lent: lent.union([next])))
          continue
        }
        verdict.message +=
          (verdict.message.isEmpty ? "" : "\n")
          + "Graded with the reference's \(names) in the place of yours, which "
          + (lent.count == 1 ? "does not pass yet." : "do not pass yet, or wait for each other.")
        done.append(verdict)
      }
    }
    return done
  }
}
