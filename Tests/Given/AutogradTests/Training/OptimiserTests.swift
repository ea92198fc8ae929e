import Testing

@testable import Autograd

@Suite("SGD, Adam and AdamW")
struct OptimiserTests {
  @Test("walk through PyTorch's parameters, step by step")
  func oracle() throws {
    let runs = try PyTorch.contents()["optimisers"] as? [[String: Any]] ?? []
    #expect(runs.count == 4)
    for run in runs {
      let options = run["options"] as? [String: Any] ?? [:]
      let update = try Self.optimiser(run["optimiser"] as? String ?? "", options)
      let names = run["names"] as? [String] ?? []
      var parameters = try Self.parameters(names, run["start"])
      let gradients = run["gradients"] as? [Any] ?? []
      let after = run["after"] as? [Any] ?? []
      #expect(gradients.count == 12)
      for (step, (gradient, expected)) in zip(gradients, after).enumerated() {
        update(&parameters, try Self.parameters(names, gradient))
        let expected = try Self.parameters(names, expected)
        for name in names {
          expectClose(
            parameters[name], PlainTensor(expected[name]),
            "\(run["optimiser"] ?? "?"), step \(step), \(name)", #_sourceLocation)
        }
      }
    }
  }

  @Test("leave a copy of the parameters as it was")
  func copies() {
    var (parameters, gradients) = (Parameters(), Parameters())
    parameters["w"] = .filled(1, shape: [20])
    gradients["w"] = .filled(1, shape: [20])
    let before = parameters
    var sgd = SGD(learningRate: 0.5)
    sgd.update(&parameters, with: gradients)
    #expect(before["w"].values.allSatisfy { $0 == 1 })
    #expect(parameters["w"].values.allSatisfy { $0 == 0.5 })
  }

  @Test("change parameters where they lie, once nobody else looks at them")
  func inPlace() {
    var parameters = Parameters()
    parameters["w"] = .filled(1, shape: [20])
    let storage = ObjectIdentifier(parameters["w"].storage)
    var adam = Adam(learningRate: 0.1)
    for _ in 0..<3 {
      let gradients = parameters.gradients { ($0["w"] * $0["w"]).sum() }.gradients
      adam.update(&parameters, with: gradients)
    }
    #expect(ObjectIdentifier(parameters["w"].storage) == storage)
    #expect(parameters["w"][0] < 0.8)
  }

  @Test("of Adam, makes a first step of the learning rate, whatever the gradient's size")
  func firstStep() {
    for size: Float in [1e-3, 1, 1e3] {
      var (parameters, gradients) = (Parameters(), Parameters())
      parameters["w"] = .zeros([3])
      gradients["w"] = Tensor([size, -size, 0], shape: [3])
      var adam = Adam(learningRate: 0.1)
      adam.update(&parameters, with: gradients)
      let step = parameters["w"].values
      #expect(abs(step[0] + 0.1) < 1e-5 && abs(step[1] - 0.1) < 1e-5 && step[2] == 0)
    }
  }

  private static func parameters(_ names: [String], _ json: Any?) throws -> Parameters {
    var parameters = Parameters()
    for (name, numbers) in zip(names, json as? [Any] ?? []) {
      parameters[name] = Tensor(try PlainTensor(json: numbers))
    }
    return parameters
  }

  private static func optimiser(
    _ name: String, _ options: [String: Any]
  ) throws -> (inout Parameters, Parameters) -> Void {
    let rate = Float(options["learningRate"] as? Double ?? 0)
    switch name {
    case "SGD":
      var sgd = SGD(learningRate: rate)
      return { sgd.update(&$0, with: $1) }
    case "Adam":
      let decay = (options["decay"] as? [Double])?.map { Float($0) } ?? [0.9, 0.999]
      var adam = Adam(
        learningRate: rate, decay: (decay[0], decay[1]),
        epsilon: Float(options["epsilon"] as? Double ?? 1e-8))
      return { adam.update(&$0, with: $1) }
    case "AdamW":
      let decaying = options["decaying"] as? [String] ?? []
      var adamW = AdamW(
        learningRate: rate, weightDecay: Float(options["weightDecay"] as? Double ?? 0),
        decaying: decaying.contains)
      return { adamW.update(&$0, with: $1) }
    default: throw PyTorch.Missing(name: "an optimiser called \(name)")
    }
  }
}
