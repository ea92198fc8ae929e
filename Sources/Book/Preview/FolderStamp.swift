import Foundation

/// The state of some folders: when it changes, something in them was saved, added or removed.
///
/// It knows names, sizes and dates, so that taking it costs little; nothing is read.
struct FolderStamp: Equatable {
  fileprivate struct Mark: Equatable {
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
    let number: UInt64
  }

  private var marks: [String: Mark] = [:]

  /// Looks at files, and at folders with all that is below them; what is not there is left out.
  init(of paths: [String]) {
    for path in paths { add(path, depth: 0) }
  }

  private mutating func add(_ path: String, depth: Int) {
    var status = stat()
    // A link that leads back up would go on for ever.
    guard depth < 16, stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      marks[path] = Mark(status)
      return
    }
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        bytes.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !Self.isTemporary(name) { add("\(path)/\(name)", depth: depth + 1) }
    }
  }

  /// Whether a name is one that editors give to files of their own.
  static func isTemporary(_ name: String) -> Bool {
    if name.hasPrefix(".") || name.hasPrefix("#") || name.hasSuffix("~") { return true }
    // Vim tries with this name whether it may write here; JetBrains' editors save by these.
    if name == "4913" || name.hasSuffix("___jb_tmp___") || name.hasSuffix("___jb_old___") {
      return true
    }
    return [".swp", ".swx", ".swo", ".tmp", ".bak", ".crswap", ".orig"]
      .contains { name.hasSuffix($0) }
  }
}

extension FolderStamp.Mark {
  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      size: Int64(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec,
      number: UInt64(status.st_ino))
  }
}
