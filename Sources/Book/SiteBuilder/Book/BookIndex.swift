import Foundation
import Weaving

/// All pages of a book and the code that they show; checks what spans files.
struct BookIndex: Sendable {
  private(set) var pages: [Page] = []
  private(set) var modules: [Int: ReferenceModule] = [:]
  private(set) var sources: [Part: SourceFolder] = [:]
  private(set) var coverage: [Int: BuildReport.Coverage] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Pages that cannot be read: links to them are no second mistake.
  private var unreadable: Set<String> = []
  private let root: URL

  init(root: URL) {
    self.root = root
    read()
    weave(except: Set(unreadable.map(RelativePath.folder)))
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

  /// All pages of a page's chapter or interlude, in reading order; the page alone where it is in
  /// none.
  func partPages(of page: Page) -> [Page] {
    page.part == nil ? [page] : pages.filter { $0.folder == page.folder }
  }

  private mutating func read() {
    let folders = BookFolder.all(root: root)
    for (folder, next) in zip(folders, folders.dropFirst()) where folder.part == next.part {
      diagnostics.append(
        Diagnostic(file: next.path, "\(next.part.label.lowercased()) has two folders"))
    }
    diagnostics += BookFolder.strays(root: root, folders: folders)
    for file in folders.flatMap(\.misnamed) {
      diagnostics.append(
        Diagnostic(
          file: file,
          "a page's file name has small letters, digits and hyphens, as 3-at-scale.md has"))
    }
    for folder in folders {
      for (address, files) in Dictionary(grouping: folder.pages, by: Page.address)
      where files.count > 1 {
        diagnostics.append(
          Diagnostic(
            file: files[1], "this page and \(files[0]) would both be \(address); rename one of them"
          ))
      }
    }
    let readers =
      ["Chapters/index.md", "Chapters/map.md"].map { PageReader(paths: [$0], part: nil) }
      + folders.map { PageReader(paths: $0.pages, part: $0.part) }
    let facts = ChapterFacts(folders: folders, root: root)
    let found = readers.concurrentMap { [root] reader in
      (
        pages: reader.read(root: root, facts: facts),
        code: reader.part.map { Self.code(of: $0, root: root) }
      )
    }
    for (reader, found) in zip(readers, found) {
      pages += found.pages.pages
      if let part = reader.part, let code = found.code {
        if let chapter = part.chapter { modules[chapter] = code.module }
        sources[part] = code.source
        diagnostics += code.diagnostics
      }
      diagnostics += found.pages.diagnostics
      unreadable.formUnion(Set(reader.paths).subtracting(found.pages.pages.map(\.path)))
    }
  }

  private static func code(
    of part: Part, root: URL
  ) -> (module: ReferenceModule?, source: SourceFolder?, diagnostics: [Diagnostic]) {
    do {
      switch part {
      case .chapter(let number):
        let module = try ReferenceModule(chapter: number, root: root)
        return (module, module.source, [])
      case .interlude(let interlude):
        return (nil, try SourceFolder(library: interlude.library, root: root), [])
      }
    } catch let faults as Diagnostics {
      return (nil, nil, faults.all)
    } catch {
      return (nil, nil, [Diagnostic(file: "Chapters", "\(part.label): \(error)")])
    }
  }

  /// Puts the code into the pages, part by part, and checks that all is there.
  private mutating func weave(except incomplete: Set<String>) {
    var weavers: [Part: CodeWeaver] = [:]
    for index in pages.indices {
      guard let part = pages[index].part, let source = sources[part] else {
        CodeWeaver.refuse(&pages[index])
        continue
      }
      weavers[part, default: CodeWeaver(source: source, folder: pages[index].folder)]
        .weave(into: &pages[index])
    }
    // What a page shows that cannot be read is not known.
    for (part, weaver) in weavers where !incomplete.contains(weaver.folder) {
      let (coverage, faults) = weaver.coverage()
      if let chapter = part.chapter { self.coverage[chapter] = coverage }
      diagnostics += faults
    }
  }

  /// Turns links to Markdown files into links to pages; empty ones get their target's title.
  private func resolveLinks(_ page: inout Page) {
    var faults = page.faults
    let resolver = LinkResolver(pages: pages, unreadable: unreadable, from: page)
    page.document.replaceEach { node in
      guard case .link(let destination, let title) = node.kind else { return node }
      if let name = resolver.chapterAhead(destination) {
        let title = node.children.isEmpty ? [Markup(.text(name), lines: node.lines)] : node.children
        let words = Markup(.text(" (in preparation)"), lines: node.lines)
        return Markup(.unlinked, lines: node.lines, title + [words])
      }
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
