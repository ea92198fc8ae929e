import Chapter2
import Experiments
import Foundation
import Testing
import Text

@Suite("A training that is stopped and goes on")
struct ResumedTrainingTests {
  static let plan = TrainingPlan(
    halfWidth: 2, batchSize: 8, epochs: 3, learningRate: LearningRate(start: 0.2, end: 0.01),
    seed: 5)

  /// Forty sentences of random words.
  static let text: EncodedText = {
    var generator = SeededGenerator(seed: 9)
    return EncodedText(
      sentences: (0..<40).map { number in
        (0..<number % 7).map { _ in Int32.random(in: 0..<30, using: &generator) }
      })
  }()

  static func training(threads: Int) -> CorpusTraining {
    var generator = SeededGenerator(seed: 1)
    let model = CBOWModel(vocabularySize: 30, embeddingSize: 6, using: &generator)
    return CorpusTraining(text: text, model: model, plan: plan, threadCount: threads)
  }

  private func finish(_ training: CorpusTraining) {
    while !training.isDone { training.advance() }
  }

  @Test(
    "ends with the same losses and vectors to the bit, through a file, wherever it was stopped",
    arguments: [1, 2], [0, 1, 11, 13, 14, 15, 30, 99])
  func sameToTheBit(threads: Int, stop: Int) throws {
    let whole = Self.training(threads: threads)
    finish(whole)
    let first = Self.training(threads: threads)
    for _ in 0..<min(stop, first.stepCount) { first.advance() }

    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let stopped = first.trainer.model
    try Checkpoint(
      purpose: "test", seconds: 1.5,
      tables: [
        "input": stopped.inputVectors.values, "output": stopped.outputVectors.values,
        "losses": first.stepLosses,
      ]
    ).write(to: file)
    let kept = try Checkpoint(file: file, purpose: "test")
    let model = CBOWModel(
      inputVectors: Matrix(rows: 6, columns: 30, values: try #require(kept.tables["input"])),
      outputVectors: Matrix(rows: 30, columns: 6, values: try #require(kept.tables["output"])))
    let second = CorpusTraining(
      text: Self.text, model: model, plan: Self.plan, threadCount: threads,
      stepLosses: try #require(kept.tables["losses"]))
    finish(second)

    #expect(second.stepLosses == whole.stepLosses)
    #expect(second.trainer.model == whole.trainer.model)
  }

  @Test("its steps go through every window once an epoch, in another order each time")
  func steps() {
    let training = Self.training(threads: 1)
    let windows = Self.text.centres.count
    #expect(training.stepsPerEpoch == (windows + 7) / 8)
    let counts = (0..<training.stepCount).map { training.windowCount(ofStep: $0) }
    #expect(counts.reduce(0, +) == 3 * windows)
    #expect(training.epochLosses.isEmpty)
    finish(training)
    #expect(training.epochLosses.count == 3)
    #expect(abs(Double(training.stepLosses[0]) / 8 - log(30)) < 1e-3)
    #expect(training.epochLosses[2] < training.epochLosses[0])
    let epochs = (0..<3).map { epoch in
      let start = epoch * training.stepsPerEpoch
      return Array(training.stepLosses[start..<start + training.stepsPerEpoch])
    }
    #expect(Set(epochs).count == 3)
  }

  @Test("it is the plain training, where the batch is one window and the order is the text's")
  func plainTraining() {
    let sentences = [[0, 1, 2, 3, 0, 4], [4, 2, 1]]
    let text = EncodedText(sentences: sentences.map { $0.map(Int32.init) })
    let plan = TrainingPlan(
      halfWidth: 2, batchSize: 1, epochs: 2, learningRate: LearningRate(start: 0.5, end: 0.1),
      seed: 3)
    let training = CorpusTraining(
      text: text, model: ArticleSentence.model, plan: plan, threadCount: 2)
    finish(training)
    // The same shuffle, of plain windows.
    var model = ArticleSentence.model
    let plain = sentences.flatMap { windows(of: $0, halfWidth: 2) }
    var losses: [Float] = []
    for epoch in 0..<2 {
      var generator = SeededGenerator(seed: 3 + UInt64(epoch))
      for window in plain.shuffled(using: &generator) {
        let rate = plan.learningRate.rate(atStep: losses.count, of: 18)
        losses.append(step(&model, on: window, learningRate: rate))
      }
    }
    #expect(areClose(training.stepLosses, losses, tolerance: 1e-4))
    #expect(areClose(training.trainer.model.inputVectors, model.inputVectors, tolerance: 1e-4))
  }
}
