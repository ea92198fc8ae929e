import Coursework
import Foundation
import Weaving

/// Calls of the Swift toolchain, each with a build folder of its own: `swift test`, a check and a
/// run never wait for one another, nor evict one another's builds.
struct Toolchain {
  let workspace: Workspace

  /// The processor time that one compiler may take, in seconds: a chapter's takes two.
  static let processorSeconds = 60

  /// A log of more bytes says nothing new; a build that goes on talking is ended.
  private static let longestLog = 2 << 20

  /// The outcome of a build.
  struct BuildResult {
    let succeeded: Bool
    let log: String
    let binaries: URL
  }

  /// What Package.swift is asked for: a chapter with those that it imports, from copies of the
  /// learner's files where there are any, else from the reference.
  ///
  /// - Parameter use: what the copies are for.
  static func environment(
    building chapter: Int, overlaid: [Int], for use: OverlayUse = .check
  ) -> [String: String] {
    [
      "CHAPTER": "\(chapter)", "SOLUTIONS": "all",
      "OVERLAY": overlaid.map(String.init).joined(separator: ","),
      "PLAY": use == .play ? "\(chapter)" : "",
    ]
  }

  /// Builds one product.
  ///
  /// - Parameters:
  ///   - product: an executable of the package.
  ///   - environment: what Package.swift is asked for, such as `["CHAPTER": "1"]`.
  ///   - folder: the build folder, below `.build`.
  func build(
    _ product: String, environment: [String: String], configuration: String = "debug",
    folder: String
  ) throws -> BuildResult {
    let scratch = workspace.root.appending(path: ".build/\(folder)")
    // Processor time, not the clock's: a busy machine is no fault of the code. The signal at the lower
    // bound lets the compiler tell where it was.
    let bounded =
      "ulimit -S -t \(Self.processorSeconds) && ulimit -H -t \(Self.processorSeconds + 10); "
      + "exec \"$@\""
    var environment = environment
    environment["TMPDIR"] = Leavings.folder(root: workspace.root)?.path
    let result = try Command.run(
      [
        "/bin/sh", "-c", bounded, "sh",
        "swift", "build", "--package-path", workspace.root.path, "--scratch-path", scratch.path,
        "-c", configuration, "--product", product,
        // The learner's warnings are for `swift build`; those on an overlay's marks would hide errors.
        "-Xswiftc", "-suppress-warnings",
      ],
      environment: environment.merging(["PART": "", "PLAY": ""]) { asked, _ in asked },
      keeping: Self.longestLog
    )
    return BuildResult(
      succeeded: result.status == 0, log: result.output,
      binaries: scratch.appending(path: configuration))
  }
}

/// Programs run to their end.
enum Command {
  /// Runs a program found on the path; output and errors come back together.
  ///
  /// - Parameter length: a program that writes more bytes is interrupted.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], keeping length: Int = .max
  ) throws -> (status: Int32, output: String) {
    let process = process(arguments, environment: environment)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try start(process, named: arguments.first ?? "")
    var data = Data()
    while let part = try pipe.fileHandleForReading.read(upToCount: 1 << 16), !part.isEmpty {
      if data.count <= length {
        data += part
        if data.count > length { process.interrupt() }
      }
    }
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Runs a program that talks to the person itself; `onStart` is called once it runs.
  static func runVisibly(
    _ executable: URL, _ arguments: [String], environment: [String: String] = [:],
    onStart: () -> Void = {}
  ) throws -> Int32 {
    let process = process(arguments, environment: environment)
    process.executableURL = executable
    process.arguments = arguments
    try start(process, named: executable.lastPathComponent)
    onStart()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func process(_ arguments: [String], environment: [String: String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private static func start(_ process: Process, named name: String) throws {
    do {
      try process.run()
    } catch {
      throw Failure("\(name) could not be started: \(error.localizedDescription)")
    }
  }
}
