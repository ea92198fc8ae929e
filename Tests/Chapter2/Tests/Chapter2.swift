import Foundation
import Grading
import Testing

/// The exercises of chapter 2, each judged by Chapter2Grade in a process of its own.
///
/// One exercise: `swift test --filter 'Chapter2.exercise2_3\b'`.
@Suite("Chapter 2, CBOW", .serialized, Counts())
struct Chapter2 {
  @Test("Exercise 2.1: windows")
  func exercise2_1() throws { try expectPassed("2.1") }

  @Test("Exercise 2.2: oneHotVectors, product and column")
  func exercise2_2() throws { try expectPassed("2.2") }

  @Test("Exercise 2.3: contextMean")
  func exercise2_3() throws { try expectPassed("2.3") }

  @Test("Exercise 2.4: scores")
  func exercise2_4() throws { try expectPassed("2.4") }

  @Test("Exercise 2.5: softmax")
  func exercise2_5() throws { try expectPassed("2.5") }

  @Test("Exercise 2.6: crossEntropy")
  func exercise2_6() throws { try expectPassed("2.6") }

  @Test("Exercise 2.7: loss")
  func exercise2_7() throws { try expectPassed("2.7") }

  @Test("Exercise 2.8: outputGradient")
  func exercise2_8() throws { try expectPassed("2.8") }

  @Test("Exercise 2.9: inputGradient")
  func exercise2_9() throws { try expectPassed("2.9") }

  @Test("Exercise 2.10: step")
  func exercise2_10() throws { try expectPassed("2.10") }

  @Test("Exercise 2.11: LearningRate.rate and train")
  func exercise2_11() throws { try expectPassed("2.11") }

  @Test("Exercise 2.12: nearestNeighbours")
  func exercise2_12() throws { try expectPassed("2.12") }

  @Test("Exercise 2.13: principalComponent and planeCoordinates")
  func exercise2_13() throws { try expectPassed("2.13") }

  @Test("every exercise that can be graded has a test above")
  func completeness() throws {
    let source = try String(contentsOfFile: "\(#filePath)", encoding: .utf8)
    let test = /@Test\("[^"]*"\)\s+func \w+\(\) throws \{ try expectPassed\("([0-9.]+)"\)/
    let tested = source.matches(of: test).map { String($0.1) }
    #expect(try tested == GradeClient.catalogue(of: gradingProgram).map(\.id))
  }
}
