import Testing

@testable import Autograd

@Suite("multiply")
struct MultiplyTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfTwo)
  func twin(_ shapes: [[Int]]) {
    expectAgreement(shapes) {
      $0[0] * $0[1]
    } plain: {
      $0[0] * $0[1]
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("multiply") { $0.inputs[0] * $0.inputs[1] } }

  @Test("takes a number on either side")
  func number() {
    #expect((Tensor([1, 2], shape: [2]) * 3).values == [3, 6])
    #expect((3 * Tensor([1, 2], shape: [2])).values == [3, 6])
  }

  @Test("of a tensor with itself has twice the gradient")
  func square() {
    let tape = Tape()
    let x = tape.watch(Tensor([3, -1], shape: [2]))
    #expect(tape.gradients(of: (x * x).sum(), for: [x])[0].values == [6, -2])
  }
}
