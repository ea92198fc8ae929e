import Testing

@testable import Autograd

@Suite("linear")
struct LinearTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [[2, 3], [1, 1], [19, 3], [2, 5, 3], [2, 0, 3], [3]])
  func twin(_ shape: [Int]) {
    let inputs = shape[shape.count - 1]
    for outputs in [1, 4, 17] {
      expectAgreement([shape, [inputs, outputs], [outputs]]) {
        $0[0].linear($0[1], $0[2])
      } plain: {
        shape.count > 1
          ? $0[0].linear($0[1], $0[2])
          : $0[0].reshaped([1, inputs]).linear($0[1], $0[2]).reshaped([outputs])
      }
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("linear") { $0.inputs[0].linear($0.inputs[1], $0.inputs[2]) }
  }

  @Test("takes a weight that is stored the other way round")
  func transposed() {
    expectAgreement([[2, 3], [4, 3], [4]]) {
      $0[0].linear($0[1].transposed(), $0[2])
    } plain: {
      $0[0].linear($0[1].transposed(0, 1), $0[2])
    }
  }
}
