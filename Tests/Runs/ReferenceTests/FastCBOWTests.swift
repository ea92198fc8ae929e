import Chapter2
import Foundation
import Testing
import Text

/// A table of shapes over which the fast trainer is compared with the plain functions.
struct TrainingShape: Sendable, CustomTestStringConvertible {
  let vocabularySize: Int
  let embeddingSize: Int
  let batchSize: Int
  let threads: Int

  var testDescription: String {
    "|V| = \(vocabularySize), n = \(embeddingSize), \(batchSize) windows, \(threads) threads"
  }

  static let all: [TrainingShape] = [
    (1, 1, 1, 1), (2, 1, 1, 2), (7, 3, 1, 1), (7, 3, 5, 2), (8, 8, 4, 3), (9, 5, 16, 1),
    (61, 17, 33, 2), (511, 2, 3, 1), (512, 4, 2, 1), (513, 4, 2, 1), (1100, 3, 9, 2),
  ].map { TrainingShape(vocabularySize: $0.0, embeddingSize: $0.1, batchSize: $0.2, threads: $0.3) }

  var model: CBOWModel {
    CBOWGradientTests.model(
      seed: 11, vocabularySize: vocabularySize, embeddingSize: embeddingSize)
  }

  /// Windows at random, with words that stand twice and centres that stand in their own context.
  var windows: [Window] {
    var generator = SeededGenerator(seed: 12)
    func word() -> Int { Int.random(in: 0..<vocabularySize, using: &generator) }
    return (0..<batchSize).map { number in
      Window(centre: word(), context: (0...number % 6).map { _ in word() })
    }
  }
}

@Suite("CBOW made fast")
struct FastCBOWTests {
  @Test("a batch moves the tables by the sum of the plain gradients", arguments: TrainingShape.all)
  func sumOfPlainGradients(shape: TrainingShape) {
    let trainer = CBOWTrainer(
      shape.model, batchSize: shape.batchSize, threadCount: shape.threads)
    let loss = trainer.step(on: WindowBatch(shape.windows), learningRate: 0.25)
    var expected = shape.model
    var expectedLoss = 0.0
    for window in shape.windows {
      expectedLoss += Double(Chapter2.loss(of: window, in: shape.model))
      let input = inputGradient(of: window, in: shape.model)
      let output = outputGradient(of: window, in: shape.model)
      for place in input.values.indices {
        expected.inputVectors.values[place] -= 0.25 * input.values[place]
        expected.outputVectors.values[place] -= 0.25 * output.values[place]
      }
    }
    #expect(abs(loss - expectedLoss) <= 1e-5 * max(1, expectedLoss))
    #expect(areClose(trainer.model.inputVectors, expected.inputVectors, tolerance: 1e-5))
    #expect(areClose(trainer.model.outputVectors, expected.outputVectors, tolerance: 1e-5))
  }

  @Test("batches of one are the plain steps, one after the other", arguments: [1, 2])
  func plainSteps(threads: Int) {
    var plain = CBOWGradientTests.model(seed: 21)
    let trainer = CBOWTrainer(plain, batchSize: 4, threadCount: threads)
    var generator = SeededGenerator(seed: 22)
    for number in 0..<30 {
      let context = (0...number % 5).map { _ in Int.random(in: 0..<7, using: &generator) }
      let window = Window(centre: number % 7, context: context)
      let loss = step(&plain, on: window, learningRate: 0.5)
      let fastLoss = trainer.step(on: WindowBatch([window]), learningRate: 0.5)
      #expect(areClose([Float(fastLoss)], [loss], tolerance: 1e-4))
    }
    #expect(areClose(trainer.model.inputVectors, plain.inputVectors, tolerance: 1e-4))
    #expect(areClose(trainer.model.outputVectors, plain.outputVectors, tolerance: 1e-4))
  }

  @Test("a smaller batch after a greater one is not mixed with what is left of that")
  func smallerBatch() {
    let shape = TrainingShape(vocabularySize: 9, embeddingSize: 4, batchSize: 8, threads: 2)
    let trainer = CBOWTrainer(shape.model, batchSize: 8, threadCount: 2)
    trainer.step(on: WindowBatch(shape.windows), learningRate: 0.1)
    let fresh = CBOWTrainer(trainer.model, batchSize: 3, threadCount: 2)
    let three = WindowBatch(Array(shape.windows.prefix(3)))
    #expect(
      trainer.step(on: three, learningRate: 0.1) == fresh.step(on: three, learningRate: 0.1))
    #expect(trainer.model == fresh.model)
    #expect(trainer.step(on: WindowBatch(), learningRate: 0.1) == 0)
    #expect(trainer.model == fresh.model)
  }

  @Test("scores of ±1000 give a finite loss and leave no number that is none")
  func hugeScores() {
    let model = CBOWModel(
      inputVectors: Matrix(rows: 1, columns: 600, values: Array(repeating: 1, count: 600)),
      outputVectors: Matrix(
        rows: 600, columns: 1, values: (0..<600).map { $0 == 599 ? 1000 : -1000 }))
    let trainer = CBOWTrainer(model, batchSize: 2, threadCount: 1)
    let batch = WindowBatch([
      Window(centre: 0, context: [1, 2]), Window(centre: 599, context: [1, 1]),
    ])
    #expect(trainer.step(on: batch, learningRate: 0.01) == 2000)
    #expect(trainer.model.inputVectors.values.allSatisfy { $0.isFinite })
    #expect(trainer.model.outputVectors.values.allSatisfy { $0.isFinite })
  }

  @Test("the windows of a text are the plain windows of its sentences", arguments: [1, 2, 5])
  func windowsOfText(halfWidth: Int) {
    let sentences: [[Int]] = [[], [4], [1, 2], [0, 1, 2, 3, 0, 4], [5], [3, 3, 3]]
    let text = EncodedText(sentences: sentences.map { $0.map(Int32.init) })
    let expected = WindowBatch(sentences.flatMap { windows(of: $0, halfWidth: halfWidth) })
    var batch = WindowBatch([Window(centre: 9, context: [9])])
    batch.fill(text.centres[...], of: text, halfWidth: halfWidth)
    #expect(batch.centres == expected.centres)
    #expect(batch.context == expected.context)
    #expect(batch.starts == expected.starts)
    batch.fill(text.centres[3..<4], of: text, halfWidth: halfWidth)
    #expect(batch.centres == [1])
    #expect(batch.count == 1)
  }
}
