import Foundation

/// Gives every heading an id and checks that levels do not jump.
enum HeadingFold {
  static func apply(to document: inout Markup, faults: inout Faults) {
    var found = faults
    var above = 0
    document.replaceEach { node in
      guard case .heading(let level, _) = node.kind else { return node }
      var node = node
      let written = takeID(from: &node)
      let title = node.plainText
      if above == 0, level != 1 {
        found.report(node.line, "a page starts with its title, “# …”")
      } else if above > 0, level == 1 {
        found.report(node.line, "a page has one title; write “## \(title)”")
      } else if above > 0, level > above + 1 {
        found.report(
          node.line,
          "a heading of level \(level) stands below one of level \(above); write "
            + "“\(String(repeating: "#", count: above + 1)) \(title)”")
      }
      above = level
      node.kind = .heading(level: level, id: written ?? id(of: title))
      return node
    }
    if above == 0 { found.report(1, "a page starts with its title, “# …”") }
    faults = found
  }

  /// Takes `{#id}` off the end of a heading.
  private static func takeID(from heading: inout Markup) -> String? {
    guard case .text(let text) = heading.children.last?.kind,
      let match = text.firstMatch(of: /\s*\{#([A-Za-z][A-Za-z0-9_-]*)\}\s*$/)
    else { return nil }
    let rest = String(text[..<match.range.lowerBound])
    heading.children[heading.children.count - 1].kind = .text(rest)
    return String(match.1)
  }

  /// `exercise-1-4` for an exercise; else the title's words, joined by hyphens.
  private static func id(of title: String) -> String {
    if let exercise = title.firstMatch(of: /^Exercise (\d+)\.(\d+)/) {
      return "exercise-\(exercise.1)-\(exercise.2)"
    }
    let words = title.lowercased().replacingOccurrences(of: "’", with: "")
      .split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "section" : words.joined(separator: "-")
  }
}
