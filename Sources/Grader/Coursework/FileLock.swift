import Foundation

/// Lets one process at a time into a section, also when it ends by a crash: the system lets go then.
public final class FileLock {
  /// Whether the lock keeps others out; false where the file system knows no locks.
  public let keepsOthersOut: Bool
  private let file: URL
  private var descriptor: Int32

  /// Waits until nobody else holds `file`, and holds it until ``release()``.
  ///
  /// - Parameters:
  ///   - file: made if it is not there; it stays, and names who holds it.
  ///   - holder: what others are told while they wait.
  ///   - onWait: told after a second, once, who holds it.
  /// - Throws: ``LockError`` where the file cannot be made.
  public convenience init(
    _ file: URL, holder: String = "", onWait: (String) -> Void = { _ in }
  ) throws {
    try self.init(file, holder: holder, locking: { flock($0, $1) }, onWait: onWait)
  }

  init(
    _ file: URL, holder: String, locking: (Int32, Int32) -> Int32, onWait: (String) -> Void
  ) throws {
    self.file = file
    descriptor = -1
    var patience: Int? = 20
    while true {
      if descriptor < 0 { descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644) }
      guard descriptor >= 0 else { throw LockError(reason: String(cString: strerror(errno))) }
      if locking(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if Self.isSame(descriptor, file) { break }
        // Somebody has removed the file meanwhile: what is locked is nobody's any more.
        close(descriptor)
        descriptor = -1
        continue
      }
      guard [EWOULDBLOCK, EINTR].contains(errno) else {
        keepsOthersOut = false
        return
      }
      usleep(50_000)
      patience = patience.map { $0 - 1 }
      if patience == 0 {
        patience = nil
        onWait((try? String(contentsOf: file, encoding: .utf8)) ?? "")
      }
    }
    keepsOthersOut = true
    // A name is a courtesy: without room for it, the lock is as good.
    ftruncate(descriptor, 0)
    _ = holder.withCString { pwrite(descriptor, $0, strlen($0), 0) }
  }

  deinit { release() }

  /// Whether the file is still the one that others lock; false after somebody removed it.
  public var isInPlace: Bool { Self.isSame(descriptor, file) }

  /// Lets others in.
  public func release() {
    guard descriptor >= 0 else { return }
    ftruncate(descriptor, 0)
    close(descriptor)
    descriptor = -1
  }

  private static func isSame(_ descriptor: Int32, _ file: URL) -> Bool {
    var (held, found) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(file.path, &found) == 0
      && held.st_ino == found.st_ino && held.st_dev == found.st_dev
  }
}

/// Why a lock cannot be had.
public struct LockError: Error, Equatable {
  /// The system's words.
  public let reason: String
}
