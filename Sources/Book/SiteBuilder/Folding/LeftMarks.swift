import Foundation

/// Marks that GitHub or other programs render, and that would stand in the page as they are typed.
struct LeftMarks {
  private let inline: InlineText
  private let isLink: Bool

  /// Reports every mark that is left in the text of a node.
  static func check(_ node: Markup, faults: inout Faults) {
    var isLink = false
    switch node.kind {
    case .paragraph:
      if node.startsLikeHeading {
        faults.report(node.line, "a heading has a space behind its #, and this has none")
      }
    case .heading, .tableCell, .figure, .sideNote: break
    case .link: isLink = true
    case .item:
      if node.startsWithBox {
        faults.report(node.line, "a box to tick is not taken; a list has its marks alone")
      }
      return
    default: return
    }
    LeftMarks(inline: InlineText(node, isTakingLinks: isLink), isLink: isLink).report(&faults)
  }

  private func report(_ faults: inout Faults) {
    let text = inline.text
    // The C library's search tells at once where there is nothing to look for.
    func find(
      _ sign: String, _ pattern: @autoclosure () -> Regex<Substring>? = nil,
      _ advice: @autoclosure () -> String
    ) {
      guard text.withCString({ strstr($0, sign) != nil }) else { return }
      let range =
        pattern().map { text.firstMatch(of: $0.wordBoundaryKind(.simple))?.range }
        ?? text.firstRange(of: sign)
      guard let range else { return }
      faults.report(
        inline.line(at: range.lowerBound), "“\(text[range])” is left in the text: \(advice())")
    }
    find("$", /\$(?!\d)/, "a formula is written $`…`$, with backticks; a lone dollar is `$`")
    find("**", nil, "move it, so that a space or a letter is outside and no space inside")
    // Three and more are a gap to fill in.
    find("__", /(?:[^_]|^)__(?:[^_]|$)/, "move it, so that a letter is outside and no space inside")
    find("`", nil, "code has a backtick on both sides")
    find("~", /~~|~[^\s~](?:[^~]*[^\s~])?~/, "nothing is struck through here; write what holds")
    find("[^", nil, "a footnote's mark is [^name], without spaces")
    find("{#", nil, "an anchor's name, {#name}, ends a heading")
    find(
      "][", nil,
      "no line defines this address, “[name]: https://…”; write [text](address), or code in backticks"
    )
    find("](", nil, "an address has no spaces; write [text](address)")
    find("![", nil, "an image has an address, ![What it shows](figures/name.svg \"Caption.\")")
    find("[!", /\[!\w+\]/, "it opens a note on a line of its own, > \(text.firstNoteMark)")
    find(":", /\B:[a-z+-][a-z0-9_+-]*:\B/, "write the sign itself")
    if isLink { return }
    find("://", /\w+:\/\/\S*/, "write <https://…> or [text](https://…), which are links")
    find("www.", /www\.\w\S*/, "write [text](https://…), which is a link")
    find("@", /[\w.+-]+@[\w-]+\.\w[\w.]*/, "write <name@host>, which is a link")
  }
}

extension Markup {
  /// `#Word`, which CommonMark takes for text.
  fileprivate var startsLikeHeading: Bool {
    guard case .text(let text) = children.first?.kind, text.hasPrefix("#") else { return false }
    return text.prefixMatch(of: /#{1,6}\p{L}/) != nil
  }

  /// `[ ]` or `[x]` at the start of a list's item.
  fileprivate var startsWithBox: Bool {
    guard case .paragraph = children.first?.kind,
      case .text(let text) = children[0].children.first?.kind
    else { return false }
    return text.prefixMatch(of: /\[[ xX]\](?:\s|$)/) != nil
  }
}

extension String {
  fileprivate var firstNoteMark: Substring { firstMatch(of: /\[!\w+\]/)?.0 ?? "[!NOTE]" }
}
