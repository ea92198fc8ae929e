import Foundation
import Weaving

/// How the pages are written, for `course verify`: one sentence on a line, no number of our own
/// results typed by hand, and figures that a text sends to and a telephone can show.
///
/// The book would be built all the same; but a difference between two versions shows sentences only
/// where each has its line, and a number that is typed stays when a run finds another.
public enum ProseCheck {
  /// What is found in all pages of a book; pages that cannot be read are the builder's to report.
  ///
  /// - Parameter root: the package's root.
  public static func faults(root: URL) -> [Diagnostic] {
    let parts =
      [["Chapters/index.md"], ["Chapters/map.md"]] + BookFolder.all(root: root).map(\.pages)
    return parts.flatMap { paths in
      let results = Results(folder: RelativePath.folder(of: paths[0]), root: root)
      let sources = paths.compactMap { try? SourceText(path: $0, root: root) }
      return sources.flatMap { faults(in: $0, results: results) }
        + FigureRules.faults(in: sources, root: root)
    }
  }

  static func faults(in source: SourceText, results: Results) -> [Diagnostic] {
    guard var document = try? CommonMark.parse(source.markdown) else { return [] }
    // What these passes find is the builder's to report.
    var ignored = Faults(file: source.path)
    TableFold.apply(to: &document, source: source, faults: &ignored)
    _ = BlockFold.figures(
      &document, chapter: nil, after: 0, references: source.references, faults: &ignored)
    for footnote in source.footnotes {
      document.children.append(
        Markup(
          .sideNote(number: 0), line: footnote.line,
          CommonMark.inlines(footnote.text, line: footnote.line, references: source.references)))
    }
    InlineFold.math(&document)
    var faults = Faults(file: source.path)
    let numbers = TypedNumbers(results)
    for block in document.children {
      check(block, in: .text, numbers, &faults)
    }
    return faults.all
  }

  fileprivate enum Setting { case text, hint, quotation }

  private static func check(
    _ node: Markup, in setting: Setting, _ numbers: TypedNumbers, _ faults: inout Faults
  ) {
    var setting = setting
    switch node.kind {
    case .blockQuote: setting = node.setting
    case .paragraph, .tableCell, .figure, .sideNote:
      let text = InlineText(node, isTakingLinks: true)
      // A hint, a caption, a cell and a side note are a line each.
      if node.kind == .paragraph, setting == .text { SentenceLines.check(text, faults: &faults) }
      if setting != .quotation { numbers.check(text, faults: &faults) }
      return
    case .heading: return
    default: break
    }
    for child in node.children { check(child, in: setting, numbers, &faults) }
  }
}

extension Markup {
  /// What a quote is by its first words: a note, a hint, or somebody else's words.
  fileprivate var setting: ProseCheck.Setting {
    guard let opening = children.first?.children.first else { return .quotation }
    if case .strong = opening.kind, opening.plainText.hasPrefix("Hint") { return .hint }
    if case .text(let text) = opening.kind, text.hasPrefix("[!") { return .text }
    return .quotation
  }
}
