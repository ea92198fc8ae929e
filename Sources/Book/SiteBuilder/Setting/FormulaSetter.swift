import Foundation
import Weaving

/// Sets TeX with KaTeX: one Node process for all formulas that are not in the cache.
struct FormulaSetter {
  /// A formula's HTML and MathML, or what KaTeX has against it.
  enum Outcome: Codable, Sendable {
    case html(String)
    case fault(String)
  }

  /// A cache file; it counts only for the same tool.
  private struct Cache: Codable {
    var tool: String
    var display: [String: String]
    var inline: [String: String]
  }

  private struct Order: Encodable {
    struct Item: Encodable {
      let tex: String
      let display: Bool
    }
    let katex: String
    let formulas: [Item]
  }

  /// KaTeX's folder: `katex.js`, `katex.min.css` and `fonts`.
  let katex: URL
  private let script: URL
  private let cache: URL
  private let environment: [String: String]

  /// - Parameters:
  ///   - theme: the folder of `formulas.cjs`.
  ///   - cache: a folder that may be removed at any time.
  ///   - environment: where `KATEX_DIR` and the `PATH` of Node are looked up.
  /// - Throws: a ``Diagnostic`` where KaTeX is not installed.
  init(theme: URL, cache: URL, environment: [String: String]) throws(Diagnostic) {
    guard let folder = KaTeX.folder(in: environment)
    else {
      throw Diagnostic(
        file: "Makefile",
        "KaTeX is missing, which sets the formulas; run `make setup` (Debian: apt install katex "
          + "nodejs), or name its folder in KATEX_DIR; looked in "
          + KaTeX.places(in: environment).joined(separator: ", "))
    }
    katex = URL(filePath: folder)
    script = theme.appending(path: "formulas.cjs")
    self.environment = environment
    self.cache = cache.appending(path: "formulas.json")
  }

  /// Sets every formula, from the cache where it is there.
  func set(_ formulas: Set<Formula>) throws(Diagnostic) -> [Formula: Outcome] {
    let tool = self.tool
    var known = Cache(tool: tool, display: [:], inline: [:])
    if let data = try? Data(contentsOf: cache),
      let cached = try? JSONDecoder().decode(Cache.self, from: data), cached.tool == tool
    {
      known = cached
    }
    var outcomes: [Formula: Outcome] = [:]
    var missing: [Formula] = []
    for formula in formulas {
      let html = formula.isDisplay ? known.display[formula.tex] : known.inline[formula.tex]
      if let html { outcomes[formula] = .html(html) } else { missing.append(formula) }
    }
    guard !missing.isEmpty else { return outcomes }
    missing.sort { ($0.tex, $0.isDisplay ? 1 : 0) < ($1.tex, $1.isDisplay ? 1 : 0) }
    outcomes.merge(zip(missing, try run(missing))) { $1 }
    // Only what the book uses now is kept, so that the cache does not grow for ever.
    known = Cache(tool: tool, display: [:], inline: [:])
    for case (let formula, .html(let html)) in outcomes {
      if formula.isDisplay {
        known.display[formula.tex] = html
      } else {
        known.inline[formula.tex] = html
      }
    }
    save(known)
    return outcomes
  }

  /// What else the result depends on: KaTeX's file and our script.
  private var tool: String {
    let katexFile = katex.appending(path: "katex.js")
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: katexFile.resolvingSymlinksInPath().path)
    let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let size = (attributes?[.size] as? Int) ?? 0
    let program = (try? String(contentsOf: script, encoding: .utf8)) ?? ""
    return "\(katexFile.path) \(size) \(date) \(program)"
  }

  private func save(_ cached: Cache) {
    // Without a cache the next build is slower, nothing else.
    try? FileManager.default.createDirectory(
      at: cache.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? JSONEncoder().encode(cached).write(to: cache, options: .atomic)
  }

  private func run(_ formulas: [Formula]) throws(Diagnostic) -> [Outcome] {
    let order = Order(
      katex: katex.appending(path: "katex.js").path,
      formulas: formulas.map { Order.Item(tex: $0.tex, display: $0.isDisplay) })
    let work = FileManager.default.temporaryDirectory
      .appending(path: "book-formulas-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    do {
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      let input = work.appending(path: "in.json")
      let output = work.appending(path: "out.json")
      try JSONEncoder().encode(order).write(to: input)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["node", script.path, input.path, output.path]
      process.environment = environment
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw Diagnostic(
          file: "Makefile",
          "Node could not run KaTeX (status \(process.terminationStatus)); run `make setup` "
            + "(Debian: apt install nodejs katex)")
      }
      let outcomes = try JSONDecoder().decode(
        [[String: String]].self, from: Data(contentsOf: output))
      return outcomes.map { $0["html"].map(Outcome.html) ?? .fault($0["fault"] ?? "unknown fault") }
    } catch let fault as Diagnostic {
      throw fault
    } catch {
      throw Diagnostic(file: "site/theme/formulas.cjs", "the formulas could not be set: \(error)")
    }
  }
}
