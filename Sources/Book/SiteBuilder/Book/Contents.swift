/// The list beside the text: the book's chapters and interludes, the pages of the reader's own one, and the
/// sections of the page with their exercises.
struct Contents {
  let index: BookIndex
  let page: Page
  let setting: PageSetting

  /// The entries, for the template.
  var entries: [[String: Any?]] {
    index.pages.filter { $0.output != "index.html" }.compactMap { other in
      let isAlone = other.part == nil || other.isFirst
      // Of other chapters, the opening page stands for all.
      guard isAlone || other.part == page.part else { return nil }
      return entry(for: other, kind: isAlone ? "chapter" : "part")
    }
  }

  private func entry(for other: Page, kind: String) -> [String: Any?] {
    let isHere = other.path == page.path
    let sections = isHere ? self.sections : []
    return [
      "kind": kind, "address": RelativePath.from(page.output, to: other.output),
      "title": other.title, "number": kind == "chapter" ? other.chapter : nil, "isHere": isHere,
      "sections": sections, "hasSections": !sections.isEmpty,
    ]
  }

  /// The page's sections, and with the section that holds them its exercises.
  private var sections: [[String: Any]] {
    var sections: [(title: String, id: String, exercises: [[String: Any]])] = []
    for block in page.document.children {
      switch block.kind {
      case .heading(2, let id?): sections.append((title(of: block), id, []))
      case .exercise(let number) where !sections.isEmpty:
        let exercise = page.exercises[number]
        sections[sections.count - 1].exercises.append([
          "id": exercise.id, "title": exercise.title, "anchor": exercise.anchor,
        ])
      default: break
      }
    }
    return sections.map {
      [
        "title": $0.title, "id": $0.id, "exercises": $0.exercises,
        "hasExercises": !$0.exercises.isEmpty,
      ]
    }
  }

  /// A heading as HTML: its words, and set formulas where it has any.
  private func title(of heading: Markup) -> String {
    var isPlain = true
    heading.forEach { if case .math = $0.kind { isPlain = false } }
    return isPlain
      ? HTMLText.escape(heading.plainText)
      : HTMLRenderer.render(heading.children, setting: setting)
  }
}
