import Foundation

/// Sets one page's formulas, tables, notes, figures, listings and exercises.
struct PageSetting: BookSetting {
  let theme: Theme
  let formulas: [Formula: FormulaSetter.Outcome]
  /// The page's figures, by id.
  let drawings: [String: String]
  /// The scripts of its interactive figures, by id: where they stand, seen from the page.
  let plays: [String: [String: String]]
  let exercises: [BookExercise]
  /// The reference's code of each exercise, by number.
  let solutions: [String: [Listing]]
  /// The quantities of the names in the page's code.
  let quantities: [String: String]

  func html(of node: Markup, render: ([Markup]) -> String) -> String {
    switch node.kind {
    case .math(let formula):
      guard case .html(let html)? = formulas[formula] else { return "" }
      return formula.isDisplay ? "<div class=\"formula\" tabindex=\"0\">\(html)</div>\n" : html
    case .unbroken: return "<span class=\"unbroken\">\(render(node.children))</span>"
    case .unlinked: return "<span class=\"unlinked\">\(render(node.children))</span>"
    case .heading(let level, let id?):
      let anchor = "<a class=\"anchor\" href=\"#\(id)\" tabindex=\"-1\" aria-hidden=\"true\">#</a>"
      return
        "<h\(level) id=\"\(id)\">\(render(node.children))\(level > 1 ? anchor : "")</h\(level)>\n"
    case .table(let alignments): return table(node, alignments, render)
    case .alert(let alert):
      return "<aside class=\"alert alert-\(alert.rawValue.lowercased())\">"
        + "<p class=\"alert-title\">\(alert.rawValue)</p>\n\(render(node.children))</aside>\n"
    case .figure(let figure):
      return theme.render(
        "figure",
        [
          "id": figure.id, "label": figure.label, "drawing": drawings[figure.id] ?? "",
          "caption": render(node.children), "play": plays[figure.id],
        ])
    case .footnoteReference(let number):
      return "<sup class=\"note-mark\" id=\"note-mark-\(number)\">"
        + "<a href=\"#note-\(number)\">\(number)</a></sup>"
    case .sideNote(let number):
      return "<aside class=\"side-note\" id=\"note-\(number)\" role=\"note\">"
        + "<sup><a href=\"#note-mark-\(number)\">\(number)</a></sup> \(render(node.children))</aside>\n"
    case .noted:
      return "<div class=\"noted\">\n\(render(Array(node.children.prefix(1))))"
        + "<div class=\"notes\">\n\(render(Array(node.children.dropFirst())))</div>\n</div>\n"
    case .codeBlock(let info, let text):
      return "<pre tabindex=\"0\"><code class=\"language-\(HTMLText.escape(info))\">"
        + "\(HTMLText.escape(text.trimmingCharacters(in: .newlines)))</code></pre>\n"
    case .listing(let listing):
      return ListingSetting(theme: theme, quantities: quantities).html(listing, render: render)
    case .terms: return "<dl class=\"terms\">\n\(render(node.children))</dl>\n"
    case .term(let title):
      return "<dt>\(title)</dt>\n" + "<dd>\(render(node.children))</dd>\n"
    case .workings: return "<p class=\"workings\">\(render(node.children))</p>\n"
    case .workingsLine(let isGoingOn):
      return "<span\(isGoingOn ? " class=\"on\"" : "")>\(render(node.children))</span>\n"
    case .remark: return " <span class=\"remark\">\(render(node.children))</span>"
    case .sample(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return "<p class=\"sample\"><code>\(ListingSetting.rows(lines))</code></p>\n"
    case .exercise(let index): return exercise(exercises[index], node, render)
    default: return ""
    }
  }

  private func table(
    _ node: Markup, _ alignments: [ColumnAlignment], _ render: ([Markup]) -> String
  ) -> String {
    // Where the head's first cell is empty, the first column names the rows.
    let hasRowNames = node.children.first?.children.first?.children.isEmpty == true
    func row(_ row: Markup, _ tag: String) -> String {
      "<tr>"
        + zip(row.children, alignments).enumerated().map { column, entry in
          let (cell, alignment) = entry
          let style =
            switch alignment {
            case .leading: ""
            case .center: " class=\"center\""
            case .trailing: " class=\"number\""
            }
          // A header without text would say nothing of its column: it is no header.
          var tag = cell.children.isEmpty ? "td" : tag
          if hasRowNames, column == 0, !cell.children.isEmpty { tag = "th scope=\"row\"" }
          var text = render(cell.children)
          if tag.hasPrefix("th"), let words = cell.spokenFormulas {
            text = "<span aria-hidden=\"true\">\(text)</span><span class=\"hidden\">\(words)</span>"
          }
          return "<\(tag)\(style)>\(text)</\(tag.prefix(2))>"
        }.joined() + "</tr>\n"
    }
    let head = node.children.first.map { row($0, "th") } ?? ""
    let body = node.children.dropFirst().map { row($0, "td") }.joined()
    return "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\n\(head)</thead>\n"
      + "<tbody>\n\(body)</tbody>\n</table></div>\n"
  }

  private func exercise(
    _ exercise: BookExercise, _ node: Markup, _ render: ([Markup]) -> String
  ) -> String {
    let blocks = node.children.dropFirst()
    let hints = blocks.filter(\.isHint)
    let values: [String: Any?] = [
      "id": exercise.id, "title": WordJoints.html(exercise.title), "anchor": exercise.anchor,
      "points": exercise.points == 1 ? "1 point" : "\(exercise.points) points",
      "places": exercise.places.map {
        [
          "file": CodeBreaks.html($0.file), "line": $0.line, "name": CodeBreaks.element($0.name),
        ] as [String: Any]
      },
      "check": "swift run course check \(exercise.id)",
      "statement": render(blocks.filter { !$0.isHint }.withNotesBeside),
      "hints": hints.enumerated().map { number, hint in
        ["number": number + 1, "count": hints.count, "text": render(hint.children)]
          as [String: Any]
      },
      "solution": (solutions[exercise.id] ?? []).map {
        ListingSetting(theme: theme, quantities: quantities).html($0, render: render)
      }.joined(),
    ]
    return theme.render("exercise", values)
  }
}

extension Markup {
  /// What a header made of formulas alone is read out as; nil where it has words of its own.
  ///
  /// Screen readers and checkers skip MathML when they ask for a header's name.
  fileprivate var spokenFormulas: String? {
    var formulas: [String] = []
    var hasWords = false
    forEach { node in
      switch node.kind {
      case .math(let formula): formulas.append(formula.tex)
      case .text(let text): hasWords = hasWords || text.contains { !$0.isWhitespace }
      case .code: hasWords = true
      default: break
      }
    }
    if hasWords || formulas.isEmpty { return nil }
    let words = formulas.joined(separator: " ").replacing(/\\quantity\{[a-z]+\}/, with: "")
      .replacing(/\\([a-zA-Z]+)/) { " \($0.1) " }.replacing(/[{}\\]/, with: "")
    return HTMLText.escape(words.split(separator: " ").joined(separator: " "))
  }

  fileprivate var isHint: Bool { if case .hint = kind { true } else { false } }
}
