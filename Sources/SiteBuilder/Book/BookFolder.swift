import Foundation

/// What there is to read, by name: chapters in numerical order.
enum BookFolder {
  /// A folder `NN-name` below Chapters.
  struct Chapter: Sendable {
    let number: Int
    let path: String
  }

  static func chapters(root: URL) -> [Chapter] {
    names(in: root.appending(path: "Chapters")).compactMap { name in
      guard let match = name.wholeMatch(of: /(\d\d)-[a-z0-9-]+/), let number = Int(match.1) else {
        return nil
      }
      return Chapter(number: number, path: "Chapters/\(name)")
    }
  }

  /// The names in a folder, sorted; none where there is no such folder.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
