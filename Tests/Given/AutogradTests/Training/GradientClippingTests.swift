import Testing

@testable import Autograd

@Suite("Clipping by the global norm")
struct GradientClippingTests {
  @Test("gives PyTorch's norm and PyTorch's gradients")
  func oracle() throws {
    let runs = try PyTorch.contents()["clipping"] as? [[String: Any]] ?? []
    #expect(runs.count == 2)
    for run in runs {
      var gradients = Parameters()
      for (place, numbers) in (run["gradients"] as? [Any] ?? []).enumerated() {
        gradients["\(place)"] = Tensor(try PlainTensor(json: numbers))
      }
      let norm = try #require(run["norm"] as? Double)
      #expect(abs(Double(gradients.norm) - norm) < 1e-5 * norm)
      let clipped = gradients.clipped(toNorm: Float(try #require(run["limit"] as? Double)))
      for (place, numbers) in (run["clipped"] as? [Any] ?? []).enumerated() {
        expectClose(
          clipped["\(place)"], try PlainTensor(json: numbers), "gradient \(place)",
          #_sourceLocation)
      }
    }
  }

  @Test("leaves gradients of length 0, and none at all, as they are")
  func zero() {
    var gradients = Parameters()
    #expect(gradients.clipped(toNorm: 1).norm == 0)
    gradients["w"] = .zeros([3])
    #expect(gradients.clipped(toNorm: 1)["w"].values == [0, 0, 0])
  }
}
