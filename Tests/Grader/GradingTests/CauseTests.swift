import Foundation
import Testing

@testable import Grading

/// A wrong cause is worse than none.
@Suite("Causes")
struct CauseTests {
  private typealias Function = @Sendable (Double) -> Double

  private func verdict(
    at numbers: [Double] = [0.37, 1, 2.3, 5.9], conventions: [NamedImplementation<Function>] = [],
    of right: @escaping Function = { 2 * $0 }, on answer: @escaping Function
  ) -> Verdict {
    Exercise<Function>(
      "0.1", section: "s",
      examine: { function, examination in
        for number in numbers {
          examination.check("f(\(number))", function(number), is: right(number))
        }
      },
      mistakes: [
        .init("it is squared", { $0 * $0 }), .init("nothing comes back", { _ in 0 }),
        .init("it is halved", { $0 / 2 }),
      ], conventions: conventions, alternatives: []
    ).judging(answer).verdict { _ in }
  }

  @Test("what a mistake fails and the learner passes counts against it")
  func contradicted() {
    // Squares of all but one number: looks like it. Squares of a quarter: does not.
    #expect(verdict(at: [3, 4, 5, 6, 7]) { $0 == 7 ? 14 : $0 * $0 }.mistake == "it is squared")
    #expect(verdict(at: [3, 4, 5, 6, 7]) { $0 < 5 ? $0 * $0 : 2 * $0 }.mistake == nil)
  }

  @Test("values that many slips give name no cause in part")
  func zeros() {
    #expect(verdict { _ in 0 }.mistake == "nothing comes back")
    #expect(verdict { $0 > 5 ? 1 : 0 }.mistake == nil)
  }

  @Test("a single wrong value makes no certain words")
  func single() {
    let exercise = verdict(at: [0.37, 0, 2]) { $0 == 0.37 ? $0 * $0 : 2 * $0 }
    #expect(exercise.message.contains("looks like what you get when it is squared"))
  }

  @Test("another convention is called that, and not a mistake")
  func convention() {
    let message = verdict(conventions: [.init("three are taken") { 3 * $0 }]) { 3 * $0 }.message
    #expect(message.contains("This follows another convention, by which three are taken; see § s."))
  }

  @Test("a transformation is named where it explains every number of all claims")
  func transformations() {
    let numbers = [0.3712, 0.8117, 2.3391]
    let cases: [(words: String, turned: (Double) -> Double)] = [
      ("the logarithm of", { log($0) }), ("e to the power", { exp($0) }),
      ("one minus", { 1 - $0 }), ("one divided by", { 1 / $0 }), ("the square of", { $0 * $0 }),
      ("square root", { $0.squareRoot() }), ("sign", { -$0 }), ("base 2", { $0 / log(2) }),
    ]
    for (words, turned) in cases {
      let pairs = numbers.map { (got: turned($0), expected: $0) }
      let reading = Probes.reading(of: pairs)
      #expect(reading?.contains(words) == true, "\(reading ?? "nothing")")
      // One number is no evidence, fractions are not, and a number that is right speaks against it.
      #expect(Probes.reading(of: [pairs[0]]) == nil)
      #expect(Probes.reading(of: [0.5, 0.25, 1].map { (turned($0), $0) }) == nil)
      #expect(Probes.reading(of: pairs + [(0.7713, 0.7713)]) == nil)
    }
  }

  @Test("sections are named by their titles, as far as they are known")
  func sections() {
    let titles = SectionTitles(
      headings: "# A\n\n## Add-`k` {#add-k}\n### The chain rule {#chain}\n")
    #expect(titles.named(in: "see § add-k.") == "see § “Add-k”.")
    #expect(titles.named(in: "Read § chain again.") == "Read § “The chain rule” again.")
    #expect(titles.named(in: "see § other.") == "see § other.")
  }
}
