import Foundation
import Weaving

/// The scripts beside a drawing `NAME.svg`, which bring it to life where scripts run.
///
/// `NAME.js` is the behaviour, written by hand: it sets `book.figures.NAME`. `NAME.data.js` is what
/// the run has found: it sets `book.data.NAME`. The page's `assets/figures.js` calls the one with the
/// other.
struct FigureScripts: Sendable {
  /// What behaviour and data call the figure: the drawing's file name.
  let name: String
  /// The behaviour's path from the package's root.
  let behaviour: String
  /// The data's path from the package's root; nil for a figure that has none.
  let data: String?
  /// Both files' bytes, by path.
  let files: [String: Data]

  /// Where a file of the package's `Chapters` stands in the site.
  static func output(of path: String) -> String {
    path.split(separator: "/").dropFirst().joined(separator: "/")
  }

  /// Reads the scripts beside a drawing and checks them.
  ///
  /// - Returns: nil where there is no behaviour.
  init?(beside drawing: String, root: URL, _ diagnostics: inout [Diagnostic]) {
    let stem = String(drawing.dropLast(".svg".count))
    let (script, table) = (stem + ".js", stem + ".data.js")
    guard let code = Self.read(script, root: root, &diagnostics) else { return nil }
    name = stem.split(separator: "/").last.map(String.init) ?? stem
    behaviour = script
    var files = [script: code]
    var faults = Self.faults(inBehaviour: String(decoding: code, as: UTF8.self), script, name)
    if let values = Self.read(table, root: root, &diagnostics) {
      files[table] = values
      faults += Self.faults(inData: values, table, name)
      data = table
    } else {
      data = nil
    }
    self.files = files
    diagnostics += faults
  }

  /// The bytes of a script; nil where there is none, or where it cannot be read, which is reported.
  private static func read(
    _ path: String, root: URL, _ diagnostics: inout [Diagnostic]
  ) -> Data? {
    var status = stat()
    guard lstat(root.appending(path: path).path, &status) == 0 else { return nil }
    do throws(Diagnostic) {
      return Data(try AuthorFile.text(path, root: root).utf8)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// Scripts in a chapter's folder that no figure of a page uses.
  static func unused(in folder: String, root: URL, used: Set<String>) -> [Diagnostic] {
    let manager = FileManager.default
    let paths = (try? manager.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return paths.sorted().filter { $0.hasSuffix(".js") }.map { "\(folder)/\($0)" }
      .filter { !used.contains($0) }
      .map { path in
        let isData = path.hasSuffix(".data.js")
        let stem = path.dropLast(isData ? 8 : 3)
        let exists = { (ending: String) in
          manager.fileExists(atPath: root.appending(path: stem + ending).path)
        }
        let reason =
          if !exists(".svg") {
            "there is no \(stem).svg beside it; run the chapter to draw it"
          } else if isData, !exists(".js") {
            "these are data without a behaviour; write \(stem).js, or take them away"
          } else {
            "no page shows \(stem).svg; put the figure into a page, or take its scripts away"
          }
        return Diagnostic(file: path, line: 1, reason)
      }
  }

  /// What a behaviour may not use: it would not run from a disk, or let a text become markup.
  private static let refused = [
    "fetch(", "XMLHttpRequest", "import ", "import(", "eval", "new Function", "innerHTML",
    "outerHTML", "insertAdjacentHTML", "document.write", "http:", "https:",
  ]

  private static func faults(
    inBehaviour code: String, _ file: String, _ name: String
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for (line, text) in zip(1..., code.split(separator: "\n", omittingEmptySubsequences: false)) {
      for word in refused where text.contains(word) {
        faults.append(
          Diagnostic(file: file, line: line, "“\(word)” is not taken in a figure's behaviour"))
      }
    }
    if !code.contains("book.figures.\(name) ="), !code.contains("book.figures[\"\(name)\"] =") {
      faults.append(
        Diagnostic(
          file: file, line: 1,
          "this sets no book.figures[\"\(name)\"], which the page would call"))
    }
    return faults
  }

  /// Data are one assignment of JSON, as a run writes them.
  private static func faults(inData data: Data, _ file: String, _ name: String) -> [Diagnostic] {
    let start =
      "((window.book=window.book||{}).data=window.book.data||{})[\"\(name)\"]="
    let text = String(decoding: data, as: UTF8.self)
    let json = text.dropFirst(start.count).trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix(start), json.hasSuffix(";"),
      (try? JSONSerialization.jsonObject(with: Data(json.dropLast().utf8))) != nil
    {
      return []
    }
    return [
      Diagnostic(
        file: file, line: 1,
        "these are no data of the figure “\(name)”; run the chapter to write them")
    ]
  }
}
