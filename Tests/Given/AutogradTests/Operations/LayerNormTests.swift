import Testing

@testable import Autograd

@Suite("layerNormalized")
struct LayerNormTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [[2, 3], [3, 8], [19], [2, 3, 9]])
  func twin(_ shape: [Int]) {
    let row = [shape[shape.count - 1]]
    expectAgreement([shape, row, row]) {
      $0[0].layerNormalized(gain: $0[1], bias: $0[2])
    } plain: {
      $0[0].layerNormalized(gain: $0[1], bias: $0[2])
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("layerNormalized") {
      $0.inputs[0].layerNormalized(
        gain: $0.inputs[1], bias: $0.inputs[2], epsilon: $0.number("epsilon") ?? 1e-5)
    }
  }

  @Test("of equal numbers is the bias")
  func equal() {
    let gain = Tensor.filled(2, shape: [3])
    let bias = Tensor([5, 6, 7], shape: [3])
    let y = Tensor.filled(4, shape: [2, 3]).layerNormalized(gain: gain, bias: bias)
    #expect(y.values == [5, 6, 7, 5, 6, 7])
    #expect(Tensor.zeros([0, 3]).layerNormalized(gain: gain, bias: bias).shape == [0, 3])
  }

  @Test("has a gradient for the gain where its input is nothing that is learned")
  func constantInput() {
    let (tape, numbers) = (Tape(), Tensor([1, 2, 4, 3, -1, 0], shape: [2, 3]))
    let gain = tape.watch(.filled(1, shape: [3]))
    // The input is made here and seen by nobody else: its memory could be the result's.
    let y = (numbers * 1).layerNormalized(gain: gain, bias: .zeros([3]))
    let expected = numbers.layerNormalized(gain: .filled(1, shape: [3]), bias: .zeros([3]))
      .sum(along: 0)
    let found = tape.gradients(of: y.sum(), for: [gain])[0]
    expectClose(found, PlainTensor(expected), "gradient of the gain", #_sourceLocation)
  }

  @Test("of rows of one number is the bias")
  func single() {
    let one = Tensor.filled(1, shape: [1])
    #expect(
      Tensor([3, -9], shape: [2, 1]).layerNormalized(gain: one, bias: one).values == [1, 1])
  }
}
