import Testing
import Text

@testable import Autograd
@testable import AutogradTool

@Suite("A small Transformer")
struct ModelTests {
  @Test("has PyTorch's loss, and PyTorch's gradient for each parameter")
  func oracle() throws {
    let models = try PyTorch.contents()["model"] as? [[String: Any]] ?? []
    let example = try #require(models.first)
    let sizes = try #require(example["sizes"] as? [String: Int])
    let model = TransformerLM(
      layers: try #require(sizes["layers"]), heads: try #require(sizes["heads"]))
    var parameters = Parameters()
    var expected: [String: PlainTensor] = [:]
    for parameter in try #require(example["parameters"] as? [[String: Any]]) {
      let name = try #require(parameter["name"] as? String)
      parameters[name] = Tensor(try PlainTensor(json: parameter["start"]))
      expected[name] = try PlainTensor(json: parameter["gradient"])
    }
    let batch = try #require(example["batch"] as? [[Int]])
    let (loss, gradients) = parameters.gradients { model.loss(batch, $0) }
    let theirs = try #require(example["loss"] as? Double)
    #expect(abs(Double(loss) - theirs) <= 1e-5 * theirs)
    #expect(gradients.names == expected.keys.sorted())
    for (name, gradient) in expected {
      expectClose(gradients[name], gradient, name, #_sourceLocation)
    }
  }

  @Test("learns a text by heart")
  func learns() {
    var generator = SeededGenerator(seed: 1)
    var parameters = Parameters()
    let shapes = [
      "e.weight": [11, 16], "p.weight": [6, 16], "o.weight": [11, 16], "o.bias": [11],
      "self_attn.in_proj_weight": [48, 16], "self_attn.in_proj_bias": [48],
      "self_attn.out_proj.weight": [16, 16], "self_attn.out_proj.bias": [16],
      "linear1.weight": [32, 16], "linear1.bias": [32], "linear2.weight": [16, 32],
      "linear2.bias": [16], "norm1.weight": [16], "norm1.bias": [16], "norm2.weight": [16],
      "norm2.bias": [16],
    ]
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      let isOuter = ["e", "p", "o"].contains(name.prefix(1)) && name.dropFirst().hasPrefix(".")
      let start: Tensor =
        name.hasPrefix("norm") && name.hasSuffix("weight")
        ? .filled(1, shape: shape) : .normal(shape, standardDeviation: 0.2, using: &generator)
      parameters[isOuter ? name : "t.layers.0.\(name)"] = start
    }
    let batch = (0..<4).map { start in (0..<7).map { ($0 * $0 + 3 * start) % 11 } }
    var adam = Adam(learningRate: 0.01)
    var losses: [Float] = []
    for _ in 0..<150 {
      let (loss, gradients) = parameters.gradients {
        TransformerLM(layers: 1, heads: 2).loss(batch, $0)
      }
      losses.append(loss)
      adam.update(&parameters, with: gradients.clipped(toNorm: 1))
    }
    #expect(losses[0] > 2 && (losses.last ?? 9) < 0.1)
  }
}
