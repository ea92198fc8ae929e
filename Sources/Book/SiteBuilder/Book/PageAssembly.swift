import Foundation
import Weaving

/// Puts one page together: its text, its frame, its way to the next.
struct PageAssembly: Sendable {
  let root: URL
  let theme: Theme
  let index: BookIndex
  let formulas: [Formula: FormulaSetter.Outcome]
  /// The quantities of the names in code, by the folder of the pages.
  let quantities: [String: [String: String]]
  /// Whether the site has fonts of its own.
  let hasFonts: Bool

  /// The page's HTML, the scripts of its figures, and what is wrong with its figures.
  func html(
    of page: Page
  ) -> (html: String, scripts: [String: Data], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let scripts = scripts(of: page, &diagnostics)
    let exercises = index.exercises(of: page)
    let setting = PageSetting(
      theme: theme, formulas: formulas, drawings: drawings(of: page, &diagnostics),
      plays: scripts.mapValues { scripts in
        [
          "name": scripts.name, "behaviour": address(of: scripts.behaviour, from: page),
          "data": scripts.data.map { address(of: $0, from: page) },
        ].compactMapValues { $0 }
      },
      exercises: exercises, solutions: solutions(of: page),
      quantities: quantities[page.folder] ?? [:])
    var isUsingFormulas = false
    page.document.forEach { if case .math = $0.kind { isUsingFormulas = true } }
    let place = index.pages.firstIndex { $0.path == page.path } ?? 0
    let home = index.pages.first { $0.output == "index.html" }
    let values: [String: Any?] = [
      "title": title(of: page, home),
      "description": Self.description(of: page),
      "book": home?.title ?? "",
      "isStart": page.output == "index.html",
      "root": String(repeating: "../", count: page.output.count { $0 == "/" }),
      "home": RelativePath.from(page.output, to: "index.html"),
      "hasFormulas": isUsingFormulas, "hasFonts": hasFonts,
      "isInteractive": !scripts.isEmpty,
      "content": HTMLRenderer.render(page.document.children.withNotesBeside, setting: setting),
      "entries": Contents(index: index, page: page, setting: setting).entries.map {
        $0.compactMapValues { $0 }
      },
      "part": page.part?.label, "opening": page.isFirst ? nil : opening(of: page),
      "previous": place > 0 ? link(from: page, to: index.pages[place - 1]) : nil,
      "next": place + 1 < index.pages.count ? link(from: page, to: index.pages[place + 1]) : nil,
    ]
    let files = scripts.values.reduce(into: [:]) { $0.merge($1.files) { $1 } }
    return (theme.render("page", values), files, diagnostics)
  }

  /// What a browser calls the page: its chapter's number, or that it is an interlude; its own title, the
  /// book's.
  private func title(of page: Page, _ home: Page?) -> String {
    if page.output == "index.html" { return page.title }
    let part = page.part.map { [$0.label] } ?? []
    return (part + [page.title, home?.title ?? ""]).joined(separator: " · ")
  }

  /// What a search engine shows: the start of the page's first paragraph, cut at a word.
  private static func description(of page: Page) -> String {
    let paragraph = page.document.children.first {
      if case .paragraph = $0.kind { true } else { false }
    }
    let text = paragraph?.plainText ?? page.title
    guard text.count > 160 else { return text }
    return text.prefix(160).split(separator: " ").dropLast().joined(separator: " ") + " …"
  }

  /// The way from a later page of a chapter or interlude to its first.
  private func opening(of page: Page) -> [String: Any]? {
    index.partPages(of: page).first.map {
      ["address": RelativePath.from(page.output, to: $0.output), "title": $0.title]
    }
  }

  private func link(from page: Page, to other: Page) -> [String: Any] {
    let number = other.chapter.map { "\($0) · " } ?? ""
    return [
      "address": RelativePath.from(page.output, to: other.output), "title": number + other.title,
    ]
  }

  private func drawings(of page: Page, _ diagnostics: inout [Diagnostic]) -> [String: String] {
    var drawings: [String: String] = [:]
    var faults = Faults(file: page.path)
    page.document.forEach { node in
      guard case .figure(let figure) = node.kind else { return }
      let path = RelativePath.join(page.folder, figure.source)
      guard path.hasPrefix(page.folder + "/"), path.hasSuffix(".svg") else {
        faults.report(
          node.line, "a figure is an SVG file in the page's folder, not “\(figure.source)”")
        return
      }
      // The name becomes an id, and its behaviour's address.
      guard path.wholeMatch(of: /.*\/[A-Za-z0-9_-]+\.svg/) != nil else {
        faults.report(
          node.line,
          "a figure's file name has letters of A to Z, digits, - and _: “\(figure.source)”")
        return
      }
      do throws(Diagnostic) {
        drawings[figure.id] = try FigureDrawing.drawings(
          at: path, root: root, prefix: figure.id, alternative: figure.alternative)
      } catch {
        if error.line > 0 {
          diagnostics.append(error)
        } else {
          faults.report(node.line, "\(path): \(error.message)")
        }
      }
    }
    diagnostics += faults.all
    return drawings
  }

  /// The scripts beside the page's drawings, by the figure's id.
  private func scripts(
    of page: Page, _ diagnostics: inout [Diagnostic]
  ) -> [String: FigureScripts] {
    var scripts: [String: FigureScripts] = [:]
    page.document.forEach { node in
      guard case .figure(let figure) = node.kind, figure.source.hasSuffix(".svg") else { return }
      let drawing = RelativePath.join(page.folder, figure.source)
      scripts[figure.id] = FigureScripts(beside: drawing, root: root, &diagnostics)
    }
    return scripts
  }

  private func address(of script: String, from page: Page) -> String {
    RelativePath.from(page.output, to: FigureScripts.output(of: script))
  }

  private func solutions(of page: Page) -> [String: [Listing]] {
    guard let module = page.chapter.flatMap({ index.modules[$0] }) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: module.exercises.map { id in
        (
          id,
          module.exercise(id).map {
            Listing(text: $0.text.dedented, file: $0.learnerFile, line: $0.stubLine)
          }
        )
      })
  }
}
