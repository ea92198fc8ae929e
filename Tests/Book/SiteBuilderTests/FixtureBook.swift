import Foundation
import SiteBuilder
import Weaving

/// A small book in a folder of its own, with every construct that authors may use.
final class FixtureBook {
  let root: URL

  /// The theme of this repository.
  static let theme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "site/theme")

  /// The file that most tests change.
  static let page = "Chapters/01-vectors/index.md"

  private static let cacheFolder = ".build/book-cache"

  /// The fixture's own formulas, set once, so that tests start Node for new ones only, and its code,
  /// which is parsed once.
  private static let cache: [String: Data] = {
    guard let book = try? FixtureBook(isWarm: false), (try? book.build()) != nil else { return [:] }
    let folder = book.root.appending(path: cacheFolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.reduce(into: [:]) { $0[$1] = try? Data(contentsOf: folder.appending(path: $1)) }
  }()

  init(isWarm: Bool = true) throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "fixture-book-\(UUID().uuidString)")
    for (path, text) in Self.files { try write(text, to: path) }
    guard isWarm else { return }
    for (name, data) in Self.cache { try write(data, to: "\(Self.cacheFolder)/\(name)") }
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  var output: URL { root.appending(path: "site/public") }

  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Replaces the first occurrence of a text that must be there.
  func replace(_ old: String, by new: String, in path: String = page) throws {
    let text = try text(path)
    guard let range = text.firstRange(of: old) else {
      throw Diagnostic(file: path, "the fixture has no “\(old)”")
    }
    try write(text.replacingCharacters(in: range, with: new), to: path)
  }

  @discardableResult
  func build(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Diagnostics) -> BuildReport {
    try BookBuilder(root: root, theme: Self.theme, environment: environment).build(to: output)
  }

  /// Every file of the site with its bytes.
  func site() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) {
      let url = output.appending(path: path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: url) }
    }
    return files
  }
}
