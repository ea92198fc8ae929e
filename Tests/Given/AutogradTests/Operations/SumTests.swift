import Testing

@testable import Autograd

@Suite("sum")
struct SumTests {
  @Test(
    "agrees with its twin, and with its differences, along each axis", arguments: shapesWithRows)
  func twin(_ shape: [Int]) {
    for axis in shape.indices {
      expectAgreement([shape]) {
        $0[0].sum(along: axis, keepingAxis: true)
      } plain: {
        $0[0].sum(along: axis)
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("sum") { example in
      guard let axis = example.integer("axis") else { return example.inputs[0].sum() }
      return example.inputs[0].sum(along: axis, keepingAxis: example.flag("keepingAxis"))
    }
  }

  @Test("of all numbers has no axes, and counts negative axes from the end")
  func all() {
    let x = Tensor([1, 2, 3, 6], shape: [2, 2])
    #expect(x.sum().shape == [])
    #expect(x.sum(along: -1).values == x.sum(along: 1).values)
    #expect(x.sum(along: 0).shape == [2])
  }

  @Test("of nothing is 0")
  func nothing() {
    #expect(Tensor.zeros([2, 0]).sum(along: 1).values == [0, 0])
    #expect(Tensor.zeros([0, 2]).sum(along: 0).values == [0, 0])
    #expect(Tensor.zeros([0]).sum().number == 0)
  }

  @Test("of a million numbers loses no more than the last digits")
  func precision() {
    let ones = Tensor.filled(0.1, shape: [1_000_000])
    #expect(abs(ones.sum().number - 100_000) < 1)
    #expect(abs(ones.reshaped([1_000, 1_000]).sum(along: 0).sum().number - 100_000) < 1)
  }
}
