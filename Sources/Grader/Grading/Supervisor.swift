import Foundation

/// Runs one check in a process of its own and makes a verdict of whatever becomes of it.
enum Supervisor {
  private static let keptOutput = 256 << 10
  private static let keptResults = 16 << 20

  /// How often what the check uses is looked at, in seconds; most checks are over before.
  private static let interval = 0.25

  /// The verdict on an exercise, at the latest a second after a limit is reached.
  ///
  /// - Parameter isInHaste: whether a crash, or a wrong value's cause, is not looked into.
  static func verdict(
    on exercise: String, limits: CheckLimits, isInHaste: Bool = false
  ) -> Verdict {
    var verdict = run(exercise, limits, isInHaste: isInHaste)
    guard let claim = verdict.failedClaim else { return verdict }
    verdict.failedClaim = nil
    // Twice, so that what hangs on chance is less likely to be taken for what is kept.
    if !isInHaste,
      (0..<2).allSatisfy({ _ in run(exercise, limits, claim: claim).kind == .passed })
    {
      var lines = verdict.message.split(separator: "\n").map(String.init)
      // In place of what the values look like.
      lines[min(1, lines.count - 1)] = isKept
      verdict.message = lines.joined(separator: "\n")
      verdict.mistake = nil
    }
    return verdict
  }

  private static let isKept =
    "Asked by itself, in a program of its own, this comes out right: something is kept from one "
    + "call to the next, outside of what a call is given."

  /// Runs one check, or one claim of it.
  private static func run(
    _ exercise: String, _ limits: CheckLimits, claim: Int? = nil, isInHaste: Bool = false
  ) -> Verdict {
    let clock = ContinuousClock()
    let start = clock.now
    let nonce = Seal.make()
    var used = CheckClock(limits: limits, before: ProcessTree.use().processorSeconds)
    let child: ChildProcess
    do {
      child = try ChildProcess(
        executable: Executable.path,
        arguments: [CheckedExercise.childFlag, exercise, "\(limits.processorSeconds)"]
          + (claim.map { ["\($0)"] } ?? []),
        environment: Crash.environment(isTraced: !isInHaste), input: nonce,
        outputs: [
          ([CheckedExercise.handedDescriptor], keptResults), ([1, 2], keptOutput),
        ])
    } catch {
      return Verdict(exercise: exercise, kind: .graderFault, message: "\(error)")
    }
    // With the verdict sent, threads that never end may still hold up the exit.
    var lastWord: ContinuousClock.Instant?
    var hasSpoken = false
    var looked = start
    while child.ending == nil, used.excess == nil, lastWord.map({ clock.now < $0 }) ?? true {
      child.advance(milliseconds: 20)
      let now = clock.now
      if now - looked >= .seconds(interval) {
        used.advance(seconds: (now - looked) / .seconds(1), to: ProcessTree.use())
        looked = now
      }
      guard !child.isOpen(0), !hasSpoken else { continue }
      hasSpoken = true
      if ResultLine.read(child.output(0), nonce: nonce).verdict != nil {
        lastWord = clock.now + .milliseconds(500)
      }
    }
    let excess = child.ending == nil ? used.excess : nil
    child.end()
    child.advance(milliseconds: 0)
    ProcessTree.end()

    let results = ResultLine.read(child.output(0), nonce: nonce)
    let output = String(decoding: child.output(1), as: UTF8.self)
    var verdict =
      results.verdict
      ?? Crash(
        exercise: exercise, ending: child.ending,
        excess: excess ?? child.excess(of: limits), peakMemory: child.peakMemory,
        claim: results.claim, failure: results.failure, output: output
      ).verdict
    // Some claims were answered before the one that met a stub.
    if verdict.kind == .notAttempted, results.claimCount > 1 {
      let place = verdict.location.map(Crash.relative) ?? "a part"
      verdict.message =
        (["It is half done: \(place) is still to be written."]
        + (results.failure.map { ["Of what is there, \($0)"] } ?? [])).joined(separator: "\n")
    }
    if verdict.output.isEmpty, results.verdict != nil { verdict.output = Crash.shortened(output) }
    verdict.location = verdict.location.map(Crash.relative)
    verdict.seconds = (clock.now - start) / .seconds(1)
    return verdict
  }
}

extension ChildProcess {
  /// Whether the system ended it for its processor time, or it left when it was told to.
  fileprivate func excess(of limits: CheckLimits) -> CheckClock.Excess? {
    guard processorSeconds >= limits.processorSeconds || ending?.signal == SIGXCPU else {
      return nil
    }
    return .processorTime(max(processorSeconds, limits.processorSeconds))
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
