import Foundation

/// What `course doctor` asks a machine; tests put a made-up one in its place.
public struct Machine {
  /// Whether it is a Mac, where things have other names.
  public let isMac: Bool
  /// Runs a program of the path: what it has written, or nil where it is not there or has failed.
  let output: (_ program: String, _ arguments: [String]) -> String?
  /// The text of a file, or nil.
  let text: (_ path: String) -> String?

  /// A machine that answers like this.
  public init(
    isMac: Bool, output: @escaping (String, [String]) -> String?,
    text: @escaping (String) -> String?
  ) {
    (self.isMac, self.output, self.text) = (isMac, output, text)
  }

  /// This one.
  public static var this: Machine {
    #if os(macOS)
      let isMac = true
    #else
      let isMac = false
    #endif
    return Machine(
      isMac: isMac,
      output: { program, arguments in
        ProgramPath.find(program).flatMap { output(of: $0, arguments) }
      },
      text: { path in
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
      })
  }

  /// The longest that a program may take to say who it is, in seconds.
  private static let patience = 10

  private static func output(of program: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    // One that hangs is as good as none.
    let end = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience), execute: end)
    let data = (try? pipe.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    end.cancel()
    return process.terminationStatus == 0 ? String(decoding: data ?? Data(), as: UTF8.self) : nil
  }
}
