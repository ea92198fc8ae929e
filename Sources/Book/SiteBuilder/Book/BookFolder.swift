import Foundation
import Weaving

/// What there is to read, by name: chapters in numerical order and the interludes between them, the
/// pages of each in reading order.
struct BookFolder: Sendable {
  let part: Part
  let path: String
  /// Its Markdown files, as paths from the package's root: `index.md`, then the others by name,
  /// which may begin with a number, as `2-smoothing.md` does.
  let pages: [String]
  /// Markdown files whose names would make no good address.
  let misnamed: [String]

  private init(_ part: Part, at path: String, root: URL) {
    // Editors keep their own files under names that start with a dot.
    let others = Self.names(in: root.appending(path: path)).filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".") && $0 != "index.md"
    }
    let isPage = { (name: String) in name.wholeMatch(of: /[a-z0-9-]+\.md/) != nil }
    (self.part, self.path) = (part, path)
    pages = (["index.md"] + others.filter(isPage)).map { "\(path)/\($0)" }
    misnamed = others.filter { !isPage($0) }.map { "\(path)/\($0)" }
  }

  /// The folders `NN-name` below Chapters, and each interlude behind its chapter.
  static func all(root: URL) -> [BookFolder] {
    var folders = names(in: root.appending(path: "Chapters")).compactMap { name in
      name.wholeMatch(of: /(\d\d)-[a-z0-9-]+/).flatMap { Int($0.1) }.map {
        BookFolder(.chapter($0), at: "Chapters/\(name)", root: root)
      }
    }
    for interlude in Interlude.all
    where FileManager.default.fileExists(atPath: root.appending(path: interlude.path).path) {
      let place = folders.firstIndex { ($0.part.chapter ?? 0) > interlude.chapter }
      folders.insert(
        BookFolder(.interlude(interlude), at: interlude.path, root: root),
        at: place ?? folders.endIndex)
    }
    return folders
  }

  /// Markdown files below Chapters that stand in no folder of the book, or too deep in one.
  static func strays(root: URL, folders: [BookFolder]) -> [Diagnostic] {
    let known = Set(
      ["Chapters/index.md", "Chapters/map.md"] + folders.flatMap { $0.pages + $0.misnamed })
    let manager = FileManager.default
    let paths =
      (try? manager.subpathsOfDirectory(atPath: root.appending(path: "Chapters").path)) ?? []
    return paths.sorted().map { "Chapters/\($0)" }.filter { path in
      path.lowercased().hasSuffix(".md") && !known.contains(path)
        && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.map {
      Diagnostic(
        file: $0,
        "this page is in no chapter's folder, NN-name, so the book would leave it out; move it there"
      )
    }
  }

  /// The names in a folder, sorted; none where there is no such folder.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
