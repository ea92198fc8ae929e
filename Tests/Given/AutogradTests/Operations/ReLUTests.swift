import Testing

@testable import Autograd

@Suite("relu")
struct ReLUTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfOne)
  func twin(_ shape: [Int]) {
    expectAgreement([shape]) {
      $0[0].relu()
    } plain: {
      $0[0].relu()
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("relu") { $0.inputs[0].relu() } }

  @Test("has no slope at 0, and keeps what is not a number")
  func zero() {
    let tape = Tape()
    let x = tape.watch(Tensor([0, -0.0, 1e-30, -1], shape: [4]))
    #expect(tape.gradients(of: x.relu().sum(), for: [x])[0].values == [0, 0, 1, 0])
    #expect(Tensor(.nan).relu().number.isNaN)
  }
}
