import Foundation
import Testing

@testable import Coursework

/// Locks are between descriptors, so that two of them in one process are as good as two processes.
struct FileLockTests {
  private let file = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID())")

  @Test("who comes second waits, is told for whom after a second, and comes in when the first goes")
  func turns() async throws {
    defer { try? FileManager.default.removeItem(at: file) }
    let first = try FileLock(file, holder: "the first")
    #expect(first.keepsOthersOut && first.isInPlace)
    let (holders, told) = AsyncStream<String>.makeStream()
    let file = file
    let second = Task.detached {
      let lock = try FileLock(file, holder: "the second", onWait: { told.yield($0) })
      told.finish()
      return lock.isInPlace
    }
    var names: [String] = []
    for await holder in holders {
      names.append(holder)
      first.release()
    }
    #expect(names == ["the first"])
    #expect(try await second.value)
  }

  @Test("a process that is killed holds nothing any more")
  func killed() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/env")
    holder.arguments = [
      "python3", "-c",
      "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX); "
        + "print('held', flush=True); time.sleep(60)", file.path,
    ]
    let pipe = Pipe()
    holder.standardOutput = pipe
    try holder.run()
    #expect(pipe.fileHandleForReading.availableData.count > 0)
    var others = 0
    kill(holder.processIdentifier, SIGKILL)
    let lock = try FileLock(file, onWait: { _ in others += 1 })
    #expect(lock.isInPlace && others == 0)
    holder.waitUntilExit()
  }

  @Test("a lock whose file was removed is known to be worth nothing, and the next is a new one")
  func removed() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    let first = try FileLock(file)
    try FileManager.default.removeItem(at: file)
    #expect(!first.isInPlace)
    let second = try FileLock(file)
    #expect(second.isInPlace && !first.isInPlace)
  }

  @Test("a file system without locks is said to be one; a folder that is not there is an error")
  func withoutLocks() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    let lock = try FileLock(
      file, holder: "",
      locking: { _, _ in
        errno = ENOLCK
        return -1
      }, onWait: { _ in })
    #expect(!lock.keepsOthersOut)
    #expect(throws: LockError.self) { try FileLock(file.appending(path: "lock")) }
  }
}
