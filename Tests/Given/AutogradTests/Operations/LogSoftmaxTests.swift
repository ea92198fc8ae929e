import Testing

@testable import Autograd

@Suite("logSoftmax")
struct LogSoftmaxTests {
  @Test(
    "agrees with its twin, and with its differences, along each axis", arguments: shapesWithRows)
  func twin(_ shape: [Int]) {
    for axis in shape.indices {
      expectAgreement([shape]) {
        $0[0].logSoftmax(along: axis)
      } plain: {
        $0[0].logSoftmax(along: axis)
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("logSoftmax") {
      $0.inputs[0].logSoftmax(along: $0.integer("axis") ?? -1)
    }
  }

  @Test("knows logarithms of probabilities that a Float cannot hold")
  func small() { #expect(Tensor([0, -200], shape: [2]).logSoftmax().values == [0, -200]) }
}
