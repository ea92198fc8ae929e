import Testing

@testable import Autograd

@Suite("log")
struct LogTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfOne)
  func twin(_ shape: [Int]) {
    expectAgreement([shape], in: 0.1...3) {
      $0[0].log()
    } plain: {
      $0[0].log()
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("log") { $0.inputs[0].log() } }

  @Test("is −∞ at 0 and no number below")
  func ends() {
    let ends = Tensor([0, -1, 1, .infinity], shape: [4]).log().values
    #expect(ends[0] == -.infinity && ends[1].isNaN && ends[2] == 0 && ends[3] == .infinity)
  }
}
