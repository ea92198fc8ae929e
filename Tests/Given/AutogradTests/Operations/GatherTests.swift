import Testing

@testable import Autograd

@Suite("gathered")
struct GatherTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [[[2, 3], [2, 0]], [[2, 2, 9], [8, 0, 3, 3]], [[3], [1]], [[0, 3], []]])
  func twin(_ example: [[Int]]) {
    expectAgreement([example[0]]) {
      $0[0].gathered(at: example[1])
    } plain: {
      $0[0].gathered(at: example[1])
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("gathered") { $0.inputs[0].gathered(at: $0.integers("places")) }
  }
}
