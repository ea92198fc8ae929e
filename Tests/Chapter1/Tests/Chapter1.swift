import Foundation
import Grading
import Testing

/// The exercises of chapter 1, each judged by Chapter1Grade in a process of its own.
///
/// One exercise: `swift test --filter 'Chapter1.exercise1_3\b'`.
@Suite("Chapter 1, language models", .serialized, Counts())
struct Chapter1 {
  @Test("Exercise 1.1: oneHot")
  func exercise1_1() throws { try expectPassed("1.1") }

  @Test("Exercise 1.2: cosineSimilarity")
  func exercise1_2() throws { try expectPassed("1.2") }

  @Test("Exercise 1.3: logProbability")
  func exercise1_3() throws { try expectPassed("1.3") }

  @Test("Exercise 1.4: UnigramModel")
  func exercise1_4() throws { try expectPassed("1.4") }

  @Test("Exercise 1.5: BigramModel")
  func exercise1_5() throws { try expectPassed("1.5") }

  @Test("Exercise 1.6: nGrams")
  func exercise1_6() throws { try expectPassed("1.6") }

  @Test("Exercise 1.7: NGramCounts")
  func exercise1_7() throws { try expectPassed("1.7") }

  @Test("Exercise 1.8: NGramModel")
  func exercise1_8() throws { try expectPassed("1.8") }

  @Test("Exercise 1.9: unseenShare")
  func exercise1_9() throws { try expectPassed("1.9") }

  @Test("Exercise 1.10: perplexity")
  func exercise1_10() throws { try expectPassed("1.10") }

  @Test("Exercise 1.11: AddKModel")
  func exercise1_11() throws { try expectPassed("1.11") }

  @Test("Exercise 1.12: sampleIndex")
  func exercise1_12() throws { try expectPassed("1.12") }

  @Test("Exercise 1.13: sampleSentence")
  func exercise1_13() throws { try expectPassed("1.13") }

  @Test("Exercise 1.14: Discounts")
  func exercise1_14() throws { try expectPassed("1.14") }

  @Test("Exercise 1.15: adjustedCounts")
  func exercise1_15() throws { try expectPassed("1.15") }

  @Test("Exercise 1.16: KneserNeyModel")
  func exercise1_16() throws { try expectPassed("1.16") }

  @Test("every exercise that can be graded has a test above")
  func completeness() throws {
    let source = try String(contentsOfFile: "\(#filePath)", encoding: .utf8)
    let test = /@Test\("[^"]*"\)\s+func \w+\(\) throws \{ try expectPassed\("([0-9.]+)"\)/
    let tested = source.matches(of: test).map { String($0.1) }
    #expect(try tested == GradeClient.catalogue(of: gradingProgram).map(\.id))
  }
}
