import Synchronization
import Testing

@testable import Grading

/// Random inputs, the small ones that failures become, and what is kept between calls.
@Suite("Agreement on random inputs")
struct AgreementTests {
  private typealias Sum = @Sendable ([Int]) -> Int

  private func verdict(on sum: @escaping Sum) -> Verdict {
    Exercise<Sum>(
      "0.1", section: "s",
      examine: { sum, examination in
        examination.checkAgreement(
          drawing: { $0.list(0...9) { $0.integer(0...50) } }, claim: { "sum(\($0))" },
          computed: { sum($0) }, expected: { $0.reduce(0, +) })
      },
      mistakes: [], alternatives: []
    ).judging(sum).verdict { _ in }
  }

  @Test("a right answer passes")
  func right() {
    #expect(verdict { $0.reversed().reduce(0, +) }.kind == .passed)
  }

  @Test("the first failing input is made as small as it can be")
  func smallest() {
    #expect(
      verdict { $0.count > 3 ? 7 : $0.reduce(0, +) }.message.hasPrefix(
        "sum([0, 0, 0, 0]): got 7, expected 0"))
    #expect(
      verdict { $0.reduce(0) { $1 > 20 ? $0 : $0 + $1 } }.message.hasPrefix(
        "sum([21]): got 0, expected 21"))
    #expect(verdict { Set($0).reduce(0, +) }.message.hasPrefix("sum([1, 1]): got 1, expected 2"))
  }

  @Test("what is expected is computed once for all known wrong answers")
  func expectedOnce() {
    /// How often an oracle is asked where a wrong answer is told from some known ones.
    func calls(among known: Int) -> Int {
      let count = Mutex(0)
      let verdict = Exercise<Sum>(
        "0.1", section: "s",
        examine: { sum, examination in
          examination.checkAgreement(
            drawing: { $0.list(1...9) { $0.integer(1...50) } }, claim: { "sum(\($0))" },
            computed: { sum($0) },
            expected: { numbers in
              count.withLock { $0 += 1 }
              return numbers.reduce(0, +)
            })
        },
        mistakes: (1...known).map { number in
          .init("\(number) is added") { $0.reduce(number, +) }
        }, alternatives: []
      ).judging { $0.reduce(1, +) }.verdict { _ in }
      #expect(verdict.mistake == "1 is added")
      return count.withLock { $0 }
    }
    #expect(calls(among: 1) == calls(among: 5))
  }

  /// A model that adds what it was made of to what it is asked.
  private func verdictInTurn(
    on make: @escaping @Sendable (Int) -> @Sendable (Int) -> Int
  ) -> Verdict {
    Exercise<@Sendable (Int) -> @Sendable (Int) -> Int>(
      "0.1", section: "s",
      examine: { make, examination in
        examination.checkAgreementInTurn(
          drawing: { $0.integer(0...9) }, making: { make($0) },
          asking: { draws, _ in draws.integer(0...9) }, claim: { "\($0) + \($1)" },
          computed: { $0($1) }, expected: { $0 + $1 })
      },
      mistakes: [], alternatives: []
    ).judging(make).verdict { _ in }
  }

  @Test("a model that is kept in a global fails where two are asked in turn")
  func twoModels() {
    #expect(verdictInTurn { made in { made + $0 } }.kind == .passed)
    let last = Mutex(0)
    let verdict = verdictInTurn { made in
      last.withLock { $0 = made }
      return { number in last.withLock { $0 + number } }
    }
    #expect(verdict.kind == .wrong)
  }

  @Test("numbers of any size are compared by the greatest of them, where the grader says so")
  func scales() {
    func failing(_ scale: Scale) -> Bool {
      var examination = Examination()
      examination.check("p", [1.1e-9, 2e-9], is: [1e-9, 2e-9], tolerance: 1e-6, scale: scale)
      return examination.failure != nil
    }
    #expect(!failing(.one))
    #expect(failing(.largest))
    #expect(failing(.of(1e-5)))
    #expect(!failing(.of(1e-3)))
  }

  @Test("drawn numbers are ugly, unequal and of the scale asked for")
  func numbers() {
    var draws = Draws(seed: 3)
    let numbers: [Double] = draws.numbers(500, scale: 1e-4)
    #expect(numbers.allSatisfy { abs($0) > 0 && abs($0) < 4e-4 })
    #expect(Set(numbers).count > 300)
    #expect(numbers.count { ($0 * 1e6).truncatingRemainder(dividingBy: 1) != 0 } > 400)
    #expect(numbers.contains { $0 < 0 } && numbers.contains { $0 > 0 })
  }

  @Test("the same choices give the same input, and missing ones the simplest")
  func replay() {
    func input(_ draws: inout Draws) -> [[Double]] {
      draws.list(1...4) { draws in draws.list(0...3) { $0.number() } }
    }
    for seed in 0..<50 {
      var draws = Draws(seed: UInt64(seed))
      let first = input(&draws)
      var again = Draws(replaying: draws.choices)
      #expect(input(&again) == first)
      #expect(again.choices == draws.choices)
    }
    var nothing = Draws(replaying: [])
    #expect(input(&nothing) == [[]])
  }
}
