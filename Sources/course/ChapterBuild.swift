import Coursework
import Foundation
import Weaving

/// Builds a learner's chapter with its grader, or another program, whatever the learner's files are like.
///
/// What does not compile is replaced: by place where the compiler names one, else by trying which
/// file has to go. What is left is a reason that is told once.
struct ChapterBuild {
  /// Why nothing of a chapter could be built.
  struct Failure {
    let reason: String
    /// Whether it cannot be built without any of the learner's work either.
    let isOurs: Bool
  }

  private let toolchain: Toolchain
  private let learner: LearnerModule
  private let goal: BuildGoal
  /// What the chapter is built with.
  private(set) var imported: ImportedChapters
  /// What of the learner's is built in another form.
  private(set) var standIns: StandIns
  private(set) var failure: Failure?
  /// How many more builds the search for a cause may take.
  private var patience = 24
  private var hasDoubtedImports = false

  private enum Outcome {
    case built(URL)
    case stuck(BuildErrors)
  }

  /// - Parameter imported: the chapters that this one imports, settled for the same goal.
  init(
    workspace: Workspace, learner: LearnerModule, imported: ImportedChapters, for goal: BuildGoal
  ) throws {
    toolchain = Toolchain(workspace: workspace)
    self.learner = learner
    self.imported = imported
    self.goal = goal
    standIns = try StandIns(learner: learner, for: goal.use)
  }

  /// What is to be said of chapters that it is built with, and of files that are no exercise's.
  var notices: [String] {
    let names = learner.reference.files.map(\.name)
    let files = standIns.files.sorted { $0.key < $1.key }.compactMap { file, error -> String? in
      guard learner.exercises(in: file).isEmpty else { return nil }
      let place = learner.path(of: file) + (error.line > 0 ? ":\(error.line)" : "")
      return "\(place): \(error.message)\n    "
        + (names.contains(file)
          ? "The file's stub was built in its place." : "The file was left out.")
    }
    return imported.notices + files + [failure?.reason].compactMap { $0 }
  }

  /// The program, or nil where no way was found to build it; `failure` tells why then.
  mutating func build() throws -> URL? {
    let seen = standIns
    switch try settle() {
    case .built(let executable): return executable
    case .stuck(let errors):
      if let executable = try search(for: errors, from: seen) { return executable }
    }
    guard failure?.isOurs == true, !imported.overlaid.isEmpty else { return nil }
    // None of this chapter's work is to blame, so it may be that of a chapter which it imports.
    var other = try ChapterBuild(
      workspace: toolchain.workspace, learner: learner,
      imported: imported.standingInWhole(
        because: "does not go with chapter \(learner.reference.chapter)"), for: goal)
    guard let executable = try other.build() else { return nil }
    self = other
    return executable
  }

  /// The grading program with the reference in the place of some exercises, or nil.
  func build(lending exercises: [String]) throws -> URL? {
    let lent = (standIns.lending(exercises), imported.lending(exercises))
    guard case .built(let executable) = try buildOnce(lent.0, with: lent.1) else { return nil }
    return executable
  }

  /// Builds the reference.
  static func buildReference(
    workspace: Workspace, chapter: Int, for goal: BuildGoal = .grade
  ) throws -> URL {
    let product = "Chapter\(chapter)\(goal.product)"
    let result = try Toolchain(workspace: workspace).build(
      product,
      environment: Toolchain.environment(building: chapter, overlaid: [], for: goal.use),
      configuration: goal.configuration, folder: goal.folder)
    if !result.succeeded, let trouble = BuildTrouble(log: result.log) { throw trouble }
    guard result.succeeded else {
      throw course.Failure("chapter \(chapter) could not be built:\n\(result.log)")
    }
    return result.binaries.appending(path: product)
  }

  private func buildOnce(_ standIns: StandIns, with imported: ImportedChapters) throws -> Outcome {
    let chapter = learner.reference.chapter
    let product = "Chapter\(chapter)\(goal.product)"
    let standIns = goal.standIns(standIns)
    try imported.write()
    try standIns.overlay.write()
    let result = try toolchain.build(
      product,
      environment: Toolchain.environment(
        building: chapter, overlaid: imported.overlaid + [chapter], for: goal.use),
      configuration: goal.configuration, folder: goal.folder)
    if result.succeeded { return .built(result.binaries.appending(path: product)) }
    let errors = BuildErrors(log: result.log, overlay: standIns.overlay)
    // Where a place is named, such as by a compiler that has crashed over it, that is the reason.
    if errors.placed.isEmpty, errors.bindings.isEmpty, let trouble = BuildTrouble(log: result.log) {
      throw trouble
    }
    return .stuck(errors)
  }

  /// Builds, and puts stubs in the place of what has a place, until it builds or none has.
  private mutating func settle() throws -> Outcome {
    while true {
      Terminal.progress("Building chapter \(learner.reference.chapter) …")
      let outcome = try buildOnce(standIns, with: imported)
      patience -= 1
      guard case .stuck(let errors) = outcome, patience > 0 else { return outcome }
      if try standInForImports(after: errors) { continue }
      // What the compiler takes is graded; only now is it asked what the grader needs.
      if try standIns.standInForDeclarations(after: errors) { continue }
      if let doubting = standIns.doubting(errors),
        case .stuck(let still) = try buildOnce(doubting, with: imported), !still.bindings.isEmpty
      {
        return outcome
      }
      guard standIns.standIn(for: errors) else { return outcome }
    }
  }

  /// Builds imported chapters whole from the reference, if that takes errors away and adds none.
  private mutating func standInForImports(after errors: BuildErrors) throws -> Bool {
    guard !hasDoubtedImports, imported.differ || errors.speaksOfAmbiguity else { return false }
    hasDoubtedImports = true
    let chapter = learner.reference.chapter
    let words = errors.summary.first.map { " (\($0))" } ?? ""
    let whole = imported.standingInWhole(because: "does not go with chapter \(chapter)\(words)")
    if case .stuck(let still) = try buildOnce(standIns, with: whole),
      !still.all.isStrictSubset(of: errors.all)
    {
      return false
    }
    imported = whole
    return true
  }

  // MARK: Searching

  /// Looks for the files whose stubs make the chapter build.
  private mutating func search(for errors: BuildErrors, from start: StandIns) throws -> URL? {
    var errors = errors
    var base = start
    var candidates = suspects(of: errors, in: base)
    // Often the errors name what one file declares.
    if let first = candidates.last, candidates.count == 1 || mentions(of: errors, in: first) > 0,
      case .built(let executable) = try settle(base, without: [first], errors)
    {
      return executable
    }
    guard case .built = try settle(base, without: candidates, errors) else {
      return fail(errors, isOurs: patience > 0)
    }
    while patience > 0, !candidates.isEmpty {
      // Without any of them it builds, with the first `failing` of them it does not.
      var (building, failing) = (0, candidates.count)
      while failing - building > 1, patience > 0 {
        let middle = (building + failing) / 2
        let outcome = try settle(base, without: Array(candidates[middle...]), errors)
        if case .built = outcome { building = middle } else { failing = middle }
      }
      let culprit = candidates.remove(at: failing - 1)
      base.putOut(culprit, blame(on: culprit, errors))
      switch try settle(base, without: [], errors) {
      case .built(let executable): return executable
      case .stuck(let others): errors = others
      }
    }
    standIns = start
    standIns.unbindsFreely = true
    if case .built(let executable) = try settle() { return executable }
    return fail(errors, isOurs: false)
  }

  private mutating func fail(_ errors: BuildErrors, isOurs: Bool) -> URL? {
    let chapter = learner.reference.chapter
    let lines = errors.summary.map { "\n    \($0)" }.joined()
    failure = Failure(
      reason: "Chapter \(chapter) could not be built"
        + (isOurs ? ", not even with every file a stub" : "") + ":"
        + (lines.isEmpty ? "\n    The build has failed without a reason." : lines),
      isOurs: isOurs)
    return nil
  }

  private mutating func settle(
    _ base: StandIns, without files: [String], _ errors: BuildErrors
  ) throws -> Outcome {
    standIns = base
    for file in files { standIns.putOut(file, blame(on: file, errors)) }
    return try settle()
  }

  private func blame(on file: String, _ errors: BuildErrors) -> CompileError {
    CompileError(
      file: file, line: 0,
      message: "with this file the chapter cannot be built:"
        + errors.summary.map { "\n    \($0)" }.joined())
  }

  /// The files that the learner has changed or added and that are still built, the likeliest last.
  private func suspects(of errors: BuildErrors, in base: StandIns) -> [String] {
    let names = ((try? learner.fileNames()) ?? [])
      .filter { !base.overlay.stubbedFiles.contains($0) && !learner.isStub($0) }
    let reference = Set(learner.reference.files.map(\.name))
    let weights = names.map {
      ($0, mentions(of: errors, in: $0), reference.contains($0) ? 0 : 1)
    }
    return weights.sorted { ($0.1, $0.2, $1.0) < ($1.1, $1.2, $0.0) }.map(\.0)
  }

  /// How many of the names that the errors quote stand in a file.
  private func mentions(of errors: BuildErrors, in file: String) -> Int {
    guard let text = try? learner.text(of: file) else { return 0 }
    let lines = errors.elsewhere + errors.bindings.map(\.message) + errors.placed.map(\.message)
    let names = lines.prefix(20).flatMap { line in
      line.matches(of: /['`]([A-Za-z_]\w*)/).map { String($0.1) }
    }
    return Set(names).count { text.contains($0) }
  }
}
