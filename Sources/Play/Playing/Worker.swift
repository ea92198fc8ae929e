import Foundation

/// A process that answers lines, seen from the session.
final class Worker {
  /// What became of a line.
  enum Outcome {
    case answered
    /// The worker has ended, by a signal or with an exit code.
    case ended(signal: Int32, code: Int32)
    /// It was ended, because it neither computed nor answered.
    case silent
    /// Ctrl-C was pressed.
    case interrupted
  }

  /// How long an answer may take that uses no processor time, in seconds.
  static let patience = 120.0

  let page: WorkPage
  private let process = Process()
  private let questions = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private let pageFile: String
  /// How many answers it has been asked for, its greeting among them.
  private var expected: UInt64 = 0

  /// Starts a worker.
  ///
  /// - Parameter arguments: those of the session.
  init(_ arguments: [String]) throws {
    let file = try WorkPage.makeFile()
    guard let page = WorkPage(file: file) else {
      throw PlayOptions.Fault("error: \(file) cannot be mapped into memory")
    }
    self.page = page
    process.executableURL = URL(
      filePath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    process.arguments = arguments + ["--page", file]
    // A trace would take seconds, and `course check` has a better one.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"]) { _, new in new }
    process.standardInput = questions
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let input = questions.fileHandleForWriting.fileDescriptor
    _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
    pageFile = file
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(atPath: pageFile)
  }

  /// Sends a line, and passes on what the worker writes, until it has answered.
  ///
  /// - Parameter line: nil waits for the greeting.
  func ask(_ line: [UInt8]?) -> Outcome {
    var unsent = (line.map { $0 + [0x0A] } ?? [])[...]
    expected += 1
    let start = ContinuousClock.now
    while true {
      if Signals.isInterrupted { return .interrupted }
      if start.duration(to: .now) > .seconds(Self.patience) { return .silent }
      send(&unsent)
      // Asked before the pipes are: what was written before the answer's end is in them by then.
      let isAnswered = page.answers >= expected
      let isOver = isAnswered || !process.isRunning
      let isQuiet = !relay(milliseconds: isOver ? 0 : unsent.isEmpty ? 10 : 1)
      if isAnswered && isQuiet { return .answered }
      if isOver && isQuiet { return ending() }
    }
  }

  private func send(_ bytes: inout ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let count = bytes.withUnsafeBytes {
      write(questions.fileHandleForWriting.fileDescriptor, $0.baseAddress, $0.count)
    }
    if count > 0 { bytes = bytes.dropFirst(count) }
  }

  /// Passes on what the worker has written, to where it has written it; false where there was nothing.
  private func relay(milliseconds: Int32) -> Bool {
    let pipes = [output, errors].map(\.fileHandleForReading.fileDescriptor)
    var asked = pipes.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&asked, nfds_t(asked.count), milliseconds) > 0 else { return false }
    var hasSpoken = false
    for (pipe, target) in zip(asked, [STDOUT_FILENO, STDERR_FILENO]) where pipe.revents != 0 {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(pipe.fd, &buffer, buffer.count)
      guard count > 0 else { continue }
      hasSpoken = true
      Terminal.write(buffer[..<count], to: target)
    }
    // A pipe that has ended answers at once, and for ever.
    if !hasSpoken { usleep(UInt32(milliseconds) * 1000) }
    return hasSpoken
  }

  private func ending() -> Outcome {
    process.waitUntilExit()
    let status = process.terminationStatus
    return process.terminationReason == .uncaughtSignal
      ? .ended(signal: status, code: 0) : .ended(signal: 0, code: status)
  }
}
