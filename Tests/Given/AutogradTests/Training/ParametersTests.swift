import Testing

@testable import Autograd

@Suite("Parameters")
struct ParametersTests {
  @Test("are found by name, from the root and from a part")
  func scopes() {
    var parameters = Parameters()
    parameters["layer.0.weight"] = .zeros([2, 3])
    parameters["layer.0.bias"] = .zeros([3])
    parameters["layer.1.weight"] = .zeros([3, 4])
    #expect(parameters.names == ["layer.0.bias", "layer.0.weight", "layer.1.weight"])
    #expect(parameters.count == 21)
    let layer = parameters.scope("layer").scope("0")
    #expect(layer.names == ["bias", "weight"])
    #expect(layer["weight"].shape == [2, 3])
    #expect(layer.count == 9)
  }

  @Test("of a part are those behind its dot, whatever letter or mark comes next")
  func marks() {
    var parameters = Parameters()
    // A mark joins the dot to one character; the bytes are still those of the part's name.
    for name in ["e.\u{301}", "e.w", "e\u{301}.w", "\u{E9}.w"] { parameters[name] = Tensor(1) }
    #expect(parameters.names.count == 4)
    #expect(parameters.scope("e").names == ["w", "\u{301}"])
    #expect(parameters.scope("\u{E9}").names == ["w"])
    #expect(parameters.scope("\u{E9}")["w"].number == 1)
  }

  @Test("have gradients of the same names and shapes, zero where the loss does not ask")
  func gradients() {
    var parameters = Parameters()
    parameters["a.w"] = Tensor([1, 2], shape: [2])
    parameters["b"] = Tensor(5)
    let (loss, gradients) = parameters.gradients { parameters in
      let w = parameters.scope("a")["w"]
      return (w * w).sum()
    }
    #expect(loss == 5)
    #expect(gradients.names == parameters.names)
    #expect(gradients["a.w"].values == [2, 4])
    #expect(gradients["b"].number == 0)
  }

  @Test("hand on the error of a loss")
  func throwing() {
    struct Unlucky: Error {}
    var parameters = Parameters()
    parameters["w"] = Tensor(1)
    #expect(throws: Unlucky.self) { try parameters.gradients { _ in throw Unlucky() } }
  }

  @Test("learn a line from points")
  func line() {
    var parameters = Parameters()
    parameters["slope"] = Tensor(0)
    parameters["offset"] = Tensor(0)
    let x = Tensor([-1, 0, 1, 2], shape: [4])
    let y = x * 3 - 2
    var sgd = SGD(learningRate: 0.2)
    for _ in 0..<200 {
      let gradients = parameters.gradients { parameters in
        let distance = x * parameters["slope"] + parameters["offset"] - y
        return (distance * distance).mean()
      }.gradients
      sgd.update(&parameters, with: gradients)
    }
    #expect(abs(parameters["slope"].number - 3) < 1e-4)
    #expect(abs(parameters["offset"].number + 2) < 1e-4)
  }
}
