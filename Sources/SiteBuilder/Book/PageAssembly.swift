import Foundation
import Weaving

/// Puts one page together: its text, its frame, its way to the next.
struct PageAssembly: Sendable {
  let root: URL
  let theme: Theme
  let index: BookIndex
  let formulas: [Formula: FormulaSetter.Outcome]

  /// The page's HTML, and what is wrong with its figures.
  func html(of page: Page) -> (html: String, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let exercises = index.exercises(of: page)
    let setting = PageSetting(
      theme: theme, formulas: formulas, drawings: drawings(of: page, &diagnostics),
      exercises: exercises, solutions: solutions(of: page))
    var isUsingFormulas = false
    page.document.forEach { if case .math = $0.kind { isUsingFormulas = true } }
    let place = index.pages.firstIndex { $0.path == page.path } ?? 0
    let home = index.pages.first { $0.output == "index.html" }
    let contents = contents(of: page, setting)
    let parts = parts(of: page)
    let values: [String: Any?] = [
      "title": title(of: page, home),
      "book": home?.title ?? "",
      "root": String(repeating: "../", count: page.output.count { $0 == "/" }),
      "home": RelativePath.from(page.output, to: "index.html"),
      "map": index.pages.first { $0.output == "map.html" }.map {
        RelativePath.from(page.output, to: $0.output)
      },
      "hasFormulas": isUsingFormulas,
      "content": HTMLRenderer.render(page.document.children, setting: setting),
      "contents": contents, "hasContents": !contents.isEmpty || !parts.isEmpty,
      "parts": parts, "hasParts": !parts.isEmpty,
      "chapter": page.chapter, "opening": page.isFirst ? nil : parts.first,
      "previous": place > 0 ? link(from: page, to: index.pages[place - 1]) : nil,
      "next": place + 1 < index.pages.count ? link(from: page, to: index.pages[place + 1]) : nil,
    ]
    return (theme.render("page", values), diagnostics)
  }

  /// What a browser calls the page: its chapter's number, its own title, the book's.
  private func title(of page: Page, _ home: Page?) -> String {
    if page.output == "index.html" { return page.title }
    let chapter = page.chapter.map { ["Chapter \($0)"] } ?? []
    return (chapter + [page.title, home?.title ?? ""]).joined(separator: " · ")
  }

  /// The pages of the page's chapter, where it has several.
  private func parts(of page: Page) -> [[String: Any]] {
    let pages = index.chapterPages(of: page)
    guard pages.count > 1 else { return [] }
    return pages.map { other in
      [
        "address": RelativePath.from(page.output, to: other.output), "title": other.title,
        "isHere": other.path == page.path,
      ]
    }
  }

  private func link(from page: Page, to other: Page) -> [String: Any] {
    let number = other.chapter.map { "\($0) · " } ?? ""
    return [
      "address": RelativePath.from(page.output, to: other.output), "title": number + other.title,
    ]
  }

  /// The page's sections, and below the section that holds them its exercises.
  private func contents(of page: Page, _ setting: PageSetting) -> [[String: Any]] {
    var entries: [(title: String, id: String, exercises: [[String: Any]])] = []
    for block in page.document.children {
      switch block.kind {
      case .heading(2, let id?):
        var isPlain = true
        block.forEach { if case .math = $0.kind { isPlain = false } }
        let title =
          isPlain
          ? HTMLText.escape(block.plainText) : HTMLRenderer.render(block.children, setting: setting)
        entries.append((title, id, []))
      case .exercise(let number) where !entries.isEmpty:
        let exercise = page.exercises[number]
        entries[entries.count - 1].exercises.append([
          "title": "\(exercise.id) \(exercise.title)", "id": exercise.anchor, "exercise": exercise.id,
        ])
      default: break
      }
    }
    return entries.map {
      [
        "title": $0.title, "id": $0.id, "exercises": $0.exercises,
        "hasExercises": !$0.exercises.isEmpty,
      ]
    }
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
      do throws(Fault) {
        drawings[figure.id] = try FigureDrawing.svg(
          at: root.appending(path: path), prefix: figure.id, alternative: figure.alternative)
      } catch {
        faults.report(node.line, "\(path): \(error.message)")
      }
    }
    diagnostics += faults.all
    return drawings
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
