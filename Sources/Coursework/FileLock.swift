import Foundation

/// Lets one process at a time into a section, also when it ends by a crash: the system lets go then.
enum FileLock {
  /// Waits until nobody else holds `file`, and holds it while `body` runs.
  ///
  /// - Parameter file: made if it is not there; it stays empty.
  /// - Throws: ``ProgressError`` where the file cannot be made, and what `body` throws.
  static func holding<Value>(_ file: URL, _ body: () throws -> Value) throws -> Value {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw ProgressError.unwritable(reason: lastError) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw ProgressError.unwritable(reason: lastError) }
    }
    return try body()
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
