import Foundation

/// The state of files at one moment: when it changes, something was saved.
public struct SavedFiles: Equatable, Sendable {
  private let stamps: [String: Date]

  /// Looks at files; one that cannot be read has a stamp of its own.
  ///
  /// - Parameters:
  ///   - paths: the files, as paths from `root`.
  ///   - root: the package's root.
  public init(_ paths: [String], root: URL) {
    stamps = Dictionary(
      paths.map { path in
        let values = try? root.appending(path: path)
          .resourceValues(forKeys: [.contentModificationDateKey])
        return (path, values?.contentModificationDate ?? .distantPast)
      }, uniquingKeysWith: { $1 })
  }

  /// What has become of the files since an earlier moment: `saved A.swift, new B.swift`.
  public func changes(since earlier: SavedFiles) -> String {
    let saved = stamps.keys.filter { path in
      earlier.stamps[path].map { $0 != stamps[path] } ?? false
    }
    let new = stamps.keys.filter { earlier.stamps[$0] == nil }
    let gone = earlier.stamps.keys.filter { stamps[$0] == nil }
    return [("saved", saved), ("new", new), ("gone", gone)]
      .filter { !$0.1.isEmpty }
      .map { "\($0.0) \($0.1.sorted().joined(separator: ", "))" }
      .joined(separator: "; ")
  }
}
