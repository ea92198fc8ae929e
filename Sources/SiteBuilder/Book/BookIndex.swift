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
    read()
    for index in pages.indices {
      var page = pages[index]
      weave(&page)
      resolveLinks(&page)
      pages[index] = page
    }
    diagnostics += pages.flatMap(\.faults.all)
  }

  /// The exercises of a page, with their places in the learner's files.
  func exercises(of page: Page) -> [BookExercise] {
    ExerciseCatalogue.exercises(of: page, module: page.chapter.flatMap { modules[$0] })
  }

  private mutating func read() {
    let chapters = BookFolder.chapters(root: root)
    for (chapter, next) in zip(chapters, chapters.dropFirst()) where chapter.number == next.number {
      diagnostics.append(Diagnostic(file: next.path, "chapter \(next.number) has two folders"))
    }
    let sources =
      ["Chapters/index.md", "Chapters/map.md"].map { Source(path: $0, chapter: nil) }
      + chapters.map { Source(path: $0.path + "/index.md", chapter: $0.number) }
    for found in sources.concurrentMap({ [root] in $0.read(root: root) }) {
      if let page = found.page { pages.append(page) }
      if let module = found.module { modules[module.chapter] = module }
      diagnostics += found.diagnostics
    }
  }

  /// A page to read, and the reference module that belongs to it.
  private struct Source: Sendable {
    let path: String
    let chapter: Int?

    func read(
      root: URL
    ) -> (page: Page?, module: ReferenceModule?, diagnostics: [Diagnostic]) {
      var diagnostics: [Diagnostic] = []
      var page: Page?
      var module: ReferenceModule?
      do throws(Diagnostic) {
        page = try Page.read(path: path, chapter: chapter, root: root)
      } catch {
        diagnostics.append(error)
      }
      do {
        module = try chapter.map { try ReferenceModule(chapter: $0, root: root) }
      } catch let faults as Diagnostics {
        diagnostics += faults.all
      } catch {
        diagnostics.append(Diagnostic(file: path, "\(error)"))
      }
      return (page, module, diagnostics)
    }
  }

  /// Puts the reference's code into the page, and checks that all of it is there.
  private mutating func weave(_ page: inout Page) {
    var faults = page.faults
    let module = page.chapter.flatMap { modules[$0] }
    let given = (module?.regions ?? []).filter { $0.kind == .given }
    var woven: [String: Int] = [:]
    page.document.replaceEach { node in
      guard case .weave(let name) = node.kind else { return node }
      guard let region = given.first(where: { $0.name == name }) else {
        let names = given.map(\.name).joined(separator: ", ")
        let place = page.chapter.map { "Solutions/Chapter\($0) has \(names)" }
        faults.report(
          node.line, "no region “\(name)” is given; \(place ?? "only chapters weave code")")
        return node
      }
      if let first = woven[name] {
        faults.report(node.line, "the region “\(name)” is already woven on line \(first)")
      }
      woven[name] = node.line
      let listing = Listing(
        text: region.text.dedented, file: region.learnerFile, line: region.stubLine)
      return Markup(.listing(listing), lines: node.lines)
    }
    page.faults = faults
    guard let module, let chapter = page.chapter else { return }
    checkCoverage(of: module, chapter, by: page, woven: Set(woven.keys))
  }

  private mutating func checkCoverage(
    of module: ReferenceModule, _ chapter: Int, by page: Page, woven: Set<String>
  ) {
    let stated = Set(page.exercises.map(\.id))
    var coverage = BuildReport.Coverage(shownLines: 0, lines: 0)
    for region in module.regions {
      let count = region.text.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) }
      let isShown =
        region.kind == .given ? woven.contains(region.name) : stated.contains(region.name)
      coverage.lines += count
      if isShown {
        coverage.shownLines += count
        continue
      }
      let lines = "lines \(region.lines.lowerBound)–\(region.lines.upperBound - 1)"
      diagnostics.append(
        Diagnostic(
          file: region.file, line: region.lines.lowerBound,
          region.kind == .given
            ? "the region “\(region.name)” (\(lines)) is not woven into \(page.path); write "
              + "```swift region=\(region.name)"
            : "\(page.path) has no exercise \(region.name), which \(lines) solve"))
    }
    for file in module.files where !file.strayLines.isEmpty {
      coverage.lines += file.strayLines.count
      let path = "Solutions/Chapter\(chapter)/\(file.name)"
      for range in file.strayLines.ranges {
        diagnostics.append(
          Diagnostic(
            file: path, line: range.lowerBound,
            "lines \(range.lowerBound)–\(range.upperBound) stand in no region, so no page shows them"
          ))
      }
    }
    let numbers = Set(module.exercises)
    for exercise in page.exercises where !numbers.contains(exercise.id) {
      diagnostics.append(
        Diagnostic(
          file: page.path, line: exercise.line,
          "exercise \(exercise.id) has no region “// #exercise \(exercise.id)” in "
            + "Solutions/Chapter\(chapter)"))
    }
    self.coverage[chapter] = coverage
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

extension String {
  /// The text without the white space that all of its lines start with.
  var dedented: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { line in
      line.prefix { $0 == " " }.count
    }
    let indent = indents.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }.joined(separator: "\n")
  }
}

extension [Int] {
  /// Ascending numbers as runs of neighbours.
  var ranges: [ClosedRange<Int>] {
    reduce(into: []) { ranges, number in
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
  }
}
