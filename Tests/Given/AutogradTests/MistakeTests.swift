import Testing
import Text

@testable import Autograd

/// A mistake in a call, and what the program says before it stops.
private struct Mistake: Sendable {
  let words: String
  let make: @Sendable () -> Void

  init(_ words: String, _ make: @escaping @Sendable () -> Void) {
    (self.words, self.make) = (words, make)
  }
}

private let mistakes = [
  Mistake("add: left [2, 3] and right [2]: from the right, axis 1 has 3 here and 2 there") {
    _ = Tensor.zeros([2, 3]) + Tensor.zeros([2])
  },
  Mistake("crossEntropy: the target 3 of row 1 is no class of 0..<3") {
    _ = Tensor.zeros([2, 3]).crossEntropy([0, 3])
  },
  Mistake("dropout: the rate 1.0 does not lie in 0..<1") {
    var generator = SeededGenerator(seed: 1)
    _ = Tensor.zeros([2]).dropout(1, using: &generator)
  },
  Mistake("gathered: the place -1 of row 0 does not lie inside of 0..<3") {
    _ = Tensor.zeros([1, 3]).gathered(at: [-1])
  },
  Mistake("layerNormalized: input [2, 3], gain [2], bias [3]") {
    _ = Tensor.zeros([2, 3]).layerNormalized(gain: .zeros([2]), bias: .zeros([3]))
  },
  Mistake("linear: input [2, 3] and weight [4, 5]: the input's last axis must be") {
    _ = Tensor.zeros([2, 3]).linear(.zeros([4, 5]), .zeros([5]))
  },
  Mistake("linear: weight [3, 5] and bias [3]: one bias is needed for each output") {
    _ = Tensor.zeros([2, 3]).linear(.zeros([3, 5]), .zeros([3]))
  },
  Mistake("masked: a mask of shape [2, 3] does not broadcast to [3]") {
    _ = Tensor.zeros([3]).masked(where: Mask(Array(repeating: true, count: 6), shape: [2, 3]))
  },
  Mistake("matmul: left [2, 3] and right [4, 5]: the left has 3 columns and the right 4 rows") {
    _ = Tensor.zeros([2, 3]).matmul(.zeros([4, 5]))
  },
  Mistake("matmul: left [3] and right [3, 2]: both need at least two axes") {
    _ = Tensor.zeros([3]).matmul(.zeros([3, 2]))
  },
  Mistake("max: axis 1 of [2, 0] is empty") {
    _ = Tensor.zeros([2, 0]).max(along: 1)
  },
  Mistake("reshaped: [2, 3] holds 6 numbers, [4] holds 4") {
    _ = Tensor.zeros([2, 3]).reshaped([4])
  },
  Mistake("rows: number 3 at place 1 is no row of [3, 2]") {
    _ = Tensor.zeros([3, 2]).rows(at: [0, 3])
  },
  Mistake("sliced: 1..<4 does not lie inside of 0..<3, axis 1 of [2, 3]") {
    _ = Tensor.zeros([2, 3]).sliced(along: 1, 1..<4)
  },
  Mistake("concatenated: [2, 3] and [2, 4] must be equal but for axis 0") {
    _ = Tensor.concatenated([.zeros([2, 3]), .zeros([2, 4])], along: 0)
  },
  Mistake("softmax: a mask of shape [3, 2, 3] does not broadcast to [2, 3]") {
    _ = Tensor.zeros([2, 3]).softmax(
      hiding: Mask(Array(repeating: true, count: 18), shape: [3, 2, 3]))
  },
  Mistake("sum: there is no axis 2 in a tensor of shape [2, 3]") {
    _ = Tensor.zeros([2, 3]).sum(along: 2)
  },
  Mistake("sum: there is no axis 2 in a tensor of shape [2, 3]") {
    _ = Tensor.zeros([2, 3]).sum(along: 2)
  },
  Mistake("Tensor: 2 values do not fill the shape [3], which holds 3") {
    _ = Tensor([1, 2], shape: [3])
  },
  Mistake("filled: the shape [2, -1] has a negative size") { _ = Tensor.zeros([2, -1]) },
  Mistake("subscript: index 3 of axis 1 lies outside of 0..<3") {
    _ = Tensor.zeros([2, 3])[1, 3]
  },
  Mistake("subscript: 1 indices [1] for a tensor of 2 axes, shape [2, 3]") {
    _ = Tensor.zeros([2, 3])[1]
  },
  Mistake("number: a tensor of shape [2, 3] has 6 numbers, not one") {
    _ = Tensor.zeros([2, 3]).number
  },
  Mistake("gradients: the loss has shape [2]; it must be one number") {
    let tape = Tape()
    let x = tape.watch(.zeros([2]))
    _ = tape.gradients(of: x, for: [x])
  },
  Mistake("gradients: the tape is used up: its gradients were taken before") {
    let tape = Tape()
    let x = tape.watch(.zeros([]))
    _ = tape.gradients(of: x * x, for: [x])
    _ = tape.gradients(of: x, for: [x])
  },
  Mistake("multiply: the tape is used up: its gradients were taken; begin another") {
    let tape = Tape()
    let x = tape.watch(.zeros([]))
    _ = tape.gradients(of: x * x, for: [x])
    _ = x * x
  },
  Mistake("gradients: an input of shape [2] is not on this tape; watch it first") {
    let tape = Tape()
    _ = tape.gradients(of: tape.watch(Tensor(1)), for: [.zeros([2])])
  },
  Mistake("add: its operands are on two tapes") {
    _ = Tape().watch(Tensor(1)) + Tape().watch(Tensor(1))
  },
  Mistake("Parameters: there is no “layer.1.weight”; names here are weights") {
    var parameters = Parameters()
    parameters["layer.1.weights"] = Tensor(1)
    _ = parameters.scope("layer.1")["weight"]
  },
  Mistake("Adam: “w” has shape [2] here and [3] among the gradients") {
    var (parameters, gradients) = (Parameters(), Parameters())
    parameters["w"] = .zeros([2])
    gradients["w"] = .zeros([3])
    var adam = Adam(learningRate: 1)
    adam.update(&parameters, with: gradients)
  },
]

@Suite("A mistake in a call")
struct MistakeTests {
  @Test("stops the program with a sentence that names the operation", arguments: mistakes.indices)
  func stops(_ index: Int) async throws {
    let words = mistakes[index].words
    let end = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] () async throws -> Void in
      mistakes[index].make()
    }
    let said = String(decoding: try #require(end).standardErrorContent, as: UTF8.self)
    #expect(said.contains(words), "said: \(said.prefix(300))")
  }
}
