import Weaving

/// What of a learner's chapter is built in another form than the learner has it, and why.
struct StandIns {
  var overlay: Overlay
  /// The errors that an exercise's verdict shows.
  var errors: [String: [CompileError]] = [:]
  /// Exercises whose declarations are not there.
  var notFound: Set<String> = []
  /// Exercises whose declarations cannot be graded as they stand, whatever else compiles.
  var certain: Set<String> = []
  /// Whole files that are left out, or for which their stub stands in.
  private(set) var files: [String: CompileError] = [:]
  /// Takes every entry that fails out of the bindings, also where one cause is likely.
  var unbindsFreely = false

  var learner: LearnerModule { overlay.learner }

  /// Starts with the learner's files as they are, but for those that can be told from their sight.
  init(learner: LearnerModule, for use: OverlayUse) throws {
    overlay = Overlay(learner: learner, for: use)
    // A file that is there and cannot be read is another matter.
    let names = try learner.fileNames()
    notFound = Set(
      try faults(of: .missingFile).filter { !names.contains($0.file) }.map(\.exercise))
    let faults = try learner.unusableFiles() + learner.foreignImports()
    for fault in faults { putOut(fault) }
    try standInForUnclosed()
  }

  private mutating func putOut(_ diagnostic: Diagnostic) {
    let file = String(diagnostic.file.dropFirst(learner.folder.count + 1))
    putOut(file, CompileError(file: file, line: diagnostic.line, message: diagnostic.message))
  }

  /// Puts a file's stub in its place, or leaves it out where it is the learner's own.
  mutating func putOut(_ file: String, _ error: CompileError) {
    overlay.stubbedFiles.insert(file)
    if files[file] == nil { files[file] = error }
    for exercise in learner.exercises(in: file)
    where !(errors[exercise]?.contains(error) ?? false) {
      errors[exercise, default: []].append(error)
    }
  }

  /// Puts stubs in the place of what does not compile.
  ///
  /// - Returns: false where that changes nothing, or where the cause must lie somewhere else: what
  ///   the reference generates compiles by itself.
  mutating func standIn(for build: BuildErrors) -> Bool {
    let placed = build.placed.map { redeclared($0, among: build.placed) }
    if placed.contains(where: { overlay.stubbedFiles.contains($0.file) || learner.isStub($0.file) })
    {
      return false
    }
    guard placed.isEmpty else {
      let before = overlay
      for error in placed { standIn(for: error, givenStubs: before.exercises) }
      return true
    }
    return takeOut(build.bindings)
  }

  private mutating func standIn(
    for error: CompileError, givenStubs: [String: Overlay.Replacement]
  ) {
    // What is wrong with an exercise whose stub stands in already is wrong outside its body.
    guard let exercise = learner.exercise(atLine: error.line, of: error.file),
      givenStubs[exercise] == nil
    else { return putOut(error.file, error) }
    overlay.exercises[exercise] = .stub
    errors[exercise, default: []].append(error)
  }

  /// Where a name of the chapter's is declared once more in a file of the learner's own, the compiler
  /// may complain in both.
  private func redeclared(_ error: CompileError, among all: [CompileError]) -> CompileError {
    let names = learner.reference.files.map(\.name)
    guard error.message.hasPrefix("invalid redeclaration"), names.contains(error.file) else {
      return error
    }
    return all.first { $0.message == error.message && !names.contains($0.file) } ?? error
  }

  /// The one changed file whose exercises all the calls in error are for; nil where there is none.
  private func fileCalled(_ bindings: [(line: Int, message: String)]) -> String? {
    let exercises = bindings.map { overlay.bindings.exercise(atLine: $0.line) }
    let files = Set(
      exercises.map { $0.flatMap { try? learner.bodies(of: $0).first?.file } })
    guard files.count == 1, case let file?? = files.first, !learner.isStub(file) else { return nil }
    return file
  }

  /// With the stub of the one file that the calls in error are for, where a file of the learner's own
  /// may be the cause as well: if they fail still, it is.
  func doubting(_ build: BuildErrors) -> StandIns? {
    let names = Set(learner.reference.files.map(\.name)).union(overlay.stubbedFiles)
    let others = ((try? learner.fileNames()) ?? []).filter { !names.contains($0) }
    guard build.placed.isEmpty, !unbindsFreely, !others.isEmpty,
      let file = fileCalled(build.bindings)
    else { return nil }
    var copy = self
    copy.overlay.stubbedFiles.insert(file)
    return copy
  }

  /// Builds the grader without the calls that do not compile.
  ///
  /// Calls in several files' exercises that fail at once have one cause, which is to be looked for;
  /// so has the call of an exercise in a file that is as the reference generates it.
  private mutating func takeOut(_ bindings: [(line: Int, message: String)]) -> Bool {
    let found = bindings.map { (overlay.bindings.exercise(atLine: $0.line), $0) }
    guard found.contains(where: { $0.0 != nil }), unbindsFreely || fileCalled(bindings) != nil
    else {
      return false
    }
    for case (let exercise?, let error) in found {
      let declaration = try? learner.bodies(of: exercise).first
      errors[exercise, default: []].append(
        CompileError(
          file: declaration?.file ?? "", line: declaration?.lines.lowerBound ?? 0,
          message: "the grader cannot call it: \(error.message)\n"
            + "    (the call is in \(overlay.bindings.file):\(error.line))"))
    }
    let before = overlay.unbound
    overlay.unbound.formUnion(found.compactMap(\.0))
    return overlay.unbound != before
  }

  /// With the reference in the place of some exercises' bodies.
  func lending(_ exercises: [String]) -> StandIns {
    var copy = self
    for exercise in exercises { copy.overlay.exercises[exercise] = .reference }
    return copy
  }
}
