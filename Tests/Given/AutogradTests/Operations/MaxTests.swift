import Testing

@testable import Autograd

@Suite("max")
struct MaxTests {
  @Test(
    "agrees with its twin, and with its differences, along each axis", arguments: shapesWithRows)
  func twin(_ shape: [Int]) {
    for axis in shape.indices {
      expectAgreement([shape]) {
        $0[0].max(along: axis, keepingAxis: true)
      } plain: {
        $0[0].max(along: axis)
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("max") { example in
      guard let axis = example.integer("axis") else { return example.inputs[0].max() }
      return example.inputs[0].max(along: axis, keepingAxis: example.flag("keepingAxis"))
    }
  }

  @Test("of all numbers has no axes, and counts negative axes from the end")
  func all() {
    let x = Tensor([1, 2, 3, 6], shape: [2, 2])
    #expect(x.max().shape == [])
    #expect(x.max(along: -1).values == x.max(along: 1).values)
    #expect(x.max(along: 0).shape == [2])
  }

  @Test("gives its gradient to the first of equals, and keeps what is not a number")
  func equals() {
    let tape = Tape()
    let x = tape.watch(Tensor([1, 4, 4, 2], shape: [4]))
    #expect(tape.gradients(of: x.max(), for: [x])[0].values == [0, 1, 0, 0])
    #expect(Tensor([1, .nan, 3], shape: [3]).max().number.isNaN)
  }
}
