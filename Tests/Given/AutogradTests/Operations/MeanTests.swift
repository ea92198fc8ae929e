import Testing

@testable import Autograd

@Suite("mean")
struct MeanTests {
  @Test(
    "agrees with its twin, and with its differences, along each axis", arguments: shapesWithRows)
  func twin(_ shape: [Int]) {
    for axis in shape.indices {
      expectAgreement([shape]) {
        $0[0].mean(along: axis, keepingAxis: true)
      } plain: {
        $0[0].mean(along: axis)
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("mean") { example in
      guard let axis = example.integer("axis") else { return example.inputs[0].mean() }
      return example.inputs[0].mean(along: axis, keepingAxis: example.flag("keepingAxis"))
    }
  }

  @Test("of all numbers has no axes, and counts negative axes from the end")
  func all() {
    let x = Tensor([1, 2, 3, 6], shape: [2, 2])
    #expect(x.mean().shape == [])
    #expect(x.mean(along: -1).values == x.mean(along: 1).values)
    #expect(x.mean(along: 0).shape == [2])
  }

  @Test("of nothing is not a number")
  func nothing() { #expect(Tensor.zeros([0]).mean().number.isNaN) }
}
