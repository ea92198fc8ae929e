import Testing

@testable import Autograd

@Suite("reshaped")
struct ReshapeTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [
      [[2, 3], [6]], [[6], [3, 2]], [[1], []], [[2, 0], [0, 5]], [[2, 3, 4], [4, 6]],
    ])
  func twin(_ shapes: [[Int]]) {
    expectAgreement([shapes[0]]) {
      $0[0].reshaped(shapes[1])
    } plain: {
      $0[0].reshaped(shapes[1])
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("reshaped") { $0.inputs[0].reshaped($0.integers("shape")) }
  }

  @Test("copies nothing, and leaves the original as it is when a view is changed")
  func view() {
    let x = Tensor([1, 2, 3, 4], shape: [4])
    var y = x.reshaped([2, 2])
    #expect(x.storage === y.storage)
    y[1, 0] = 9
    #expect(x.values == [1, 2, 3, 4] && y.values == [1, 2, 9, 4])
  }
}
