import Foundation
import Weaving

/// Writes the site beside its place and then moves it in, so that nobody sees half of it.
enum SiteWriter {
  static func write(_ files: [String: Data], to output: URL) throws(Diagnostics) {
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
          file: output.path, "the site cannot be written: \(error.localizedDescription)")
      ])
    }
  }
}
