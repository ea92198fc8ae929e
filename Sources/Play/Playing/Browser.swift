import Foundation

/// The reader's browser, where the machine has a screen.
public enum Browser {
  /// Asks the system to show a file; false where that cannot be.
  public static func open(_ file: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    #if os(macOS)
      let program = "open"
    #else
      guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else {
        return false
      }
      let program = "xdg-open"
    #endif
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    guard
      let path = folders.map({ "\($0)/\(program)" })
        .first(where: FileManager.default.isExecutableFile(atPath:))
    else { return false }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = [file]
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (
      FileHandle.nullDevice, FileHandle.nullDevice
    )
    // It may run as long as the browser does: nobody waits for it.
    return (try? process.run()) != nil
  }
}
