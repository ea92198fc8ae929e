import CProcess
import Foundation

/// A process in a group of its own, whose output is collected without ever waiting for it to end.
///
/// End of file is never waited for: a grandchild that holds a pipe open holds up nobody.
final class ChildProcess {
  /// A pipe from the child, and the part of it that is kept.
  private struct Stream {
    let descriptor: Int32
    let keeping: Int
    var bytes: [UInt8] = []
    /// The end of what did not fit: a crash's report comes last, behind whatever flood.
    var tail: [UInt8] = []
    var isOpen = true

    static let tailBytes = 64 << 10

    mutating func keep(_ new: ArraySlice<UInt8>) {
      let room = min(max(0, keeping - bytes.count), new.count)
      bytes += new.prefix(room)
      tail += new.dropFirst(room)
      if tail.count > 2 * Self.tailBytes { tail.removeFirst(tail.count - Self.tailBytes) }
    }
  }

  /// How the process ended.
  struct Ending: Equatable {
    /// The signal that ended it, or 0.
    let signal: Int32
    /// Its exit code, where no signal ended it.
    let code: Int32
  }

  /// The process and its group.
  let pid: pid_t
  /// How it ended, as soon as it has.
  private(set) var ending: Ending?
  /// The most memory that it held at a time, in kilobytes (on macOS in bytes); 0 while it runs.
  private(set) var peakMemory = 0
  /// Processor time of it and of what it has waited for, in seconds; 0 while it runs.
  private(set) var processorSeconds = 0.0
  /// Whether a signal has stopped it, until another lets it go on.
  private(set) var isStopped = false
  private var streams: [Stream]

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: its path.
  ///   - arguments: without the name in front.
  ///   - environment: `NAME=value`, all of it.
  ///   - input: what it reads from standard input, at most a few kilobytes.
  ///   - outputs: for each pipe, the descriptors that write to it and how many bytes are kept; of
  ///     what comes after these, only the end is.
  /// - Throws: ``GradeError`` where the program cannot be started.
  init(
    executable: String, arguments: [String], environment: [String], input: String = "",
    outputs: [(descriptors: [Int32], keeping: Int)]
  ) throws {
    var inputPipe: [Int32] = [0, 0]
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // What a shell or a thread of ours ignores or holds back must not change a verdict.
    var ended = sigset_t()
    sigemptyset(&ended)
    posix_spawnattr_setsigmask(&attributes, &ended)
    [SIGXCPU, SIGXFSZ, SIGPIPE].forEach { sigaddset(&ended, $0) }
    posix_spawnattr_setsigdefault(&attributes, &ended)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    guard course_pipe(&inputPipe) == 0 else { throw GradeError.cannotStart(executable, errno) }
    // Written before the child starts: its end of the pipe does not wait.
    Array(input.utf8).withUnsafeBytes { _ = write(inputPipe[1], $0.baseAddress, $0.count) }
    close(inputPipe[1])
    posix_spawn_file_actions_adddup2(&actions, inputPipe[0], 0)
    var writers: [Int32] = [inputPipe[0]]
    var streams: [Stream] = []
    for output in outputs {
      var ends: [Int32] = [0, 0]
      guard course_pipe(&ends) == 0 else { throw GradeError.cannotStart(executable, errno) }
      // Out of the way of the numbers that the child's descriptors will have.
      let writer = course_duplicate(ends[1], 64)
      close(ends[1])
      output.descriptors.forEach { posix_spawn_file_actions_adddup2(&actions, writer, $0) }
      writers.append(writer)
      streams.append(Stream(descriptor: ends[0], keeping: output.keeping))
    }
    var pid = pid_t()
    let code = Self.withCStrings([executable] + arguments) { arguments in
      Self.withCStrings(environment) { environment in
        posix_spawn(&pid, executable, &actions, &attributes, arguments, environment)
      }
    }
    writers.forEach { close($0) }
    guard code == 0 else {
      streams.forEach { close($0.descriptor) }
      throw GradeError.cannotStart(executable, code)
    }
    self.pid = pid
    self.streams = streams
  }

  deinit {
    if ending == nil { end() }
    streams.filter(\.isOpen).forEach { close($0.descriptor) }
  }

  /// What has been kept of an output.
  func output(_ index: Int) -> [UInt8] { streams[index].bytes + streams[index].tail }

  /// Whether an output has not been closed yet.
  func isOpen(_ index: Int) -> Bool { streams[index].isOpen }

  /// Waits for output or for the process to end, and takes up what there is.
  ///
  /// - Parameter milliseconds: the longest wait.
  func advance(milliseconds: Int32) {
    let open = streams.indices.filter { streams[$0].isOpen }
    var polled = open.map {
      pollfd(fd: streams[$0].descriptor, events: Int16(POLLIN), revents: 0)
    }
    _ = poll(&polled, nfds_t(polled.count), milliseconds)
    // The status first: what was written before the end is then surely in the pipes.
    note(waiting: WNOHANG | WUNTRACED | WCONTINUED)
    open.forEach { drain($0) }
  }

  /// Takes note of what has become of the process.
  private func note(waiting options: Int32) {
    var status: Int32 = 0
    var usage = rusage()
    guard ending == nil, wait4(pid, &status, options, &usage) == pid else { return }
    isStopped = course_is_stopped(status) != 0
    if !isStopped, course_is_continued(status) == 0 {
      peakMemory = usage.ru_maxrss
      processorSeconds = usage.processorSeconds
      ending = Ending(signal: course_ending_signal(status), code: course_exit_code(status))
    }
  }

  /// Kills the process with its group and takes note of its end.
  func end() {
    kill(-pid, SIGKILL)
    guard ending == nil else { return }
    kill(pid, SIGKILL)
    note(waiting: 0)
    streams.indices.filter { streams[$0].isOpen }.forEach { drain($0) }
  }

  /// Reads what is there, at most a megabyte, so that a flood cannot keep us here.
  private func drain(_ index: Int) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<16 {
      let count = read(streams[index].descriptor, &buffer, buffer.count)
      if count > 0 {
        streams[index].keep(buffer[..<count])
      } else {
        if count == 0 || (errno != EAGAIN && errno != EINTR) {
          close(streams[index].descriptor)
          streams[index].isOpen = false
        }
        return
      }
    }
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
