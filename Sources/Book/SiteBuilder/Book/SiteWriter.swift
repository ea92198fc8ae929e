import Foundation
import Weaving

/// Writes the site beside its place and then moves it in, so that nobody sees half of it.
enum SiteWriter {
  /// Stands in every site that was written here: what has it may be replaced.
  private static let marker = ".built-by-course"

  /// Replaces the site at `output`.
  ///
  /// - Throws: ``Diagnostics`` where it cannot be written, or where something stands that no build
  ///   has made; nothing is touched then.
  static func write(_ site: [String: Data], to output: URL) throws(Diagnostics) {
    let files = site.merging([marker: Data()]) { $1 }
    if let stranger = stranger(at: output, besides: files.keys) {
      throw Diagnostics([
        Diagnostic(
          file: output.path,
          "“\(stranger)” is there, which no build has made; name a new or an empty folder")
      ])
    }
    let manager = FileManager.default
    let parent = output.deletingLastPathComponent()
    let mark = ".\(output.lastPathComponent)-\(UUID().uuidString)"
    let fresh = parent.appending(path: mark + "-new")
    let old = parent.appending(path: mark + "-old")
    defer {
      try? manager.removeItem(at: fresh)
      try? manager.removeItem(at: old)
    }
    do {
      var folders: Set<String> = []
      for (path, data) in files.sorted(by: { $0.key < $1.key }) {
        let file = fresh.appending(path: path)
        let folder = file.deletingLastPathComponent()
        if folders.insert(folder.path).inserted {
          try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        try data.write(to: file)
      }
      let isReplacing = manager.fileExists(atPath: output.path)
      if isReplacing { try manager.moveItem(at: output, to: old) }
      do {
        try manager.moveItem(at: fresh, to: output)
      } catch {
        if isReplacing { try manager.moveItem(at: old, to: output) }
        throw error
      }
    } catch {
      throw Diagnostics([
        Diagnostic(
          file: output.path,
          "the site cannot be written; check the folder above it, its permissions and free space")
      ])
    }
  }

  /// Something at `output` that would be lost: a file in its place, or a folder's entry that no
  /// site has; nil if the site may be written there.
  private static func stranger(at output: URL, besides own: some Collection<String>) -> String? {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: output.path, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else { return output.lastPathComponent }
    guard let names = try? manager.contentsOfDirectory(atPath: output.path) else {
      return output.lastPathComponent
    }
    if names.contains(marker) { return nil }
    let known = Set(own.compactMap { $0.split(separator: "/").first.map(String.init) })
    return names.sorted().first { !known.contains($0) }
  }
}
