import Foundation
import Weaving

/// Reads the pages of a part, one after the other: they share their results, and the numbers of
/// figures and exercises go on from page to page.
struct PageReader: Sendable {
  /// The Markdown files, in reading order, as paths from the package's root.
  let paths: [String]
  /// What they are part of; nil for the start page and the map.
  let part: Part?

  /// The pages that can be read, and why the others cannot.
  ///
  /// - Parameter facts: what the pages outside of chapters may quote, as `chapter.1.exercises`.
  func read(root: URL, facts: ChapterFacts? = nil) -> (pages: [Page], diagnostics: [Diagnostic]) {
    var pages: [Page] = []
    var results = Results(folder: RelativePath.folder(of: paths[0]), root: root)
    if part == nil, let facts { results.add(facts) }
    var diagnostics = results.diagnostics
    var numbering = Page.Numbering()
    for path in paths {
      do throws(Diagnostic) {
        let source = try SourceText(path: path, root: root)
        let page = try Page(source: source, part: part, results: results, after: numbering)
        numbering = page.numbering
        pages.append(page)
      } catch {
        diagnostics.append(error)
        // Nobody knows how many it has; the next page's first number is no second mistake.
        numbering.exercises = nil
      }
    }
    return (pages, diagnostics)
  }
}
