import Foundation
import Mustache
import Weaving

/// The templates of `site/theme`, and the files that go into the site as they are.
struct Theme: Sendable {
  private let library: MustacheLibrary
  private let names: Set<String>
  /// Files of `assets`, by name.
  let assets: [String: URL]

  /// - Throws: ``Diagnostics`` for templates that are missing or cannot be parsed.
  init(folder: URL) throws(Diagnostics) {
    var faults: [Diagnostic] = []
    var templates: [String: MustacheTemplate] = [:]
    for name in ["page", "contents", "listing", "figure", "exercise"] {
      let file = "\(name).mustache"
      do {
        templates[name] = try MustacheTemplate(string: AuthorFile.text(file, root: folder))
      } catch let fault as Diagnostic {
        faults.append(Diagnostic(file: "site/theme/\(file)", line: fault.line, fault.message))
      } catch {
        faults.append(Diagnostic(file: "site/theme/\(file)", "\(error)"))
      }
    }
    let assetFolder = folder.appending(path: "assets")
    assets = Dictionary(
      // Editors keep their own files under names that start with a dot.
      BookFolder.names(in: assetFolder).filter { !$0.hasPrefix(".") }.map {
        ($0, assetFolder.appending(path: $0))
      },
      uniquingKeysWith: { first, _ in first })
    guard faults.isEmpty else { throw Diagnostics(faults) }
    library = MustacheLibrary(templates: templates)
    names = Set(templates.keys)
  }

  /// Fills in a template; a value that is nil is not there, so that `{{^name}}` holds.
  func render(_ name: String, _ values: [String: Any?]) -> String {
    precondition(names.contains(name), "no template “\(name)” among \(names.sorted())")
    return library.render(values.compactMapValues { $0 }, withTemplate: name) ?? ""
  }
}
