import Testing

@testable import Autograd

@Suite("variance")
struct VarianceTests {
  @Test(
    "agrees with its twin, and with its differences, along each axis", arguments: shapesWithRows)
  func twin(_ shape: [Int]) {
    for axis in shape.indices {
      expectAgreement([shape]) {
        $0[0].variance(along: axis, keepingAxis: true)
      } plain: {
        $0[0].variance(along: axis)
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("variance") { example in
      guard let axis = example.integer("axis") else { return example.inputs[0].variance() }
      return example.inputs[0].variance(along: axis, keepingAxis: example.flag("keepingAxis"))
    }
  }

  @Test("of all numbers has no axes, and counts negative axes from the end")
  func all() {
    let x = Tensor([1, 2, 3, 6], shape: [2, 2])
    #expect(x.variance().shape == [])
    #expect(x.variance(along: -1).values == x.variance(along: 1).values)
    #expect(x.variance(along: 0).shape == [2])
  }

  @Test("of numbers far from 0 is not lost in their squares")
  func farFromZero() {
    #expect(Tensor([10_000, 10_001, 10_002], shape: [3]).variance().number == 2 / 3 as Float)
  }
}
