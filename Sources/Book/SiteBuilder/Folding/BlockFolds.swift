import Foundation

/// Passes that turn blocks of CommonMark into the book's own.
enum BlockFold {
  /// Words that a fence may open with; everything else is taken for a slip.
  static let languages = ["swift", "console", "text", "json", "math"]

  /// `math` fences become formulas, `swift region=NAME` fences places for woven code.
  static func fences(_ document: inout Markup, faults: inout Faults) {
    var found = faults
    document.replaceEach { node in
      guard case .codeBlock(let info, let text) = node.kind else { return node }
      let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
      var node = node
      switch (words.first, words.count) {
      case ("math", 1):
        let tex = text.trimmingCharacters(in: .whitespacesAndNewlines)
        node.kind = .math(Formula(tex: tex, isDisplay: true))
      case ("swift", 1): node.kind = .listing(Listing(text: text))
      case ("swift", 2...3) where weave(words.dropFirst()) != nil:
        node.kind = weave(words.dropFirst()) ?? node.kind
      case (let language?, 1) where languages.contains(language): break
      case (nil, _):
        found.report(
          node.line,
          "say what this code is: ```swift, ```console, ```text, ```json or ```math")
      case (let language?, _):
        let isKnown = languages.contains(language)
        let word = isKnown ? words[1] : language
        found.report(
          node.line,
          "“\(word)” is not known here; a fence opens with "
            + "\(languages.joined(separator: ", ")), “swift region=NAME” or “swift region=NAME since=OTHER”"
        )
      }
      return node
    }
    faults = found
  }

  /// `region=NAME`, and perhaps `since=OTHER`.
  private static func weave(_ words: ArraySlice<String>) -> Markup.Kind? {
    let pairs = words.map { $0.split(separator: "=").map(String.init) }
    guard pairs.allSatisfy({ $0.count == 2 }), pairs[0][0] == "region" else { return nil }
    guard pairs.count == 2 else { return .weave(region: pairs[0][1], since: nil) }
    return pairs[1][0] == "since" ? .weave(region: pairs[0][1], since: pairs[1][1]) : nil
  }

  /// A quote that starts with `[!NOTE]` becomes a note of that kind.
  static func alerts(_ document: inout Markup, faults: inout Faults) {
    var found = faults
    document.replaceEach { node in
      guard case .blockQuote = node.kind, case .paragraph = node.children.first?.kind,
        case .text(let opening) = node.children[0].children.first?.kind, opening.hasPrefix("[!")
      else { return node }
      var node = node
      let word = opening.dropFirst(2).prefix { $0 != "]" }
      guard let alert = Alert.allCases.first(where: { $0.rawValue.uppercased() == word }),
        opening == "[!\(word)]"
      else {
        found.report(
          node.line,
          "“\(opening)” is no note; write [!NOTE], [!TIP], [!IMPORTANT] or [!WARNING] on a line "
            + "of its own")
        return node
      }
      node.kind = .alert(alert)
      node.children[0].children.removeFirst()
      if case .softBreak = node.children[0].children.first?.kind {
        node.children[0].children.removeFirst()
      }
      if node.children[0].children.isEmpty { node.children.removeFirst() }
      if node.children.isEmpty { found.report(node.line, "this note is empty") }
      return node
    }
    faults = found
  }

  /// An image alone in its paragraph becomes a figure, numbered `Figure 1.2`.
  ///
  /// - Parameters:
  ///   - before: how many figures the chapter has on earlier pages.
  ///   - references: the document's definitions of addresses.
  /// - Returns: how many it has with those of this page.
  static func figures(
    _ document: inout Markup, chapter: Int?, after before: Int, references: String,
    faults: inout Faults
  ) -> Int {
    var found = faults
    var count = before
    for index in document.children.indices {
      guard case .paragraph = document.children[index].kind,
        document.children[index].children.count == 1,
        case .image(let source, let title) = document.children[index].children[0].kind
      else { continue }
      let image = document.children[index].children[0]
      count += 1
      let label = "Figure " + (chapter.map { "\($0)." } ?? "") + "\(count)"
      let stem = source.split(separator: "/").last?.split(separator: ".").first ?? "figure"
      if image.plainText.isEmpty {
        found.report(image.line, "say in the brackets what the figure shows: ![…](\(source))")
      }
      if let mark = image.plainText.first(where: { "$`{[".contains($0) }) {
        found.report(
          image.line, "what a figure shows is read out, and “\(mark)” is left in it; write words")
      }
      let caption = CommonMark.inlines(title, line: image.line, references: references)
      if caption.isEmpty {
        found.report(image.line, "give the figure a caption: ![…](\(source) \"Caption.\")")
      }
      document.children[index] = Markup(
        .figure(
          Figure(
            source: source, alternative: image.plainText, id: "figure-\(stem)", label: label)),
        lines: document.children[index].lines, caption)
    }
    document.forEach { node in
      if case .image(let source, _) = node.kind {
        found.report(
          node.line, "the image “\(source)” stands in a text; a figure has a paragraph of its own")
      }
    }
    faults = found
    return count
  }
}
