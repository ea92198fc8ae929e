import ArgumentParser
import Foundation
import Grading
import SiteBuilder
import Weaving

/// `course verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "For authors: do pages, stubs, solutions and graders agree?",
    discussion: """
      Fails when an exercise lacks a statement, two hints, a stub, a solution, a grader, three \
      named mistakes, an alternative answer or a test, when a chapter plays nothing, when a line \
      of a reference module is shown nowhere, when README's table or a generated file is stale, and when the book has a \
      diagnostic.
      """)

  mutating func run() throws {
    let workspace = try Workspace()
    var faults: [Diagnostic] = []
    for chapter in workspace.chapters() {
      let learner = try workspace.learner(chapter)
      faults += learner.staleStubs()
      faults += DeclaredPlay.faults(of: learner.reference, root: workspace.root)
      faults += try graderFaults(of: learner, in: workspace)
    }
    if let stale = try ChapterTable.staleness(root: workspace.root) { faults.append(stale) }
    let site = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID())")
    defer { try? FileManager.default.removeItem(at: site) }
    do {
      print(try BookBuilder(root: workspace.root).build(to: site).summary)
    } catch {
      faults += error.all
    }
    faults += ProseCheck.faults(root: workspace.root)
    guard faults.isEmpty else { throw Diagnostics(faults) }
    print("Pages, stubs, solutions and graders agree.")
  }

  /// Compares the chapter's exercises with what its grading program knows.
  private func graderFaults(
    of learner: LearnerModule, in workspace: Workspace
  ) throws -> [Diagnostic] {
    let chapter = learner.reference.chapter
    let folder = PackageFolders.checks(chapter)
    let product = "Chapter\(chapter)Grade"
    let lock = try workspace.lock("check", for: "verify")
    defer { lock.release() }
    let build = try Toolchain(workspace: workspace).build(
      product, environment: Toolchain.environment(building: chapter, overlaid: []),
      folder: "check")
    guard build.succeeded else { throw Failure("\(product) does not build:\n\(build.log)") }
    let graders = try GradeClient.catalogue(of: build.binaries.appending(path: product))
    let ids = graders.map(\.id)
    let unknown = Set(ids).subtracting(learner.reference.exercises).sorted()
      .map { Diagnostic(file: folder, "there is a grader for \($0), but no such exercise") }
    let missing = learner.reference.exercises.filter { !ids.contains($0) }
      .map { Diagnostic(file: folder, "exercise \($0) has no grader") }
    let poor = graders.flatMap { grader in
      [
        grader.mistakes.count < 3 ? "\(grader.mistakes.count) named mistakes; it needs three" : nil,
        grader.alternatives.isEmpty ? "no alternative right answer" : nil,
      ].compactMap { $0 }.map { Diagnostic(file: folder, "exercise \(grader.id) has \($0)") }
    }
    let untested = TestedExercises(folder: PackageFolders.tests(chapter), root: workspace.root)
      .missing(of: learner.reference.exercises.filter(ids.contains))
    let page = try workspace.page(ofChapter: chapter)
    let text = try FileManager.default.contentsOfDirectory(atPath: page.path)
      .filter { $0.hasSuffix(".md") }
      .map { try String(contentsOf: page.appending(path: $0), encoding: .utf8) }.joined()
    let astray = graders.flatMap { grader in
      Set(grader.sections).filter { !text.contains("{#\($0)}") }.sorted().map {
        Diagnostic(
          file: folder, "exercise \(grader.id) sends to § \($0), but no heading has {#\($0)}")
      }
    }
    return unknown + missing + poor + untested + astray
  }
}
