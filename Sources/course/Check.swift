import ArgumentParser
import Coursework
import Foundation
import Grading
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

  @Flag(help: "Grade again whenever a file of the chapter is saved; Control-C ends.")
  var watch = false

  @Flag(help: "Print the verdicts as JSON.")
  var json = false

  @Option(help: "Write the verdicts as JUnit XML to this file.", completion: .file())
  var junit: String?

  @Flag(help: "Grade the reference in place of your files, as SOLUTIONS does.")
  var reference = false

  mutating func run() async throws {
    let workspace = try Workspace()
    try workspace.validate(selection)
    guard watch else {
      let passed = try grade(in: workspace)
      throw passed ? ExitCode.success : ExitCode.failure
    }
    var stamp: FolderStamp?
    while true {
      let now = try FolderStamp(of: workspace.learner(selection.chapter))
      if now != stamp {
        stamp = now
        if Terminal.hasColour { print("\u{1B}[2J\u{1B}[H", terminator: "") }
        do { _ = try grade(in: workspace) } catch { Terminal.complain("\(error)") }
        print("Watching Sources/Chapter\(selection.chapter); Control-C ends.")
        fflush(nil)
      }
      try await Task.sleep(for: .milliseconds(200))
    }
  }

  /// Grades once and says everything there is to say; true if all have passed.
  private func grade(in workspace: Workspace) throws -> Bool {
    _ = try LearnerProgress.load(root: workspace.root)
    let gradesReference =
      reference || workspace.environmentAsksForReference(selection.chapter)
    let learner = try workspace.learner(selection.chapter)
    let exercises =
      switch selection {
      case .chapter: learner.reference.exercises
      case .exercise(_, let id): [id]
      }
    guard !exercises.isEmpty else {
      throw Failure("chapter \(selection.chapter) has no exercises, so nothing was graded")
    }
    var grader = try ChapterGrader(
      workspace: workspace, chapter: selection.chapter,
      gradesReference: gradesReference)
    let verdicts = try grader.grade(exercises) { _ in }
    Terminal.progress("")
    for notice in grader.notices { Terminal.complain(notice) }
    guard verdicts.count == exercises.count else {
      throw Failure("only \(verdicts.count) of \(exercises.count) exercises got a verdict")
    }
    if !gradesReference {
      try LearnerProgress.update(root: workspace.root) { progress in
        for verdict in verdicts {
          progress.record(verdict, isSolution: learner.holdsSolution(of: verdict.exercise))
        }
      }
    }
    try report(verdicts, in: workspace)
    return verdicts.allSatisfy { $0.kind == .passed }
  }

  private func report(_ verdicts: [Verdict], in workspace: Workspace) throws {
    let catalogue = (try? workspace.catalogue(selection.chapter)) ?? []
    if let junit {
      try Data(JUnit.xml(verdicts, catalogue, chapter: selection.chapter).utf8)
        .write(to: URL(filePath: junit), options: .atomic)
    }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(verdicts), as: UTF8.self))
    } else {
      print(Report(catalogue: catalogue, isWholeChapter: isWholeChapter).text(of: verdicts))
    }
  }

  private var isWholeChapter: Bool {
    if case .chapter = selection { true } else { false }
  }
}

/// The state of a chapter's files: when it changes, something was saved.
private struct FolderStamp: Equatable {
  private let stamps: [String: Date]

  init(of learner: LearnerModule) throws {
    let names = try learner.fileNames()
    stamps = Dictionary(
      uniqueKeysWithValues: names.map { name in
        let url = learner.root.appending(path: learner.path(of: name))
        let values = try? url.resourceValues(forKeys: [.contentModificationDateKey])
        return (name, values?.contentModificationDate ?? .distantPast)
      })
  }
}

extension Workspace {
  /// Whether the environment asks for the reference, as it does under `swift test`.
  func environmentAsksForReference(_ chapter: Int) -> Bool {
    let value = ProcessInfo.processInfo.environment["SOLUTIONS"] ?? ""
    return value == "all" || value.split(separator: ",").contains { $0 == "\(chapter)" }
  }
}
