import Testing

@testable import Autograd

@Suite("masked")
struct MaskTests {
  @Test("agrees with its twin, and with its differences", arguments: [[3], [2, 3], [2, 1], [1]])
  func twin(_ maskShape: [Int]) {
    let mask = Mask((0..<maskShape.reduce(1, *)).map { $0 % 2 == 0 }, shape: maskShape)
    expectAgreement([[4, 2, 3]]) {
      $0[0].masked(where: mask, with: 7)
    } plain: {
      $0[0].masked(where: PlainTensor(mask.penalties), with: 7)
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("masked") { example in
      guard let mask = example.mask("mask") else { throw PyTorch.Missing(name: "mask") }
      return example.inputs[0].masked(where: mask, with: example.number("value") ?? -.infinity)
    }
  }

  @Test("hides what comes behind, and what either of two masks hides")
  func causal() {
    let causal = Mask.causal(3)
    let scores = Tensor.filled(1, shape: [3, 3])
    #expect(scores.masked(where: causal, with: 0).values == [1, 0, 0, 1, 1, 0, 1, 1, 1])
    let padding = Mask([false, true, false], shape: [1, 3])
    #expect(
      scores.masked(where: causal | padding, with: 0).values == [1, 0, 0, 1, 0, 0, 1, 0, 1])
  }
}
