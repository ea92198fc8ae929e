import Foundation
import Testing

@testable import Autograd

@Suite("exp")
struct ExpTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfOne)
  func twin(_ shape: [Int]) {
    expectAgreement([shape]) {
      $0[0].exp()
    } plain: {
      $0[0].exp()
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws { try PyTorch.expectAgreement("exp") { $0.inputs[0].exp() } }

  @Test("is 0 and infinite at the ends, and keeps what is not a number")
  func ends() {
    let ends = Tensor([-.infinity, -100, 0, 88.7, 89, .infinity, .nan], shape: [7]).exp().values
    #expect(ends[0] == 0 && ends[1] == 0 && ends[2] == 1 && ends[3].isFinite)
    #expect(ends[4] == .infinity && ends[5] == .infinity && ends[6].isNaN)
  }

  @Test("is within 3 units in the last place over its whole range")
  func precision() {
    let x = stride(from: Float(-86.5), to: 88.7, by: 0.013).map { $0 }
    for (x, y) in zip(x, Tensor(x, shape: [x.count]).exp().values) {
      let exact = Foundation.exp(Double(x))
      #expect(abs(Double(y) - exact) <= 3 * Double(Float(exact).ulp), "exp(\(x))")
    }
  }
}
