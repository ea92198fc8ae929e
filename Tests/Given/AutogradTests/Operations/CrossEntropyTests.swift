import Testing
import Text

@testable import Autograd

@Suite("crossEntropy")
struct CrossEntropyTests {
  @Test(
    "agrees with its twin, and with its differences", arguments: [Float(0), 0.1, 1], [nil, 2, 0])
  func twin(_ smoothing: Float, _ ignored: Int?) {
    let targets = [2, 0, 10, 2]
    expectAgreement([[4, 11]]) {
      $0[0].crossEntropy(targets, ignoring: ignored, labelSmoothing: smoothing)
    } plain: {
      $0[0].crossEntropy(targets, ignoring: ignored, labelSmoothing: Double(smoothing))
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("crossEntropy") { example in
      example.inputs[0].crossEntropy(
        example.integers("targets"), ignoring: example.integer("ignoring"),
        labelSmoothing: example.number("labelSmoothing") ?? 0)
    }
  }

  @Test("is the same with and without a tape, for scores of any rank")
  func withoutTape() {
    var generator = SeededGenerator(seed: 5)
    let scores = Tensor.uniform([2, 3, 17], in: -5...5, using: &generator)
    let targets = [0, 16, 3, 4, 5, 6]
    let tape = Tape()
    let recorded = tape.watch(scores).crossEntropy(targets, labelSmoothing: 0.1)
    #expect(recorded.number == scores.crossEntropy(targets, labelSmoothing: 0.1).number)
  }

  @Test("is 0 where no row counts, and so is its gradient")
  func allIgnored() {
    let tape = Tape()
    let x = tape.watch(Tensor([1, 2], shape: [1, 2]))
    let loss = x.crossEntropy([-100], ignoring: -100)
    #expect(loss.number == 0)
    #expect(tape.gradients(of: loss, for: [x])[0].values == [0, 0])
  }

  @Test("stays finite where the right class has almost no chance")
  func extremes() {
    #expect(Tensor([0, 1e4], shape: [1, 2]).crossEntropy([0]).number == 1e4)
  }
}
