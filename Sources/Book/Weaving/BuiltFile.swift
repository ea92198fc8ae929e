import Foundation

/// A file that is written for a build.
enum BuiltFile {
  /// Writes a text so that the next build sees that it is another one.
  ///
  /// The Swift driver counts a file's age in whole seconds: what is written twice in one second, with
  /// a build in between, is the same to it.
  static func write(_ text: String, to file: URL) throws {
    let files = FileManager.default
    try files.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let before = second(of: file)
    try Data(text.utf8).write(to: file, options: .atomic)
    if let before, let now = second(of: file), now <= before {
      try files.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: before + 1)], ofItemAtPath: file.path)
    }
  }

  /// The second of the last change; nil where there is no such file.
  private static func second(of file: URL) -> TimeInterval? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970.rounded(.down)
  }
}
