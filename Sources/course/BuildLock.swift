import Coursework
import Foundation

extension Workspace {
  /// Keeps other checks, or other runs, out of a build folder and of what is built in it.
  ///
  /// What one builds, another would grade: with the reference's text where the first had lent it.
  ///
  /// - Parameters:
  ///   - folder: the build folder, below `.build`.
  ///   - command: what others are told to wait for, such as `check 1`.
  func lock(_ folder: String, for command: String) throws -> FileLock {
    let build = root.appending(path: ".build")
    let lock: FileLock
    do {
      try FileManager.default.createDirectory(at: build, withIntermediateDirectories: true)
      lock = try FileLock(
        build.appending(path: "\(folder).lock"),
        holder: "`course \(command)`, process \(ProcessInfo.processInfo.processIdentifier)",
        onWait: { holder in
          Terminal.progress("")
          let name = holder.isEmpty ? "" : " (\(holder))"
          Terminal.complain("another \(folder) is running here\(name); waiting")
        })
    } catch {
      let reason = (error as? LockError)?.reason ?? error.localizedDescription
      throw Failure("the folder .build cannot be written to: \(reason)")
    }
    if !lock.keepsOthersOut {
      Terminal.complain("This file system knows no locks: run one \(folder) at a time here.")
    }
    return lock
  }
}
