import Foundation

/// What there is to read, by name: chapters in numerical order, their pages in reading order.
enum BookFolder {
  /// A folder `NN-name` below Chapters.
  struct Chapter: Sendable {
    let number: Int
    let path: String
    /// Its Markdown files, as paths from the package's root: `index.md`, then the others by name.
    let pages: [String]
    /// Markdown files whose names would make no good address.
    let misnamed: [String]
  }

  static func chapters(root: URL) -> [Chapter] {
    names(in: root.appending(path: "Chapters")).compactMap { name in
      guard let match = name.wholeMatch(of: /(\d\d)-[a-z0-9-]+/), let number = Int(match.1) else {
        return nil
      }
      let path = "Chapters/\(name)"
      // Editors keep their own files under names that start with a dot.
      let others = names(in: root.appending(path: path)).filter {
        $0.hasSuffix(".md") && !$0.hasPrefix(".") && $0 != "index.md"
      }
      let isPage = { (name: String) in name.wholeMatch(of: /[a-z0-9-]+\.md/) != nil }
      return Chapter(
        number: number, path: path,
        pages: (["index.md"] + others.filter(isPage)).map { "\(path)/\($0)" },
        misnamed: others.filter { !isPage($0) }.map { "\(path)/\($0)" })
    }
  }

  /// The names in a folder, sorted; none where there is no such folder.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
