import Foundation
import Weaving

/// A page's syntax tree after all passes that need nothing but its own folder.
struct Page: Sendable {
  /// How many figures and exercises a chapter has up to the end of a page.
  struct Numbering: Sendable {
    var figures = 0
    /// Nil where a page before cannot be read.
    var exercises: Int? = 0
  }

  /// Something that a link can point at, and what the link is called where it has no text.
  struct Target: Sendable {
    let title: String
    let line: Int
  }

  /// The Markdown file and the page made of it, each as a path from its own root.
  let path: String
  let output: String
  /// The chapter or interlude; nil for the start page and the map.
  let part: Part?
  var document: Markup
  let exercises: [ExerciseText]
  let targets: [String: Target]
  /// Where the chapter's next page goes on.
  let numbering: Numbering
  /// Mistakes found so far; later passes add theirs.
  var faults: Faults

  /// The folder of the Markdown file.
  var folder: String { RelativePath.folder(of: path) }

  /// The chapter's number; nil outside of chapters.
  var chapter: Int? { part?.chapter }

  /// Whether the page opens its chapter or interlude.
  var isFirst: Bool { path.hasSuffix("/index.md") }

  /// The text of the page's first heading.
  var title: String {
    document.children.first { if case .heading = $0.kind { true } else { false } }?.plainText ?? ""
  }

  /// Runs the passes over a page.
  ///
  /// - Parameters:
  ///   - part: what the folder is in the book.
  ///   - before: where the chapter's page before this one has ended.
  /// - Throws: a ``Diagnostic`` where the text cannot be parsed.
  init(
    source: SourceText, part: Part?, results: Results, after before: Numbering = Numbering()
  ) throws(Diagnostic) {
    let chapter = part?.chapter
    var document: Markup
    do {
      document = try CommonMark.parse(source.markdown)
    } catch {
      throw Diagnostic(
        file: source.path, line: error.line,
        "blocks are nested more than \(CommonMark.maximumDepth) deep")
    }
    var faults = source.faults
    TableFold.apply(to: &document, source: source, faults: &faults)
    BlockFold.fences(&document, faults: &faults)
    BlockFold.alerts(&document, faults: &faults)
    let figures = BlockFold.figures(
      &document, chapter: chapter, after: before.figures, references: source.references,
      faults: &faults)
    FootnoteFold.apply(to: &document, source: source, faults: &faults)
    InlineFold.math(&document)
    InlineFold.results(&document, results, faults: &faults)
    InlineFold.hanBreaks(&document)
    HeadingFold.apply(to: &document, faults: &faults)
    InlineFold.unbroken(&document)
    let exercises = ExerciseFold.apply(
      to: &document, chapter: chapter, after: before.exercises, faults: &faults)
    Lint.check(document, faults: &faults)
    targets = Self.targets(in: document, exercises, faults: &faults)
    WordJoints.apply(to: &document)
    path = source.path
    output = Self.address(of: source.path)
    self.part = part
    self.document = document
    self.exercises = exercises
    numbering = Numbering(
      figures: figures, exercises: before.exercises.map { $0 + exercises.count })
    self.faults = faults
  }

  /// Where a page's file stands in the site; the number that orders a chapter's pages is no part of
  /// its name there.
  static func address(of path: String) -> String {
    path.split(separator: "/").dropFirst().joined(separator: "/")
      .replacing(/\/\d-([^\/]*)$/) { "/\($0.1)" }
      .replacing(/\.md$/, with: ".html")
  }

  private static func targets(
    in document: Markup, _ exercises: [ExerciseText], faults: inout Faults
  ) -> [String: Target] {
    var found = faults
    var targets: [String: Target] = [:]
    // The template's own ids.
    for id in ["content", "contents"] { targets[id] = Target(title: id, line: 0) }
    func add(_ id: String, _ title: String, at line: Int) {
      if let first = targets[id] {
        let place = first.line > 0 ? "line \(first.line)" : "the page's frame"
        found.report(
          line, "the id “\(id)” is already on \(place); give one of them its own: {#other-id}")
      } else {
        targets[id] = Target(title: title, line: line)
      }
    }
    document.forEach { node in
      switch node.kind {
      case .heading(_, let id?):
        let exercise = exercises.first { $0.anchor == id }
        add(id, exercise.map { "Exercise \($0.id) · \($0.title)" } ?? node.plainText, at: node.line)
      case .figure(let figure): add(figure.id, figure.label, at: node.line)
      case .sideNote(let number): add("note-\(number)", "Note \(number)", at: node.line)
      default: break
      }
    }
    faults = found
    return targets
  }
}
