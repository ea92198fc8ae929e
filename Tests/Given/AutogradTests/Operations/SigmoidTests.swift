import Testing

@testable import Autograd

@Suite("sigmoid")
struct SigmoidTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfOne)
  func twin(_ shape: [Int]) {
    expectAgreement([shape]) {
      $0[0].sigmoid()
    } plain: {
      $0[0].sigmoid()
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("sigmoid") { $0.inputs[0].sigmoid() } }

  @Test("stays in 0…1 for numbers of any size")
  func ends() {
    let ends = Tensor([-1e30, -90, 0, 90, 1e30], shape: [5]).sigmoid().values
    #expect(ends == [0, 0, 0.5, 1, 1])
  }
}
