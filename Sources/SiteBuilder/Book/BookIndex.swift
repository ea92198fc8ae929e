import Foundation
import Weaving

/// All pages of a book and the reference modules of its chapters; checks what spans files.
struct BookIndex: Sendable {
  private(set) var pages: [Page] = []
  private(set) var modules: [Int: ReferenceModule] = [:]
  private(set) var coverage: [Int: BuildReport.Coverage] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let root: URL

  init(root: URL) {
    self.root = root
    let incomplete = read()
    weave(except: incomplete)
    for index in pages.indices {
      var page = pages[index]
      resolveLinks(&page)
      pages[index] = page
    }
    diagnostics += pages.flatMap(\.faults.all)
  }

  /// The exercises of a page, with their places in the learner's files.
  func exercises(of page: Page) -> [BookExercise] {
    ExerciseCatalogue.exercises(of: page, module: page.chapter.flatMap { modules[$0] })
  }

  /// All pages of a page's chapter, in reading order; the page alone where it is in none.
  func chapterPages(of page: Page) -> [Page] {
    page.chapter == nil ? [page] : pages.filter { $0.folder == page.folder }
  }

  /// Reads everything; the result are the folders of which a page is missing.
  private mutating func read() -> Set<String> {
    let chapters = BookFolder.chapters(root: root)
    for (chapter, next) in zip(chapters, chapters.dropFirst()) where chapter.number == next.number {
      diagnostics.append(Diagnostic(file: next.path, "chapter \(next.number) has two folders"))
    }
    for file in chapters.flatMap(\.misnamed) {
      diagnostics.append(
        Diagnostic(
          file: file,
          "a page's file name has small letters, digits and hyphens, as at-scale.md has"))
    }
    let sources =
      ["Chapters/index.md", "Chapters/map.md"].map { PageReader(paths: [$0], chapter: nil) }
      + chapters.map { PageReader(paths: $0.pages, chapter: $0.number) }
    let found = sources.concurrentMap { [root] source in
      (pages: source.read(root: root), module: Self.module(of: source.chapter, root: root))
    }
    var incomplete: Set<String> = []
    for (source, found) in zip(sources, found) {
      pages += found.pages.pages
      if let module = found.module.module { modules[module.chapter] = module }
      diagnostics += found.pages.diagnostics + found.module.diagnostics
      if !found.pages.diagnostics.isEmpty {
        incomplete.insert(RelativePath.folder(of: source.paths[0]))
      }
    }
    return incomplete
  }

  private static func module(
    of chapter: Int?, root: URL
  ) -> (module: ReferenceModule?, diagnostics: [Diagnostic]) {
    guard let chapter else { return (nil, []) }
    do {
      return (try ReferenceModule(chapter: chapter, root: root), [])
    } catch let faults as Diagnostics {
      return (nil, faults.all)
    } catch {
      return (nil, [Diagnostic(file: "Solutions/Chapter\(chapter)", "\(error)")])
    }
  }

  /// Puts the reference's code into the pages, chapter by chapter, and checks that all is there.
  private mutating func weave(except incomplete: Set<String>) {
    var weavers: [String: CodeWeaver] = [:]
    for index in pages.indices {
      guard let chapter = pages[index].chapter, let module = modules[chapter] else {
        CodeWeaver.refuse(&pages[index])
        continue
      }
      let folder = pages[index].folder
      weavers[folder, default: CodeWeaver(module: module, folder: folder)]
        .weave(into: &pages[index])
    }
    // What a page shows that cannot be read is not known.
    for (folder, weaver) in weavers where !incomplete.contains(folder) {
      let (coverage, faults) = weaver.coverage()
      self.coverage[weaver.module.chapter] = coverage
      diagnostics += faults
    }
  }

  /// Turns links to Markdown files into links to pages; empty ones get their target's title.
  private func resolveLinks(_ page: inout Page) {
    var faults = page.faults
    let resolver = LinkResolver(pages: pages, from: page)
    page.document.replaceEach { node in
      guard case .link(let destination, let title) = node.kind else { return node }
      do throws(Fault) {
        let (address, name) = try resolver.resolve(destination)
        var node = node
        node.kind = .link(destination: address, title: title)
        if node.children.isEmpty { node.children = [Markup(.text(name), lines: node.lines)] }
        return node
      } catch {
        faults.report(node.line, error.message)
        return node
      }
    }
    page.faults = faults
  }
}
