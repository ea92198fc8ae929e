import Testing

@testable import Autograd

@Suite("divide")
struct DivideTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfTwo)
  func twin(_ shapes: [[Int]]) {
    expectAgreement(shapes, in: 0.5...2) {
      $0[0] / $0[1]
    } plain: {
      $0[0] / $0[1]
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("divide") { $0.inputs[0] / $0.inputs[1] } }

  @Test("takes a number on either side")
  func number() {
    #expect((Tensor([1, 2], shape: [2]) / 2).values == [0.5, 1])
    #expect((2 / Tensor([1, 2], shape: [2])).values == [2, 1])
  }

  @Test("by zero is infinite, and 0 / 0 is not a number")
  func zero() {
    let quotients = (Tensor([1, -1, 0], shape: [3]) / 0).values
    #expect(quotients[0] == .infinity && quotients[1] == -.infinity && quotients[2].isNaN)
  }
}
