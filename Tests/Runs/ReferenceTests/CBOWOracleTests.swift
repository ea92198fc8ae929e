import Chapter2
import Foundation
import Testing

/// Losses and gradients by PyTorch's automatic differentiation, in double precision:
/// `peers/cbow/oracle.py`, kept by `peers/cbow/run --oracle`. Tables have a row per word.
private struct Oracle: Decodable, Sendable {
  struct Case: Decodable, Sendable {
    let centre: Int
    let context: [Int]
    let loss: Float
    let inputGradient: [[Float]]
    let outputGradient: [[Float]]

    var window: Window { Window(centre: centre, context: context) }
  }

  struct Descent: Decodable, Sendable {
    let rate: Float
    let epochs: Int
    let losses: [Float]
    let inputs: [[Float]]
    let outputs: [[Float]]
  }

  let inputs: [[Float]]
  let outputs: [[Float]]
  let cases: [Case]
  let descent: Descent

  init() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "peers/cbow/oracle.json")
    self = try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: file))
  }

  var model: CBOWModel {
    CBOWModel(inputVectors: Matrix(inputs).transposed(), outputVectors: Matrix(outputs))
  }
}

@Suite("CBOW against PyTorch's numbers")
struct CBOWOracleTests {
  @Test("losses agree to 1e-6 and gradients to 1e-6, for the plain functions and the fast trainer")
  func gradients() throws {
    let oracle = try Oracle()
    #expect(oracle.cases.count == 5)
    for expected in oracle.cases {
      let (window, model) = (expected.window, oracle.model)
      #expect(areClose([loss(of: window, in: model)], [expected.loss]))
      let input = Matrix(expected.inputGradient).transposed()
      let output = Matrix(expected.outputGradient)
      #expect(areClose(inputGradient(of: window, in: model), input))
      #expect(areClose(outputGradient(of: window, in: model), output))

      let trainer = CBOWTrainer(model, batchSize: 1, threadCount: 2)
      let fastLoss = trainer.step(on: WindowBatch([window]), learningRate: 1)
      #expect(areClose([Float(fastLoss)], [expected.loss]))
      let moved = zip(trainer.model.outputVectors.values, model.outputVectors.values)
      #expect(areClose(moved.map { $1 - $0 }, output.values))
    }
  }

  @Test("twenty steps of torch.optim.SGD are twenty of ours, to 1e-5")
  func descent() throws {
    let oracle = try Oracle()
    var model = oracle.model
    var losses: [Float] = []
    for _ in 0..<oracle.descent.epochs {
      for expected in oracle.cases {
        losses.append(step(&model, on: expected.window, learningRate: oracle.descent.rate))
      }
    }
    #expect(losses.count == 20)
    #expect(areClose(losses, oracle.descent.losses, tolerance: 1e-5))
    let inputs = Matrix(oracle.descent.inputs).transposed()
    #expect(areClose(model.inputVectors, inputs, tolerance: 1e-5))
    #expect(areClose(model.outputVectors, Matrix(oracle.descent.outputs), tolerance: 1e-5))
  }
}
