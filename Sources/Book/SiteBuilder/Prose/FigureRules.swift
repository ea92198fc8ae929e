import Foundation
import Weaving

/// What a page owes its figures: the text sends the reader to each of them, and each can be read at
/// the width of a telephone.
enum FigureRules {
  /// A drawing wider than this is scaled down on a telephone until nobody can read it.
  private static let widest = 480.0
  /// The least size of letters, in a drawing's units, so that a page shows them with 12 pixels.
  private static let least = (wide: 13.5, narrow: 12.0)

  /// What is wrong with the figures of a part's pages.
  static func faults(in sources: [SourceText], root: URL) -> [Diagnostic] {
    var figures: [(figure: Figure, file: String, line: Int)] = []
    var references: Set<String> = []
    for source in sources {
      guard var document = try? CommonMark.parse(source.markdown) else { continue }
      var ignored = Faults(file: source.path)
      _ = BlockFold.figures(
        &document, chapter: nil, after: 0, references: source.references, faults: &ignored)
      document.forEach { node in
        switch node.kind {
        case .figure(let figure): figures.append((figure, source.path, node.line))
        case .link(let destination, _):
          let parts = destination.split(separator: "#")
          if let id = parts.last { references.insert(String(id)) }
        default: break
        }
      }
    }
    return figures.flatMap { figure, file, line in
      var faults: [Diagnostic] = []
      if !references.contains(figure.id) {
        faults.append(
          Diagnostic(
            file: file, line: line,
            "no sentence of this chapter sends to this figure; write [](#\(figure.id)) where it is told"
          ))
      }
      let path = RelativePath.join(RelativePath.folder(of: file), figure.source)
      return faults + drawingFaults(path, root: root)
    }
  }

  private static func drawingFaults(_ path: String, root: URL) -> [Diagnostic] {
    let twin = FigureDrawing.narrow(of: path)
    // What cannot be read is the builder's to report.
    guard let wide = try? AuthorFile.text(path, root: root), let width = width(of: wide) else {
      return []
    }
    guard width > widest else { return letters(in: wide, atLeast: least.narrow, path) }
    guard let narrow = try? AuthorFile.text(twin, root: root) else {
      return [
        Diagnostic(
          file: path, line: 1,
          "this drawing is \(Int(width)) units wide, too much for a telephone; draw \(twin), too")
      ]
    }
    return letters(in: wide, atLeast: least.wide, path)
      + letters(in: narrow, atLeast: least.narrow, twin)
  }

  private static func width(of svg: String) -> Double? {
    svg.firstMatch(of: /viewBox="[\d.-]+ [\d.-]+ ([\d.]+)/).flatMap { Double($0.1) }
  }

  private static func letters(in svg: String, atLeast size: Double, _ path: String) -> [Diagnostic]
  {
    for (line, text) in zip(1..., svg.split(separator: "\n", omittingEmptySubsequences: false)) {
      for match in text.matches(of: /font-size[:=]"?([\d.]+)/) {
        guard let found = Double(match.1), found < size else { continue }
        return [
          Diagnostic(
            file: path, line: line,
            "letters of \(match.1) units are smaller than 12 pixels on a page; the least is \(size)"
          )
        ]
      }
    }
    return []
  }
}
