import Testing

@testable import Autograd

@Suite("softmax")
struct SoftmaxTests {
  @Test(
    "agrees with its twin, and with its differences, along each axis", arguments: shapesWithRows)
  func twin(_ shape: [Int]) {
    for axis in shape.indices {
      expectAgreement([shape]) {
        $0[0].softmax(along: axis)
      } plain: {
        $0[0].softmax(along: axis)
      }
    }
  }

  @Test(
    "with mask and scale agrees with its twin",
    arguments: [[3], [2, 1], [2, 3], [4, 1, 3], [4, 2, 3], [1], [4, 1, 1]])
  func masked(_ maskShape: [Int]) {
    let count = maskShape.reduce(1, *)
    let mask = Mask((0..<count).map { $0 % 3 == 1 }, shape: maskShape)
    for axis in 0..<3 {
      expectAgreement([[4, 2, 3]]) {
        $0[0].softmax(along: axis, scale: 0.7, hiding: mask)
      } plain: {
        $0[0].softmax(along: axis, scale: 0.7, hiding: PlainTensor(mask.penalties))
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("softmax") { example in
      example.inputs[0].softmax(
        along: example.integer("axis") ?? -1, scale: example.number("scale") ?? 1,
        hiding: example.mask("mask"))
    }
  }

  @Test("of a row that is all hidden is all zeros, and so is its gradient")
  func allHidden() {
    let tape = Tape()
    let x = tape.watch(Tensor([1, 2, 3, 4], shape: [2, 2]))
    let y = x.softmax(hiding: Mask([true, true, false, false], shape: [2, 2]))
    #expect(Array(y.values[..<2]) == [0, 0])
    #expect(abs(y.values[2] + y.values[3] - 1) < 1e-6)
    let weighted = (y * Tensor([1, 2, 3, 4], shape: [2, 2])).sum()
    let gradient = tape.gradients(of: weighted, for: [x])[0].values
    #expect(gradient[0] == 0 && gradient[1] == 0 && gradient[3] > 0)
  }

  @Test("stays finite for scores of any size, and shows what is not a number")
  func extremes() {
    #expect(Tensor([1e30, -1e30], shape: [2]).softmax().values == [1, 0])
    #expect(Tensor([1, .nan, 2], shape: [3]).softmax().values.allSatisfy { $0.isNaN })
    #expect(Tensor.zeros([2, 0]).softmax().shape == [2, 0])
  }
}
