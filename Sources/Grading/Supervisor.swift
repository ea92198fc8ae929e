import Foundation

/// Runs one check in a process of its own and makes a verdict of whatever becomes of it.
enum Supervisor {
  private static let keptOutput = 256 << 10
  private static let keptResults = 16 << 20

  /// The verdict on an exercise, at the latest a second after its time is up.
  ///
  /// - Parameters:
  ///   - seconds: the exercise's time.
  ///   - haste: the most seconds of processor time, where that is less; no backtrace is taken then.
  static func verdict(on exercise: String, seconds: Double, haste: UInt? = nil) -> Verdict {
    let clock = ContinuousClock()
    let start = clock.now
    let nonce = Seal.make()
    let child: ChildProcess
    do {
      child = try ChildProcess(
        executable: Executable.path,
        arguments: [CheckedExercise.childFlag, exercise] + (haste.map { ["\($0)"] } ?? []),
        environment: Crash.environment(isTraced: haste == nil), input: nonce,
        outputs: [
          ([CheckedExercise.handedDescriptor], keptResults), ([1, 2], keptOutput),
        ])
    } catch {
      return Verdict(exercise: exercise, kind: .graderFault, message: "\(error)")
    }
    var deadline = start + .seconds(seconds)
    var hasSpoken = false
    while child.ending == nil, clock.now < deadline {
      child.advance(milliseconds: 20)
      guard !child.isOpen(0), !hasSpoken else { continue }
      // With the verdict sent, threads that never end may still hold up the exit.
      hasSpoken = true
      if ResultLine.read(child.output(0), nonce: nonce).verdict != nil {
        deadline = min(deadline, clock.now + .milliseconds(500))
      }
    }
    let isLate = child.ending == nil
    child.end()
    child.advance(milliseconds: 0)
    Descendants.end()

    let results = ResultLine.read(child.output(0), nonce: nonce)
    let output = String(decoding: child.output(1), as: UTF8.self)
    var verdict =
      results.verdict
      ?? Crash(
        exercise: exercise, ending: child.ending, isLate: isLate, seconds: seconds,
        peakMemory: child.peakMemory, claim: results.claim, failure: results.failure,
        output: output
      ).verdict
    if verdict.output.isEmpty, results.verdict != nil { verdict.output = Crash.shortened(output) }
    verdict.location = verdict.location.map(Crash.relative)
    verdict.seconds = (clock.now - start) / .seconds(1)
    return verdict
  }
}

/// This program, as a path that can be started again.
enum Executable {
  static let path: String = {
    #if os(Linux)
      return "/proc/self/exe"
    #else
      return Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }()
}

/// What a check left running: detached processes fall to the supervisor, which adopts orphans.
enum Descendants {
  /// Ends them all, for at most two seconds.
  static func end() {
    #if os(Linux)
      for _ in 0..<100 {
        let left = children()
        if left.isEmpty { return }
        left.forEach { kill($0, SIGKILL) }
        var status: Int32 = 0
        while waitpid(-1, &status, WNOHANG) > 0 {}
        usleep(20_000)
      }
    #endif
  }

  /// Processes whose parent is this one; the fourth field of `/proc/N/stat`, counted behind the name.
  private static func children() -> [pid_t] {
    let me = getpid()
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { entry in
      guard let pid = pid_t(entry),
        let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
        let fields = stat.lastIndex(of: ")").map({ stat[$0...].split(separator: " ") }),
        fields.count > 2, pid_t(fields[2]) == me
      else { return nil }
      return pid
    }
  }
}
