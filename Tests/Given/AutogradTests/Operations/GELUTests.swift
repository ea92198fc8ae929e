import Foundation
import Testing

@testable import Autograd

@Suite("gelu")
struct GELUTests {
  @Test("agrees with its twin, and with its differences", arguments: shapesOfOne)
  func twin(_ shape: [Int]) {
    expectAgreement([shape], in: -4...4) {
      $0[0].gelu()
    } plain: {
      $0[0].gelu()
    }
    expectAgreement([shape], in: -4...4) {
      $0[0].gelu(.tanhApproximation)
    } plain: {
      $0[0].gelu(.tanhApproximation)
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("gelu") { $0.inputs[0].gelu() }
    try PyTorch.expectAgreement("geluTanh") { $0.inputs[0].gelu(.tanhApproximation) }
  }

  @Test("has a share of the normal distribution that is right to 4e-7")
  func precision() {
    let x = stride(from: Float(-9), to: 9, by: 0.0013).map { $0 }
    for (x, y) in zip(x, Tensor(x, shape: [x.count]).gelu().values) {
      let exact = Double(x) * 0.5 * erfc(-Double(x) / 2.0.squareRoot())
      #expect(abs(Double(y) - exact) <= 4e-7 * Double(abs(x)), "gelu(\(x))")
    }
  }

  @Test("is 0 on the far left and x on the far right", arguments: [GELU.exact, .tanhApproximation])
  func ends(_ form: GELU) {
    let tape = Tape()
    let x = tape.watch(Tensor([-1e6, -40, 0, 40, 1e6], shape: [5]))
    let y = x.gelu(form)
    #expect(y.values == [0, 0, 0, 40, 1e6])
    let slopes = tape.gradients(of: y.sum(), for: [x])[0]
    #expect((slopes * 1e6).values.map { $0.rounded() / 1e6 } == [0, 0, 0.5, 1, 1])
  }
}
