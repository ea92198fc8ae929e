import Testing

@testable import Autograd

@Suite("add")
struct AddTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfTwo)
  func twin(_ shapes: [[Int]]) {
    expectAgreement(shapes) {
      $0[0] + $0[1]
    } plain: {
      $0[0] + $0[1]
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("add") { $0.inputs[0] + $0.inputs[1] } }

  @Test("takes a number on either side")
  func number() {
    #expect((Tensor([1, 2], shape: [2]) + 3).values == [4, 5])
    #expect((3 + Tensor([1, 2], shape: [2])).values == [4, 5])
  }
}
