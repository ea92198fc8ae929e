import Foundation

/// The Swift files of a folder and of the folders in it.
enum SwiftFiles {
  /// Their paths from the folder, sorted; nil where it cannot be read.
  ///
  /// A link to a file is a file. Whatever else is called `*.swift` is passed over.
  static func names(below folder: URL) -> [String]? {
    paths(below: folder)?.filter { kind(of: folder.appending(path: $0)) == .file }
  }

  /// What is called `*.swift` and is neither a file nor a folder, sorted: to read a pipe, say, would
  /// wait for ever.
  static func strangers(below folder: URL) -> [String] {
    (paths(below: folder) ?? []).filter {
      ![.file, .folder].contains(kind(of: folder.appending(path: $0)))
    }
  }

  private enum Kind { case file, folder, other }

  private static func paths(below folder: URL) -> [String]? {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else {
      return nil
    }
    // Editors and file systems leave names with a dot in front beside the files.
    return paths.filter { path in
      path.hasSuffix(".swift") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }

  private static func kind(of url: URL) -> Kind {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }
}
