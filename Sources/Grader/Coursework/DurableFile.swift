import Foundation

/// Files that are written whole or not at all, whatever happens meanwhile.
enum DurableFile {
  /// Puts data in a file's place, when they are safely on the disk. One process at a time.
  ///
  /// - Throws: the system's words on what went wrong; the file is as it was then.
  static func write(_ data: Data, to url: URL) throws(WriteError) {
    // A link stays a link: somebody keeps the file elsewhere.
    let target = url.resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    let draft = folder.appending(path: ".\(target.lastPathComponent).new").path
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw WriteError() }
    let failure = fill(descriptor, with: data)
    close(descriptor)
    if let failure {
      unlink(draft)
      throw failure
    }
    guard rename(draft, target.path) == 0 else {
      let failure = WriteError()
      unlink(draft)
      throw failure
    }
    synchronise(folder)
  }

  private static func fill(_ descriptor: Int32, with data: Data) -> WriteError? {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return WriteError() }
      rest = rest.dropFirst(max(0, count))
    }
    return fsync(descriptor) == 0 ? nil : WriteError()
  }

  /// A new name lasts as soon as its folder is on the disk; where folders cannot be, it lasts later.
  private static func synchronise(_ folder: URL) {
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// The system's words on the latest failure.
struct WriteError: Error {
  let reason = String(cString: strerror(errno))
}
