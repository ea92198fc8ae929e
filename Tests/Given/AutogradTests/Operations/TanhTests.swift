import Foundation
import Testing

@testable import Autograd

@Suite("tanh")
struct TanhTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfOne)
  func twin(_ shape: [Int]) {
    expectAgreement([shape]) {
      $0[0].tanh()
    } plain: {
      $0[0].tanh()
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("tanh") { $0.inputs[0].tanh() } }

  @Test("is within 3 units in the last place, near 0 too, and reaches ±1")
  func precision() {
    let x = stride(from: Float(-12), to: 12, by: 0.0017).map { $0 } + [1e-6, 1e-20, -1e-6, 0]
    for (x, y) in zip(x, Tensor(x, shape: [x.count]).tanh().values) {
      let exact = Foundation.tanh(Double(x))
      #expect(abs(Double(y) - exact) <= 3 * Double(Float(exact).ulp), "tanh(\(x))")
    }
    #expect(Tensor([100, -100], shape: [2]).tanh().values == [1, -1])
  }
}
