import Chapter2
import Foundation
import Testing
import Text

@Suite("CBOW in training")
struct CBOWTrainingTests {
  @Test("the rate falls in a straight line and stays at its end")
  func rate() {
    let rate = LearningRate(start: 1, end: 0.2)
    let rates = [0, 1, 2, 4, 5].map { rate.rate(atStep: $0, of: 4) }
    #expect(areClose(rates, [1, 0.8, 0.6, 0.2, 0.2]))
    #expect(rates[3] == 0.2 && rates[4] == 0.2)
    #expect(LearningRate(start: 0.5, end: 0.5).rate(atStep: 3, of: 4) == 0.5)
  }

  @Test("two epochs are the steps one by one, with a rate that falls through both")
  func stepsOneByOne() {
    let windows = windows(of: ArticleSentence.ids, halfWidth: 2)
    let rate = LearningRate(start: 0.3, end: 0)
    var trained = ArticleSentence.model
    let losses = train(&trained, on: windows, epochs: 2, learningRate: rate)
    var model = ArticleSentence.model
    var sums: [Float] = [0, 0]
    for number in 0..<12 {
      let learningRate = 0.3 * Float(12 - number) / 12
      sums[number / 6] += step(&model, on: windows[number % 6], learningRate: learningRate)
    }
    #expect(areClose(losses, sums.map { $0 / 6 }, tolerance: 1e-5))
    #expect(areClose(trained.inputVectors, model.inputVectors, tolerance: 1e-5))
    #expect(areClose(trained.outputVectors, model.outputVectors, tolerance: 1e-5))
  }

  @Test("nothing to learn from changes nothing")
  func noWindows() {
    var model = ArticleSentence.model
    let rate = LearningRate(start: 1, end: 0)
    #expect(train(&model, on: [], epochs: 3, learningRate: rate).isEmpty)
    #expect(
      train(&model, on: [ArticleSentence.window], epochs: 0, learningRate: rate).isEmpty)
    #expect(model == ArticleSentence.model)
  }

  @Test("the article's sentence can be learned by heart: each centre over 0.9 probable")
  func learnsTheSentence() {
    var generator = SeededGenerator(seed: 1)
    var model = CBOWModel(vocabularySize: 5, embeddingSize: 8, using: &generator)
    let windows = windows(of: ArticleSentence.ids, halfWidth: 2)
    let losses = train(
      &model, on: windows, epochs: 200, learningRate: LearningRate(start: 0.5, end: 0.05))
    #expect(losses[0] > 1.3)
    for window in windows {
      #expect(probabilities(of: window.context, in: model)[window.centre] > 0.9)
    }
  }
}
