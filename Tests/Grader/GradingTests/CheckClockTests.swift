import Foundation
import Testing

@testable import Grading

@Suite("The clock of a check")
struct CheckClockTests {
  private let limits = CheckLimits(processorSeconds: 10)

  /// What a check has exceeded after some looks at it, a second apart.
  private func excess(
    after looks: Int, _ use: (_ look: Int) -> ProcessTree.Use
  ) -> CheckClock.Excess? {
    var clock = CheckClock(limits: limits, before: 5)
    for look in 1...looks where clock.excess == nil {
      clock.advance(seconds: 1, to: use(look))
    }
    return clock.excess
  }

  @Test("a machine that has more to do makes no code late")
  func starving() {
    #expect(excess(after: 90) { .init(processorSeconds: 5 + Double($0) / 10, isBusy: true) } == nil)
  }

  @Test("processor time is counted from the check's own start, and ends it")
  func loop() {
    #expect(
      excess(after: 20) { .init(processorSeconds: 5 + Double($0), isBusy: true) }
        == .processorTime(10))
    #expect(
      excess(after: 20) { .init(processorSeconds: 5 + Double($0) * 2, isBusy: false) }
        == .processorTime(10))
  }

  @Test("what only waits is ended by the clock, also when it wakes up now and then")
  func sleeper() {
    #expect(excess(after: 59) { _ in .init(processorSeconds: 5, isBusy: false) } == nil)
    #expect(
      excess(after: 99) { _ in .init(processorSeconds: 5, isBusy: false) }
        == .waiting(clock: 60, used: 0))
    let yawning = excess(after: 99) {
      .init(processorSeconds: 5 + Double($0) / 64, isBusy: $0.isMultiple(of: 4))
    }
    guard case .waiting(let clock, _)? = yawning else {
      Issue.record("\(String(describing: yawning))")
      return
    }
    #expect((75...85).contains(clock))
  }

  @Test("a computer that was asleep for an hour has given its code no hour")
  func lid() {
    var clock = CheckClock(limits: limits, before: 0)
    clock.advance(seconds: 3600, to: .init(processorSeconds: 0, isBusy: false))
    #expect(clock.excess == nil)
  }

  @Test("what hides its processor time is ended all the same")
  func hidden() {
    #expect(
      excess(after: 700) { _ in .init(processorSeconds: 5, isBusy: true) }
        == .clock(600, used: 0))
  }

  @Test("a process tells what it has used and that it is stopped")
  func tree() throws {
    #if os(Linux)
      let child = try ChildProcess(
        executable: "/bin/sh", arguments: ["-c", "kill -STOP $$"], environment: [],
        outputs: [([1], 1 << 10)])
      while !child.isStopped { child.advance(milliseconds: 20) }
      kill(child.pid, SIGCONT)
      while child.ending == nil { child.advance(milliseconds: 20) }
      #expect(!child.isStopped && child.ending == .init(signal: 0, code: 0))
    #endif
  }
}
