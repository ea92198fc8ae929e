import Testing

@testable import Grading

/// Right answers that take too much work.
@Suite("Growth of work")
struct GrowthTests {
  private func verdict(
    _ growth: Growth, _ work: @escaping @Sendable (Int) -> Int
  ) -> Verdict {
    Exercise<@Sendable (Int) -> Int>(
      "0.1", section: "s",
      examine: { work, examination in
        examination.check("nothing", 0, is: 0)
        examination.checkGrowth(
          of: "calls for n words", from: 10, to: 1000, atMost: growth, counting: work)
      },
      mistakes: [], alternatives: []
    ).judging(work).verdict { _ in }
  }

  @Test("calls are counted and compared exactly")
  func counted() {
    #expect(verdict(.linear) { $0 + 1 }.kind == .passed)
    #expect(verdict(.constant) { _ in 5 }.kind == .passed)
    #expect(verdict(.quadratic) { $0 * $0 }.kind == .passed)
    #expect(verdict(.constant) { $0 }.kind == .tooSlow)
    let square = verdict(.linear) { $0 * $0 }
    #expect(square.kind == .tooSlow)
    #expect(
      square.message.hasPrefix(
        "The results are right, but the work grows with about the square of n"))
    #expect(square.message.contains("100 for n = 10, but 1000000 for n = 1000"))
    #expect(verdict(.linear) { $0 * $0 * $0 }.message.contains("far faster than n"))
  }

  /// Work in n that the optimiser cannot see through, in about 10 ns a step.
  private func spin(_ steps: Int) {
    var state = 1
    for _ in 0..<steps { state = (state &* 6_364_136_223_846_793_005 &+ 1) ^ (state >> 7) }
    #expect(state != 0)
  }

  private func timed(_ perform: @escaping @Sendable (Int) -> Void) -> Verdict {
    Exercise<@Sendable (Int) -> Void>(
      "0.1", section: "s",
      examine: { perform, examination in
        examination.check("nothing", 0, is: 0)
        examination.checkGrowth(
          of: "work", from: 30, to: 960, run: RunSize(1_000_000, "a million"),
          preparing: { $0 }, working: perform)
      },
      mistakes: [], alternatives: []
    ).judging(perform).verdict { _ in }
  }

  @Test("processor time tells the square from n log n, and says what it means in the run")
  func measured() {
    #expect(timed { spin($0 * 3000) }.kind == .passed)
    #expect(timed { spin($0 * 300 * (64 - $0.leadingZeroBitCount)) }.kind == .passed)
    let square = timed { spin($0 * $0 * 100) }
    #expect(square.kind == .tooSlow, "\(square.message)")
    #expect(square.message.contains("for a million it would take at least"), "\(square.message)")
  }

  @Test("what takes no time is not too slow")
  func instant() {
    #expect(timed { spin($0 * $0 / 100) }.kind == .passed)
  }

  @Test("work is measured only where the values are right")
  func wrongFirst() {
    var examination = Examination()
    examination.check("one", 2, is: 1)
    examination.checkGrowth(of: "calls", from: 1, to: 100) { $0 * $0 }
    #expect(!examination.isTooSlow)
  }
}
