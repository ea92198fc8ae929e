import Foundation

/// Where SwiftPM may leave what it does not clear away: some six folders without content at every call.
///
/// They go to `.build/temporary`, and what is old of them is removed before the next call. It is one
/// folder for all calls, since SwiftPM's locks lie there as well; and for calls only whose build folder
/// no plain `swift build` uses, which would look for its lock elsewhere.
public enum Leavings {
  /// What the compiler calls them, and the file without a byte that it puts in each.
  private static let prefix = "TemporaryDirectory."
  private static let mark = ".keep-directory"

  /// The folder for `TMPDIR`, made and tidied; nil where it cannot be made.
  ///
  /// - Parameter root: the course's folder.
  public static func folder(root: URL) -> URL? {
    let folder = root.appending(path: ".build/temporary")
    guard
      (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true))
        != nil
    else { return nil }
    tidy(folder, now: Date())
    return folder
  }

  /// Removes what is an hour old and empty but for that file, and a day old whatever is in it.
  ///
  /// A build takes minutes. That nothing else is in a folder is seen by the system as it removes it, so
  /// nothing is lost that came meanwhile.
  static func tidy(_ folder: URL, now: Date) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
    where name.hasPrefix(prefix) {
      let place = folder.appending(path: name)
      let date = try? files.attributesOfItem(atPath: place.path)[.modificationDate] as? Date
      let age = date.map { now.timeIntervalSince($0) } ?? 0
      if age > 24 * 3600 {
        try? files.removeItem(at: place)
      } else if age > 3600, (try? files.contentsOfDirectory(atPath: place.path)) == [mark] {
        unlink(place.appending(path: mark).path)
        rmdir(place.path)
      }
    }
  }
}
