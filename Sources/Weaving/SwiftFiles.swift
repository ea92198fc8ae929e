import Foundation

/// The Swift files of a folder and of the folders in it.
enum SwiftFiles {
  /// Their paths from the folder, sorted; nil where it cannot be read.
  static func names(below folder: URL) -> [String]? {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else {
      return nil
    }
    // Editors and file systems leave names with a dot in front beside the files.
    return paths.filter { path in
      path.hasSuffix(".swift") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}
