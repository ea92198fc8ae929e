import Foundation
import Weaving

/// Builds the static site from `Chapters`, `Solutions`, `site/theme` and the libraries that
/// interludes show.
///
/// The same input gives the same bytes. Nothing is written before everything has been checked, and
/// then the whole site is put in place at once.
public struct BookBuilder: Sendable {
  /// What a book is made from: folders below the package's root.
  public static let sources =
    ["Chapters", "Solutions", "site/theme"] + Interlude.all.map { PackageFolders.given($0.library) }

  private let root: URL
  private let themeFolder: URL
  private let cache: URL
  private let environment: [String: String]

  /// - Parameters:
  ///   - root: the package's root.
  ///   - theme: the folder of templates; `site/theme` below the root by default.
  ///   - environment: where `KATEX_DIR` and the `PATH` of Node are looked up.
  public init(
    root: URL, theme: URL? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.root = root
    themeFolder = theme ?? root.appending(path: "site/theme")
    cache = root.appending(path: ".build/book-cache")
    self.environment = environment
  }

  /// Builds the site into `output`, replacing what is there.
  ///
  /// - Throws: ``Diagnostics`` with every mistake found in the book; `output` is then untouched.
  public func build(to output: URL) throws(Diagnostics) -> BuildReport {
    let (files, report) = try make()
    try SiteWriter.write(files, to: output)
    return report
  }

  /// Makes the site without writing it anywhere.
  ///
  /// - Returns: the files by path in the site, and what there is to say of them.
  /// - Throws: ``Diagnostics`` with every mistake found in the book.
  public func make() throws(Diagnostics) -> (files: [String: Data], report: BuildReport) {
    let theme = try Theme(folder: themeFolder)
    let index = BookIndex(root: root)
    var diagnostics = index.diagnostics
    diagnostics += SyntaxCheck(root: root, cache: cache, environment: environment).faults(
      in: index.sources.values.flatMap(\.files))
    let places = formulaPlaces(in: index)
    var setter: FormulaSetter?
    var formulas: [Formula: FormulaSetter.Outcome] = [:]
    do {
      let found = try FormulaSetter(theme: themeFolder, cache: cache, environment: environment)
      setter = found
      formulas = try found.set(Set(places.map(\.formula)))
    } catch {
      diagnostics.append(error)
    }
    for place in places {
      if case .fault(let fault)? = formulas[place.formula] {
        diagnostics.append(Diagnostic(file: place.file, line: place.line, fault))
      }
    }
    var files: [String: Data] = [:]
    var pages: [(path: String, html: String)] = []
    var scripts: [String: Data] = [:]
    let fonts = BookFonts.files(root: root)
    files.merge(fonts) { $1 }
    let quantities = codeQuantities(in: index, theme: theme)
    diagnostics += quantities.values.flatMap(\.diagnostics)
    let assembly = PageAssembly(
      root: root, theme: theme, index: index, formulas: formulas,
      quantities: quantities.mapValues(\.quantities), hasFonts: !fonts.isEmpty)
    for (page, made) in zip(index.pages, index.pages.concurrentMap(assembly.html)) {
      pages.append((page.output, made.html))
      files[page.output] = Data(made.html.utf8)
      diagnostics += made.diagnostics
      scripts.merge(made.scripts) { $1 }
    }
    let refused = Set(diagnostics.map(\.file))
    diagnostics += ScriptCheck(root: root, cache: cache, environment: environment).faults(
      in: scripts.filter { !$0.key.hasSuffix(".data.js") && !refused.contains($0.key) })
    for (path, data) in scripts { files[FigureScripts.output(of: path)] = data }
    for folder in BookFolder.all(root: root) {
      // Where a whole file cannot be read, nobody knows what it uses.
      if diagnostics.contains(where: { $0.line == 0 && $0.file.hasPrefix(folder.path + "/") }) {
        continue
      }
      diagnostics += FigureScripts.unused(
        in: folder.path, root: root, used: Set(scripts.keys))
    }
    addAssets(theme: theme, setter: setter, to: &files, &diagnostics)
    let search = searchIndex(of: index, formulas)
    do {
      files.merge(try search.files()) { $1 }
    } catch {
      diagnostics.append(Diagnostic(file: "assets/search-index.js", "\(error)"))
    }
    if diagnostics.isEmpty {
      diagnostics += SiteCheck.faults(in: files, targets: search.targets)
    }
    guard diagnostics.isEmpty else { throw Diagnostics(Set(diagnostics)) }
    let report = BuildReport(
      pages: pages.map(\.path), pageSizes: pages.map(\.html.utf8.count), coverage: index.coverage,
      exercises: index.pages.flatMap(index.exercises), formulaCount: formulas.count,
      hasFonts: !fonts.isEmpty)
    return (files, report)
  }

  /// What the names in the code of each folder stand for.
  private func codeQuantities(in index: BookIndex, theme: Theme) -> [String: CodeQuantities] {
    let style = theme.assets["style.css"].flatMap { try? String(contentsOf: $0, encoding: .utf8) }
    let known = CodeQuantities.named(in: style ?? "")
    let folders = Dictionary(grouping: index.pages.filter { $0.part != nil }, by: \.folder)
    return Dictionary(
      uniqueKeysWithValues: folders.map { folder, pages in
        let code = pages[0].part.flatMap { index.sources[$0] }?.regions.map(\.text) ?? []
        return (
          folder, CodeQuantities(folder: folder, root: root, known: known, listings: code)
        )
      })
  }

  private func formulaPlaces(
    in index: BookIndex
  ) -> [(formula: Formula, file: String, line: Int)] {
    var places: [(formula: Formula, file: String, line: Int)] = []
    for page in index.pages {
      page.document.forEach { node in
        if case .math(let formula) = node.kind { places.append((formula, page.path, node.line)) }
      }
    }
    return places
  }

  private func searchIndex(
    of index: BookIndex, _ formulas: [Formula: FormulaSetter.Outcome]
  ) -> SearchIndex {
    let symbols = index.sources.mapValues { SearchSymbols.symbols(of: $0.regions) }
    return SearchIndex(
      pages: index.pages.concurrentMap { page in
        SearchReader(symbols: page.part.flatMap { symbols[$0] } ?? [:]) { formula in
          guard case .html(let html)? = formulas[formula] else { return nil }
          return FormulaLine.text(of: formula, html: html)
        }.read(page)
      })
  }

  private func addAssets(
    theme: Theme, setter: FormulaSetter?, to files: inout [String: Data],
    _ diagnostics: inout [Diagnostic]
  ) {
    for (name, url) in theme.assets {
      do throws(Diagnostic) {
        files["assets/\(name)"] = try AuthorFile.data(name, root: url.deletingLastPathComponent())
      } catch {
        diagnostics.append(Diagnostic(file: "site/theme/assets/\(name)", error.message))
      }
    }
    guard let setter else { return }
    do {
      let css = try String(
        contentsOf: setter.katex.appending(path: "katex.min.css"), encoding: .utf8)
      // Every browser that the site is for reads woff2.
      let lean = css.replacing(/,url\([^)]*\.(?:woff|ttf)\) format\('[a-z]+'\)/, with: "")
      files["assets/katex/katex.css"] = Data(lean.utf8)
      let fonts = setter.katex.appending(path: "fonts").resolvingSymlinksInPath()
      for name in BookFolder.names(in: fonts) where name.hasSuffix(".woff2") {
        files["assets/katex/fonts/\(name)"] = try Data(contentsOf: fonts.appending(path: name))
      }
    } catch {
      diagnostics.append(
        Diagnostic(
          file: "Makefile", "KaTeX's style sheet or fonts cannot be read; run `make setup`"))
    }
  }
}
