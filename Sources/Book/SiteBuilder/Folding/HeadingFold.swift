import Foundation

/// Gives every heading an id and checks that levels do not jump.
enum HeadingFold {
  static func apply(to document: inout Markup, faults: inout Faults) {
    var found = faults
    var above = 0
    document.replaceEach { node in
      guard case .heading(let level, _) = node.kind else { return node }
      var node = node
      let written = takeID(from: &node, &found)
      let title = node.plainText
      if title.allSatisfy(\.isWhitespace) {
        found.report(node.line, "this heading has no text; write one behind the #")
      }
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
  private static func takeID(from heading: inout Markup, _ faults: inout Faults) -> String? {
    guard case .text(let text) = heading.children.last?.kind,
      let match = text.firstMatch(of: /\s*\{#([^{}]*)\}\s*$/)
    else { return nil }
    let rest = String(text[..<match.range.lowerBound])
    heading.children[heading.children.count - 1].kind = .text(rest)
    guard match.1.wholeMatch(of: /\p{L}[\p{L}\p{M}\p{N}_-]*/) != nil else {
      faults.report(
        heading.line,
        "“\(match.1)” is no anchor's name: a letter, then letters, digits, - and _; write {#name}")
      return nil
    }
    return anchor(String(match.1))
  }

  /// The one form of an id: a browser takes “ü” in one sign and in two for different ids.
  private static func anchor(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
  }

  /// `exercise-1-4` for an exercise; else the title's words, joined by hyphens.
  private static func id(of title: String) -> String {
    if let exercise = title.firstMatch(of: /^Exercise (\d+)\.(\d+)/) {
      return "exercise-\(exercise.1)-\(exercise.2)"
    }
    let words = title.lowercased().replacingOccurrences(of: "’", with: "")
      .split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "section" : anchor(words.joined(separator: "-"))
  }
}
