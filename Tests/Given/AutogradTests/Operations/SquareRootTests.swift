import Testing

@testable import Autograd

@Suite("squareRoot")
struct SquareRootTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfOne)
  func twin(_ shape: [Int]) {
    expectAgreement([shape], in: 0.1...3) {
      $0[0].squareRoot()
    } plain: {
      $0[0].squareRoot()
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("squareRoot") { $0.inputs[0].squareRoot() } }

  @Test("is 0 at 0 and no number below")
  func ends() {
    let ends = Tensor([0, -1, 4], shape: [3]).squareRoot().values
    #expect(ends[0] == 0 && ends[1].isNaN && ends[2] == 2)
  }
}
