import Foundation

/// Programs on the path.
public enum ProgramPath {
  /// Where a program is, as a shell would find it; nil where it is not.
  ///
  /// - Parameter path: the folders, separated by colons; what the environment says if not given.
  public static func find(
    _ name: String, path: String? = ProcessInfo.processInfo.environment["PATH"]
  ) -> String? {
    (path ?? "").split(separator: ":").map { "\($0)/\(name)" }.first { candidate in
      var isFolder: ObjCBool = false
      return FileManager.default.isExecutableFile(atPath: candidate)
        && FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// Becomes another program, which then has the terminal, Control-C and the exit code to itself.
  ///
  /// - Returns: only where that fails: the system's words.
  public static func replaceThisProcess(_ program: String, _ arguments: [String]) -> String {
    fflush(nil)
    var list = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for argument in list { free(argument) } }
    execv(program, &list)
    return String(cString: strerror(errno))
  }
}
