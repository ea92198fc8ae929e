import Foundation
import Weaving

/// A learner's chapter that another one imports, in a form that builds.
///
/// It has settled by itself, as when it is checked: what does not compile is a stub, and what cannot
/// be built at all is the reference.
struct ImportedChapter {
  let reference: ReferenceModule
  /// The learner's work, as much of it as builds; nil where the reference stands in for all of it.
  private(set) var work: Work?
  /// Why the reference stands in, to be said once.
  private(set) var notice: String?

  /// What of the learner's files is built, and the program that grades it.
  struct Work {
    fileprivate(set) var standIns: StandIns
    let executable: URL

    fileprivate mutating func lend(_ exercises: [String]) {
      standIns = standIns.lending(exercises)
    }
  }

  var chapter: Int { reference.chapter }

  /// Settles a chapter.
  ///
  /// - Parameter imported: the chapters that it imports itself; the reference stands in for those
  ///   that do not go with it.
  /// - Throws: `BuildTrouble` where nothing could be built at all.
  init(
    _ chapter: Int, imported: inout ImportedChapters, workspace: Workspace, for goal: BuildGoal
  ) throws {
    reference = try ReferenceModule(chapter: chapter, root: workspace.root)
    guard
      let learner = try? LearnerModule(reference: reference, root: workspace.root).asOfNow()
    else {
      standInWhole(because: "cannot be read")
      return
    }
    var build = try ChapterBuild(
      workspace: workspace, learner: learner, imported: imported, for: goal)
    let executable = try build.build()
    imported = build.imported
    guard let executable else {
      standInWhole(because: "cannot be built as it stands")
      return
    }
    work = Work(standIns: goal.standIns(build.standIns), executable: executable)
  }

  /// Puts the reference in the place of all of the learner's files.
  mutating func standInWhole(because reason: String) {
    if work == nil, notice != nil { return }
    work = nil
    notice =
      "Your chapter \(chapter) \(reason), so its reference was built in its place; "
      + "`swift run course check \(chapter)` says more."
  }

  /// Puts the reference in the place of those of its exercises that are among these.
  mutating func lend(_ exercises: [String]) {
    work?.lend(exercises.filter(reference.exercises.contains))
  }
}

/// The chapters that a chapter is built with, each behind those that it needs itself.
struct ImportedChapters {
  private(set) var all: [ImportedChapter] = []

  /// None.
  init() {}

  /// Settles the chapters that one imports.
  init(of chapter: Int, workspace: Workspace, for goal: BuildGoal) throws {
    for number in ChapterImports.of(chapter, root: workspace.root) {
      let needed = ChapterImports.of(number, root: workspace.root)
      var imported = ImportedChapters()
      imported.all = all.filter { needed.contains($0.chapter) }
      let chapter = try ImportedChapter(
        number, imported: &imported, workspace: workspace, for: goal.forImported)
      all = all.map { old in imported.all.first { $0.chapter == old.chapter } ?? old } + [chapter]
    }
  }

  var references: [ReferenceModule] { all.map(\.reference) }
  var notices: [String] { all.compactMap(\.notice) }
  /// The chapters that are built from copies of the learner's files.
  var overlaid: [Int] { all.filter { $0.work != nil }.map(\.chapter) }

  /// Whether a chapter has another interface than its reference, as far as its text tells.
  var differ: Bool {
    all.contains { chapter in
      chapter.work.map { !$0.standIns.learner.holdsStubLines } ?? false
    }
  }

  /// Writes the copies from which they are built.
  func write() throws {
    for case let work? in all.map(\.work) { try work.standIns.overlay.write() }
  }

  /// With the reference in the place of some of their exercises.
  func lending(_ exercises: [String]) -> ImportedChapters {
    var copy = self
    for index in copy.all.indices { copy.all[index].lend(exercises) }
    return copy
  }

  /// With the reference in the place of everything.
  func standingInWhole(because reason: String) -> ImportedChapters {
    var copy = self
    for index in copy.all.indices { copy.all[index].standInWhole(because: reason) }
    return copy
  }
}
