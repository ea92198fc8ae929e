import Testing

@testable import Autograd

@Suite("A learning rate")
struct LearningRateTests {
  @Test("follows PyTorch's scheduler, step by step")
  func oracle() throws {
    for run in try PyTorch.contents()["schedules"] as? [[String: Any]] ?? [] {
      let warmUp = try #require(run["warmUp"] as? Int)
      let schedule: LearningRate =
        switch run["schedule"] as? String {
        case "linear":
          .linear(
            peak: Float(try #require(run["peak"] as? Double)), warmUp: warmUp,
            total: try #require(run["total"] as? Int))
        default: .transformer(modelSize: try #require(run["modelSize"] as? Int), warmUp: warmUp)
        }
      let rates = try #require(run["rates"] as? [Double])
      #expect(rates.count == 60)
      for (place, rate) in rates.enumerated() {
        #expect(abs(Double(schedule(place + 1)) - rate) <= 1e-6 * (rates.max() ?? 0))
      }
    }
  }

  @Test("is constant where that is wanted, and has no warm-up where none is")
  func constant() {
    #expect(LearningRate.constant(0.5)(1) == 0.5 && LearningRate.constant(0.5)(1_000_000) == 0.5)
    #expect(LearningRate.linear(peak: 1, warmUp: 0, total: 4)(1) == 0.75)
  }
}
