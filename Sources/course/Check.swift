import ArgumentParser
import Coursework
import Foundation
import Grading
import Text
import Weaving

/// `course check 1`, `course check 1.4`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Grade a chapter's exercises, or one of them.",
    discussion: """
      Every exercise gets a verdict, also when another one crashes, loops or does not compile.
      Progress is kept in .course/progress.json. Exits with 0 if every exercise graded has passed.
      """)

  @Argument(help: "A chapter, such as 1, or an exercise, such as 1.4.")
  var selection: Selection

  @Flag(
    help: "Grade again at every save in the chapter or in one that it imports; Control-C ends.")
  var watch = false

  @Flag(help: "Print the verdicts as JSON.")
  var json = false

  @Option(help: "Write the verdicts as JUnit XML to this file.", completion: .file())
  var junit: String?

  @Flag(help: "Grade the reference, Solutions/ChapterN, and not your files.")
  var reference = false

  mutating func run() async throws {
    let workspace = try Workspace()
    try workspace.validate(selection)
    ShellEnvironment.note("`check` grades \(reference ? "the reference" : "your files")")
    guard watch else {
      let verdicts = try grade(in: workspace)
      throw verdicts.allSatisfy { $0.kind == .passed } ? ExitCode.success : ExitCode.failure
    }
    try await follow(in: workspace)
  }

  /// Grades once and says everything there is to say; after an earlier round, what is new of it.
  func grade(in workspace: Workspace, after before: [Verdict]? = nil) throws -> [Verdict] {
    let lock = try workspace.lock("check", for: "check \(selection.text)")
    defer { lock.release() }
    // Read once: a verdict is on what stood there when the check began.
    let learner = try workspace.learner(selection.chapter).asOfNow()
    let exercises =
      switch selection {
      case .chapter: learner.reference.exercises
      case .exercise(_, let id): [id]
      }
    guard !exercises.isEmpty else {
      throw Failure("chapter \(selection.chapter) has no exercises, so nothing was graded")
    }
    var grader = try ChapterGrader(
      workspace: workspace, learner: learner, gradesReference: reference)
    let verdicts: [Verdict]
    do {
      verdicts = try grader.grade(exercises) { _ in }
    } catch let error as CocoaError {
      throw BuildTrouble(error)
    }
    Terminal.progress("")
    guard lock.isInPlace || !lock.keepsOthersOut else {
      throw Failure("the folder .build was removed during the check; check again")
    }
    lock.release()
    for notice in grader.notices { Terminal.complain(notice) }
    try report(
      verdicts, after: before, in: workspace,
      keeping: { if !reference { keep(verdicts, on: learner) } })
    if let trouble = grader.trouble { throw trouble }
    guard verdicts.count == exercises.count else {
      throw Failure("only \(verdicts.count) of \(exercises.count) exercises got a verdict")
    }
    return verdicts
  }

  /// Shows the verdicts, has them kept, and writes the file that was asked for, in this order: what
  /// was graded is seen whatever becomes of the files.
  private func report(
    _ verdicts: [Verdict], after before: [Verdict]?, in workspace: Workspace, keeping: () -> Void
  ) throws {
    // Whoever reads only the first lines of it does not cost anybody the rest.
    let handler = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, handler) }
    let catalogue = (try? workspace.catalogue(selection.chapter)) ?? []
    if json {
      print(try VerdictList(verdicts, areReference: reference).json)
    } else {
      let report = Report(catalogue: catalogue, isWholeChapter: isWholeChapter)
      print(before.map { report.text(of: verdicts, after: $0) } ?? report.text(of: verdicts))
      if reference {
        print(
          "This was the reference, Solutions/Chapter\(selection.chapter), and not your files; "
            + "your progress is as it was.")
      }
    }
    let isShown = fflush(nil) == 0 || errno == EPIPE
    let reason = String(cString: strerror(errno))
    keeping()
    guard isShown else { throw Failure("the verdicts cannot be written: \(reason)") }
    if let junit {
      let xml = JUnit.xml(
        verdicts, catalogue, chapter: selection.chapter, areReference: reference)
      do {
        try TextFile.write(Data(xml.utf8), to: junit)
      } catch {
        throw Failure(
          "\(junit) cannot be written; check the folder, its permissions and free space")
      }
    }
  }

  /// Takes note of the verdicts; of none on a text that was exchanged during the check.
  private func keep(_ verdicts: [Verdict], on learner: LearnerModule) {
    var exchanged: [String] = []
    var new: [String] = []
    let own: [String]
    do {
      own = try LearnerProgress.update(root: learner.root) { progress in
        for verdict in verdicts where verdict.kind != .graderFault {
          if learner.agrees(with: learner.live, on: verdict.exercise) {
            if verdict.kind == .passed, progress.exercises[verdict.exercise]?.verdict != .passed {
              new.append(verdict.exercise)
            }
            progress.record(
              verdict, isSolution: learner.holdsSolution(of: verdict.exercise),
              text: learner.digest(of: verdict.exercise))
          } else {
            exchanged.append(verdict.exercise)
          }
        }
        return Ownership(learner, progress).own
      }
    } catch {
      Terminal.complain("These verdicts were not kept: \(error)")
      return
    }
    if !exchanged.isEmpty {
      Terminal.complain(
        "Changed during the check: \(exchanged.joined(separator: ", ")). The verdict is on the text "
          + "of before, and was not kept; check again.")
    }
    if !json, let line = Playable(learner, own: own, new: new, isWholeChapter: isWholeChapter).line
    {
      print(line)
    }
  }

  private var isWholeChapter: Bool {
    if case .chapter = selection { true } else { false }
  }
}

/// Verdicts for a script; each says whose text it is on.
private struct VerdictList: Encodable {
  private struct Line: Encodable {
    let verdict: Verdict
    let isReference: Bool

    private enum Key: CodingKey { case isReference }

    func encode(to encoder: any Encoder) throws {
      try verdict.encode(to: encoder)
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(isReference, forKey: .isReference)
    }
  }

  private let lines: [Line]

  init(_ verdicts: [Verdict], areReference: Bool) {
    lines = verdicts.map { Line(verdict: $0, isReference: areReference) }
  }

  func encode(to encoder: any Encoder) throws { try lines.encode(to: encoder) }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
