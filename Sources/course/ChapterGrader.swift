import Coursework
import Foundation
import Grading
import Weaving

/// Grades a learner's chapter so that every exercise gets a verdict, whatever the others are like.
///
/// An exercise that does not compile is built as its stub, and one that waits for another is graded
/// with the reference in the other's place.
struct ChapterGrader {
  private let toolchain: Toolchain
  let learner: LearnerModule
  let chapter: Int
  /// Builds the reference instead of the learner's files.
  private let gradesReference: Bool
  var overlay: Overlay
  var compileErrors: [String: [CompileError]] = [:]
  /// Exercises whose declarations cannot be graded as they stand, whatever else compiles.
  var certain: Set<String> = []
  /// Exercises whose declarations are not there.
  var notFound: Set<String> = []
  /// Files of the learner's own, besides the chapter's, that do not compile and were left out.
  private(set) var leftOut: [String: CompileError] = [:]
  /// Why some exercises, which wait for others, got no verdict.
  private(set) var trouble: BuildTrouble?

  init(workspace: Workspace, learner: LearnerModule, gradesReference: Bool) {
    toolchain = Toolchain(workspace: workspace)
    self.learner = learner
    overlay = Overlay(learner: learner)
    chapter = learner.reference.chapter
    self.gradesReference = gradesReference
  }

  /// Grades exercises in the order given.
  ///
  /// - Parameter onVerdict: told each verdict as soon as it is final.
  mutating func grade(
    _ exercises: [String], onVerdict: (Verdict) -> Void
  ) throws -> [Verdict] {
    let executable = try build()
    guard let executable else { return exercises.map { report(uncompiled($0), onVerdict) } }
    // What an exercise calls is graded with it, to know whom a failure is to be charged to.
    let needed =
      exercises
      + exercises.flatMap(learner.reference.prerequisites)
      .filter { !exercises.contains($0) }
    var verdicts: [String: Verdict] = [:]
    for verdict in try run(executable, needed.filter { compileErrors[$0] == nil }) {
      verdicts[verdict.exercise] = verdict
    }
    for exercise in needed where compileErrors[exercise] != nil {
      verdicts[exercise] = uncompiled(exercise)
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

  /// The grading program, or nil where no way was found to compile the learner's files.
  private mutating func build() throws -> URL? {
    if !gradesReference { try standInForBrokenFiles() }
    for _ in 0..<8 {
      Terminal.progress("Building chapter \(chapter) …")
      let result = try buildOnce()
      if result.succeeded { return result.binaries.appending(path: "Chapter\(chapter)Grade") }
      if let trouble = BuildTrouble(log: result.log) { throw trouble }
      // What the compiler takes is graded; only now is it asked what the grader needs.
      if !gradesReference, try standInForDeclarations(log: result.log) { continue }
      let errors = CompileError.all(
        in: result.log, folders: [learner.folder, overlay.folder])
      if gradesReference || !standIn(for: errors) {
        guard result.log.contains("error:"), !gradesReference else {
          throw Failure("chapter \(chapter) could not be built:\n\(result.log)")
        }
        blameEveryExercise(log: result.log)
        return nil
      }
    }
    return nil
  }

  private func buildOnce() throws -> Toolchain.BuildResult {
    var environment = ["CHAPTER": "\(chapter)", "SOLUTIONS": "", "OVERLAY": ""]
    if gradesReference {
      environment["SOLUTIONS"] = "\(chapter)"
    } else {
      try overlay.write()
      environment["OVERLAY"] = "\(chapter)"
    }
    return try toolchain.build("Chapter\(chapter)Grade", environment: environment, folder: "check")
  }

  /// Puts stubs in the place of what does not compile; false where that changes nothing.
  private mutating func standIn(for errors: [CompileError]) -> Bool {
    var hasChanged = false
    for error in errors {
      if let exercise = learner.exercise(atLine: error.line, of: error.file) {
        hasChanged = overlay.exercises.updateValue(.stub, forKey: exercise) == nil || hasChanged
        compileErrors[exercise, default: []].append(error)
      } else if !overlay.stubbedFiles.contains(error.file) {
        blame(file: error.file, error)
        hasChanged = true
      }
    }
    return hasChanged
  }

  mutating func blame(file: String, _ error: CompileError) {
    overlay.stubbedFiles.insert(file)
    if !learner.reference.files.contains(where: { $0.name == file }) { leftOut[file] = error }
    for exercise in learner.exercises(in: file) {
      compileErrors[exercise, default: []].append(error)
      // Where the file was the learner's own, nothing else declares it.
      if leftOut[file] != nil { overlay.exercises[exercise] = .stub }
    }
  }

  private mutating func blameEveryExercise(log: String) {
    let lines = log.split(separator: "\n").filter { $0.hasPrefix("/") && $0.contains("error:") }
      .prefix(5)
    for exercise in learner.reference.exercises {
      compileErrors[exercise] = lines.map { CompileError(file: "", line: 0, message: "\($0)") }
    }
  }

  private func uncompiled(_ exercise: String) -> Verdict {
    let errors = compileErrors[exercise] ?? []
    let texts = errors.prefix(5).map { error in
      error.line > 0
        ? "\(learner.path(of: error.file)):\(error.line): \(error.message)" : error.message
    }
    let location = errors.first { $0.line > 0 }.map { "\(learner.path(of: $0.file)):\($0.line)" }
    return Verdict(
      exercise: exercise, kind: notFound.contains(exercise) ? .notFound : .doesNotCompile,
      message: texts.joined(separator: "\n"),
      location: location)
  }

  // MARK: Prerequisites

  /// An exercise that cannot be judged before others are lent by the reference.
  private struct Waiting {
    let exercise: String
    var lent: Set<String>
  }

  /// What the reference has to lend before a verdict is the exercise's own.
  private func toLend(for verdict: Verdict, among verdicts: [String: Verdict]) -> Set<String> {
    let unfinished = learner.reference.prerequisites(of: verdict.exercise)
      .filter { verdicts[$0].map { $0.kind != .passed } ?? false }
    switch verdict.kind {
    case .passed, .notAttempted, .notFound, .doesNotCompile, .graderFault: return []
    // Where one is missing, others that it needs in turn are lent with it: each build takes seconds.
    case .blocked: return Set(unfinished + [verdict.blockedBy].compactMap(\.self))
    case .wrong, .tooSlow, .crashed, .timedOut, .outOfMemory: return Set(unfinished)
    }
  }

  /// Grades exercises with the reference in the place of what they wait for.
  ///
  /// Those that wait for the same are graded with one build.
  private mutating func gradeLent(_ spoilt: [Waiting]) throws -> [Verdict] {
    let own = overlay.exercises
    defer { overlay.exercises = own }
    var waiting = spoilt
    var done: [Verdict] = []
    while let lent = waiting.first?.lent {
      let group = waiting.filter { $0.lent == lent }.map(\.exercise)
      waiting.removeAll { $0.lent == lent }
      overlay.exercises = own.merging(lent.map { ($0, .reference) }) { $1 }
      let names = lent.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        .joined(separator: ", ")
      Terminal.progress("Building with the reference's \(names) …")
      let result = try buildOnce()
      guard result.succeeded else {
        trouble = trouble ?? BuildTrouble(log: result.log)
        continue
      }
      let executable = result.binaries.appending(path: "Chapter\(chapter)Grade")
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
