import ArgumentParser
import Coursework
import Foundation
import Text
import Weaving

/// `course play 1`.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Type, and have your own functions answer.",
    discussion: """
      What has passed is yours; for the rest the reference stands in, and the session says so. It is \
      built in release mode: the first time that takes a minute, later a second.
      Lines may come from a pipe as well; Control-D ends.
      """)

  @Argument(help: "The chapter.")
  var chapter: Int

  @Option(
    help: "Your own text in any language, one sentence a line or plain prose.", completion: .file())
  var corpus: String?

  @Option(help: "Exercises to take from your files although they have not passed, such as 2.8,2.9.")
  var mine: String?

  @Flag(help: "Play with the reference, Solutions/ChapterN, and not with your files.")
  var reference = false

  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1

  func validate() throws {
    if reference && mine != nil {
      throw ValidationError("--reference and --mine exclude each other")
    }
  }

  mutating func run() throws {
    let workspace = try Workspace()
    try workspace.validate(.chapter(chapter))
    let claimed = (mine ?? "").split(separator: ",").map(String.init)
    for exercise in claimed { try workspace.validate(.exercise(chapter: chapter, id: exercise)) }
    guard !DeclaredPlay.all(of: chapter, root: workspace.root).isEmpty else {
      throw Failure("chapter \(chapter) has nothing to play yet")
    }
    // A build takes longer than to see that it would be for nothing.
    if let corpus, !FileManager.default.fileExists(atPath: corpus) {
      throw Failure("\(TextError(file: corpus, problem: .missing))")
    }
    ShellEnvironment.note("`play` plays \(reference ? "the reference" : "your files")")
    let lock = try workspace.lock("play", for: "play \(chapter)")
    let stage = try build(in: workspace, claiming: claimed)
    Terminal.progress("")
    for notice in stage.notices { Terminal.complain(notice) }
    lock.release()
    try begin(stage, in: workspace)
  }

  /// What is played with.
  private struct Stage {
    let executable: URL
    let exercises: [String]
    let lent: [String]
    var changed: [String] = []
    var notices: [String] = []
  }

  private func build(in workspace: Workspace, claiming claimed: [String]) throws -> Stage {
    Terminal.progress("Building what chapter \(chapter) plays, in release mode …")
    let learner = try workspace.learner(chapter)
    let exercises = learner.reference.exercises
    func withReference(_ notices: [String] = []) throws -> Stage {
      Stage(
        executable: try ChapterBuild.buildReference(
          workspace: workspace, chapter: chapter, for: .play(lending: [])),
        exercises: exercises, lent: exercises, notices: notices)
    }
    guard !reference, let now = try? learner.asOfNow() else { return try withReference() }
    let progress = try LearnerProgress.load(root: workspace.root)
    let ownership = Ownership(now, progress, claimed: claimed)
    // What is not done of an imported chapter is lent as well.
    var imported: [String] = []
    var notices: [String] = []
    for number in ChapterImports.of(chapter, root: workspace.root) {
      let other = try workspace.learner(number)
      let own = Ownership(other, progress).own
      let open = other.reference.exercises.filter { !own.contains($0) }
      imported += open
      guard !open.isEmpty else { continue }
      notices.append(
        "Of chapter \(number), \(open.count == 1 ? "\(open[0]) is" : "\(open.count) exercises are") the "
          + "reference's; `swift run course check \(number)` says what is open.")
    }
    let lent = exercises.filter { !ownership.own.contains($0) }
    // Nothing of the learner's is in it: then it is the same for everybody, and built once.
    if lent == exercises { return try stage(try withReference(), ownership) }
    let goal = BuildGoal.play(lending: lent + imported)
    var build = try ChapterBuild(
      workspace: workspace, learner: now,
      imported: try ImportedChapters(of: chapter, workspace: workspace, for: goal), for: goal)
    guard let executable = try build.build() else {
      return try withReference([
        "Your chapter \(chapter) cannot be built as it stands, so the reference plays; "
          + "`swift run course check \(chapter)` says why."
      ])
    }
    let broken = build.standIns.errors.keys.filter { !lent.contains($0) }
    return Stage(
      executable: executable, exercises: exercises,
      lent: exercises.filter { lent.contains($0) || broken.contains($0) },
      changed: ownership.changed,
      notices: notices
        + broken.sorted().map {
          "\($0) does not compile with the session; `swift run course check \($0)` says more."
        })
  }

  private func stage(_ stage: Stage, _ ownership: Ownership) throws -> Stage {
    var copy = stage
    copy.changed = ownership.changed
    return copy
  }

  /// Becomes the session, so that the terminal, its signals and its size are the session's own.
  private func begin(_ stage: Stage, in workspace: Workspace) throws -> Never {
    var arguments = [
      stage.executable.path, "--exercises", stage.exercises.joined(separator: ","), "--lent",
      stage.lent.joined(separator: ","), "--changed", stage.changed.joined(separator: ","),
      "--seed", "\(seed)",
    ]
    // The session works in the course's folder.
    let here = FileManager.default.currentDirectoryPath
    if let corpus {
      let isHere = corpus.hasPrefix("/") || here == workspace.root.path
      arguments += ["--corpus", isHere ? corpus : "\(here)/\(corpus)"]
    }
    guard FileManager.default.changeCurrentDirectoryPath(workspace.root.path) else {
      throw Failure("\(workspace.root.path) cannot be entered")
    }
    fflush(nil)
    var pointers = arguments.map { strdup($0) } + [nil]
    execv(stage.executable.path, &pointers)
    throw Failure("the session cannot begin: \(String(cString: strerror(errno)))")
  }
}
