import Testing

@testable import Autograd

@Suite("transposed")
struct TransposeTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [[2, 3], [2, 0, 3], [2, 3, 9, 4]])
  func twin(_ shape: [Int]) {
    for one in shape.indices {
      for other in shape.indices {
        expectAgreement([shape]) {
          $0[0].transposed(one, other)
        } plain: {
          $0[0].transposed(one, other)
        }
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("transposed") { example in
      let axes = example.integers("axes")
      return example.inputs[0].transposed(axes[0], axes[1])
    }
  }

  @Test("copies nothing")
  func view() {
    let x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(x.storage === x.transposed().storage)
    #expect(x.transposed().values == [1, 4, 2, 5, 3, 6])
    #expect(x.transposed()[2, 1] == 6)
  }
}
