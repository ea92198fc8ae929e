import Weaving

/// Reads what a page says: its sections and exercises with their words, and the declarations that
/// its listings and exercises show.
///
/// Hints and solutions are left out: a search result must not give them away.
struct SearchReader {
  /// The declarations that the page may show, by region.
  let symbols: [String: [SearchSymbols.Symbol]]
  /// What a formula looks like in a line of text; nil where it cannot be written so.
  let formulaText: (Formula) -> String?

  func read(_ page: Page) -> SearchPage {
    let part = page.part.map { $0.label + " · " } ?? ""
    var result = SearchPage(path: page.output, label: part + page.title)
    // Behind an exercise, its section goes on.
    var section: Int?
    for block in page.document.children {
      switch block.kind {
      case .heading(let level, let id?) where level <= 3:
        section = result.sections.count
        result.sections.append(SearchEntry(anchor: id, title: block.plainText))
      case .exercise(let number):
        let exercise = page.exercises[number]
        result.sections.append(entry(of: exercise))
        result.symbols += entries(of: exercise.id, at: exercise.anchor)
      default:
        guard let section else { continue }
        result.sections[section].add(block, formulaText: formulaText)
        result.symbols += listedSymbols(in: block)
      }
    }
    return result
  }

  private func entry(of exercise: ExerciseText) -> SearchEntry {
    var entry = SearchEntry(
      anchor: exercise.anchor, title: "Exercise \(exercise.id) · \(exercise.title)")
    for block in exercise.statement { entry.add(block, formulaText: formulaText) }
    return entry
  }

  private func listedSymbols(in block: Markup) -> [SearchEntry] {
    var found: [SearchEntry] = []
    block.forEach { node in
      guard case .listing(let listing) = node.kind, let id = listing.id else { return }
      found += entries(of: String(id.dropFirst("code-".count)), at: id)
    }
    return found
  }

  private func entries(of region: String, at anchor: String) -> [SearchEntry] {
    (symbols[region] ?? []).map { symbol in
      let about = symbol.summary.isEmpty ? symbol.file : "\(symbol.file): \(symbol.summary)"
      return SearchEntry(anchor: anchor, title: symbol.name, excerpt: about)
    }
  }
}
