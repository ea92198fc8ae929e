import ArgumentParser
import Coursework
import Foundation
import SiteBuilder
import Text
import Weaving

/// `course build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the book into site/public and print the page to open.")

  @Option(help: "Where the site is written.", completion: .directory)
  var output = "site/public"

  mutating func run() throws {
    let workspace = try Workspace()
    let clock = ContinuousClock()
    let start = clock.now
    let target =
      output.hasPrefix("/") ? URL(filePath: output) : workspace.root.appending(path: output)
    let report = try BookBuilder(root: workspace.root).build(to: target)
    let seconds = (clock.now - start) / .seconds(1)
    print("\(report.summary) in \(String(format: "%.2f", seconds)) s")
    for (page, size) in zip(report.pages, report.pageSizes) {
      print(String(format: "%8.1f kB  ", Double(size) / 1000) + page)
    }
    if !report.hasFonts {
      print("The pages are set in each reader's own fonts; `make setup` makes the book's")
    }
    print("Open \(target.appending(path: "index.html").absoluteString)")
  }
}

extension BuildReport {
  /// The build in a line.
  var summary: String {
    let shown = coverage.sorted { $0.key < $1.key }.map { chapter, lines in
      "chapter \(chapter) shows \(lines.shownLines) of \(lines.lines) lines of its reference"
    }
    return
      (["\(pages.count) pages, \(exercises.count) exercises, \(formulaCount) formulas"] + shown)
      .joined(separator: "; ")
  }
}

/// `course run 1`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a chapter's experiments with your implementation, in release mode.",
    discussion: """
      Results go to .course/runs/N. With --publish they become the book's figures and numbers.
      What follows “--” goes to the experiment: `swift run course run 1 -- --help` lists its options.
      """)

  @Argument(help: "The chapter.")
  var chapter: Int

  @Flag(help: "Run the reference, Solutions/ChapterN, and not your files.")
  var reference = false

  @Flag(help: "Write into the chapter's folder: what the page shows.")
  var publish = false

  @Option(
    help: "Your own text in any language, one sentence a line or plain prose.", completion: .file())
  var corpus: String?

  @Flag(help: "A small run, in seconds.")
  var quick = false

  @Flag(help: "For authors: compare a quick run with the chapter's quick-results.json.")
  var check = false

  @Flag(help: "For authors: measure nothing, draw the figures of earlier results anew.")
  var draw = false

  @Argument(parsing: .postTerminator, help: "Options of the experiment.")
  var options: [String] = []

  mutating func run() throws {
    let workspace = try Workspace()
    try workspace.validate(.chapter(chapter))
    // A build takes longer than to see that it would be for nothing.
    if let corpus, !FileManager.default.fileExists(atPath: corpus) {
      throw Failure("\(TextError(file: corpus, problem: .missing))")
    }
    let owner = reference ? "the reference" : "your files"
    // What only the run compares with is the reference.
    let own = reference ? [] : ChapterImports.of(chapter, root: workspace.root) + [chapter]
    let others = workspace.chapters().filter { !own.contains($0) }.map(String.init)
    ShellEnvironment.note("`run` runs \(owner)")
    let lock = try workspace.lock("run", for: "run \(chapter)")
    Terminal.progress("Building chapter \(chapter) in release mode …")
    let result = try Toolchain(workspace: workspace).build(
      "Chapter\(chapter)Run",
      environment: [
        "CHAPTER": "\(chapter)", "SOLUTIONS": others.joined(separator: ","), "OVERLAY": "",
      ],
      configuration: "release", folder: "run")
    Terminal.progress("")
    guard result.succeeded else {
      if let trouble = BuildTrouble(log: result.log) { throw trouble }
      throw Failure("chapter \(chapter) does not build:\n\(result.log)")
    }
    let folders =
      reference ? [PackageFolders.reference(chapter)] : own.map(PackageFolders.learner)
    Terminal.complain("Running \(owner), \(folders.joined(separator: " and ")).")
    let page = try workspace.page(ofChapter: chapter)
    let output = publish ? page : workspace.root.appending(path: ".course/runs/\(chapter)")
    var arguments = ["--output", output.path]
    if check { arguments += ["--check", page.appending(path: "quick-results.json").path] }
    if let corpus { arguments += ["--corpus", corpus] }
    if quick { arguments.append("--quick") }
    if draw { arguments.append("--draw") }
    let status = try Command.runVisibly(
      result.binaries.appending(path: "Chapter\(chapter)Run"),
      arguments + options, onStart: { lock.release() })
    throw ExitCode(status)
  }
}

/// `course stubs`.
struct Stubs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "For authors: write what is generated: Sources/ChapterN, README's table.")

  @Flag(help: "Only say whether the stubs are what the solutions generate.")
  var check = false

  @Flag(help: "Also write over exercises on which somebody has worked.")
  var force = false

  mutating func run() throws {
    let workspace = try Workspace()
    for chapter in workspace.chapters() {
      let learner = try workspace.learner(chapter)
      if check {
        let stale = learner.staleStubs()
        if !stale.isEmpty { throw Diagnostics(stale) }
        continue
      }
      let faults = SyntaxCheck(
        root: workspace.root,
        cache: workspace.root.appending(path: ".build/stubs-cache/\(chapter)"),
        environment: ProcessInfo.processInfo.environment
      ).faults(in: learner.reference.files)
      if !faults.isEmpty { throw Diagnostics(faults) }
      let attempted = try learner.attempted()
      guard force || attempted.isEmpty else {
        throw Failure(
          "\(learner.folder) holds work on \(attempted.joined(separator: ", ")); "
            + "--force writes over it")
      }
      for path in try learner.writeStubs() { print(path) }
    }
    if check {
      if let stale = try ChapterTable.staleness(root: workspace.root) { throw stale }
    } else if let path = try ChapterTable.write(root: workspace.root) {
      print(path)
    }
  }
}
