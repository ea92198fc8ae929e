import Foundation
import Weaving

/// The names that a chapter's code has for its quantities, so that they have one colour in formulas,
/// figures and code: `quantities.json` in the chapter's folder says
/// `{"context": ["inputVectors"], "center": ["outputVectors"]}`.
struct CodeQuantities {
  /// What the file is called; it holds no results.
  static let fileName = "quantities.json"

  /// The quantity of each name.
  private(set) var quantities: [String: String] = [:]
  /// What is wrong with the file.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the file of a folder; without one, no name has a quantity.
  ///
  /// - Parameters:
  ///   - known: the quantities that have a colour.
  ///   - listings: the code that the folder's pages show, in which each name has to occur.
  init(folder: String, root: URL, known: Set<String>, listings: [String]) {
    let path = "\(folder)/\(Self.fileName)"
    guard FileManager.default.fileExists(atPath: root.appending(path: path).path) else { return }
    let names: [String: [String]]
    do throws(Diagnostic) {
      let data = try AuthorFile.data(path, root: root)
      guard let table = try? JSONDecoder().decode([String: [String]].self, from: data) else {
        let fault = JSONFault(in: data)
        throw Diagnostic(
          file: path, line: fault?.line ?? 1,
          "write {\"quantity\": [\"name\", …], …}" + (fault.map { "; \($0.reason)" } ?? ""))
      }
      names = table
    } catch {
      diagnostics.append(error)
      return
    }
    let words = Set(listings.joined(separator: "\n").matches(of: /[\p{L}_][\p{L}\p{N}_]*/).map(\.0))
    func report(_ message: String) { diagnostics.append(Diagnostic(file: path, message)) }
    for (quantity, names) in names.sorted(by: { $0.key < $1.key }) {
      if !known.contains(quantity) {
        report(
          "no quantity is called “\(quantity)”; there are \(known.sorted().joined(separator: ", "))"
        )
      }
      for name in names {
        if let other = quantities.updateValue(quantity, forKey: name) {
          report("“\(name)” cannot be \(other) and \(quantity)")
        }
        if !words.contains(Substring(name)) {
          report("no listing of this chapter has the name “\(name)”; take it out")
        }
      }
    }
  }

  /// The quantities to which a style sheet gives a colour: `--quantity-NAME: …`.
  static func named(in styleSheet: String) -> Set<String> {
    Set(styleSheet.matches(of: /--quantity-([a-z]+):/).map { String($0.1) })
  }
}
