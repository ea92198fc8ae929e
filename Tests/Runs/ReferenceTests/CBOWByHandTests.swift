import Chapter2
import Foundation
import Testing

@Suite("CBOW by hand")
struct CBOWByHandTests {
  let model = ArticleSentence.model
  let window = ArticleSentence.window

  @Test("windows are cut at the sentence's ends and keep repeated words")
  func windowsOfTheSentence() {
    let windows = windows(of: ArticleSentence.ids, halfWidth: 2)
    #expect(windows.map(\.centre) == ArticleSentence.ids)
    #expect(
      windows.map(\.context) == [
        [1, 2], [0, 2, 3], [0, 1, 3, 0], [1, 2, 0, 4], [2, 3, 4], [3, 0],
      ])
    #expect(
      Chapter2.windows(of: ArticleSentence.ids, halfWidth: 5)[2] == window)
    #expect(Chapter2.windows(of: [3, 3, 3], halfWidth: 1).map(\.context) == [[3], [3, 3], [3]])
  }

  @Test("a sentence of one word or none has no window")
  func shortSentences() {
    #expect(windows(of: [4], halfWidth: 2).isEmpty)
    #expect(windows(of: [], halfWidth: 2).isEmpty)
    #expect(windows(of: [1, 2], halfWidth: 9).map(\.context) == [[2], [1]])
  }

  @Test("the product with a one-hot vector is the column, for every word of the context")
  func lookUp() {
    let vectors = oneHotVectors(of: window.context, vocabularySize: 5)
    #expect(vectors[2] == [0, 0, 0, 1, 0])
    for (word, vector) in zip(window.context, vectors) {
      #expect(product(model.inputVectors, vector) == column(word, of: model.inputVectors))
    }
    #expect(column(4, of: model.inputVectors) == [2, -2])
    #expect(product(Matrix([[1, 2, 3], [4, 5, 6]]), [1, 10, 100]) == [321, 654])
  }

  @Test("the mean around “jumped” is (1, 0), with “the” counted twice")
  func mean() {
    #expect(areClose(contextMean(of: window.context, in: model.inputVectors), [1, 0]))
    #expect(contextMean(of: [2], in: model.inputVectors) == [7, 7])
  }

  @Test("the scores are 0, ln 2, ln 4, 0, 0 and the probabilities 1, 2, 4, 1, 1 ninths")
  func scoresAndProbabilities() {
    let ln2 = ArticleSentence.ln2
    #expect(areClose(scores(of: window.context, in: model), [0, ln2, 2 * ln2, 0, 0]))
    let ninths: [Float] = [1, 2, 4, 1, 1]
    #expect(areClose(probabilities(of: window.context, in: model), ninths.map { $0 / 9 }))
  }

  @Test("the loss is ln 9/4, by the scores as by the cross-entropy")
  func loss() {
    let expected = log(Float(9) / 4)
    #expect(areClose([Chapter2.loss(of: window, in: model)], [expected]))
    let prediction = probabilities(of: window.context, in: model)
    #expect(areClose([crossEntropy(of: prediction, against: oneHot(2, size: 5))], [expected]))
    #expect(areClose([meanLoss(of: [window, window], in: model)], [expected]))
    #expect(meanLoss(of: [], in: model) == 0)
  }

  @Test("the gradients by hand: (ŷ − y) v̂ᵀ, and 2/5 of Uᵀ(ŷ − y) for the word that stands twice")
  func gradients() {
    let output = outputGradient(of: window, in: model)
    #expect(
      areClose(
        output, Matrix([[1, 0], [2, 0], [-5, 0], [1, 0], [1, 0]].map { $0.map { $0 / 9 } })))
    let first = -8 / 9 * ArticleSentence.ln2
    let second: Float = -7.0 / 3
    let shares: [Float] = [2, 1, 0, 1, 1]
    let expected = Matrix([shares.map { $0 / 5 * first }, shares.map { $0 / 5 * second }])
    #expect(areClose(inputGradient(of: window, in: model), expected))
  }

  @Test("after one step the centre is more probable, and words outside the window have not moved")
  func oneStep() {
    var changed = model
    let before = step(&changed, on: window, learningRate: 0.1)
    #expect(areClose([before], [log(Float(9) / 4)]))
    #expect(probabilities(of: window.context, in: changed)[2] > 4.0 / 9)
    #expect(column(2, of: changed.inputVectors) == [7, 7])
    #expect(areClose(changed.outputVectors.row(2), [2 * ArticleSentence.ln2 + 0.5 / 9, 5]))
    let moved = -0.1 * 2 / 5 * (-7.0 / 3) as Float
    #expect(areClose([changed.inputVectors[1, 0]], [moved]))
  }

  @Test("the loss of scores that are far apart is their distance, where the probability is 0")
  func hugeScores() {
    let model = CBOWModel(
      inputVectors: Matrix([[1, 1]]), outputVectors: Matrix([[-1000], [1000]]))
    #expect(Chapter2.loss(of: Window(centre: 0, context: [1]), in: model) == 2000)
    #expect(Chapter2.loss(of: Window(centre: 1, context: [1]), in: model) == 0)
    #expect(softmax([1000, 1000]) == [0.5, 0.5])
    #expect(softmax([-1e30, 3e38]) == [0, 1])
    #expect(softmax([-5]) == [1])
    #expect(softmax([]).isEmpty)
  }

  @Test("each row of a softmax sums to one by itself")
  func rows() {
    let scores = Matrix([[0, 0, 0, 0], [1, 2, 3, 4], [500, -500, 0, 500]])
    let rows = softmax(rowsOf: scores)
    for row in 0..<3 {
      #expect(rows.row(row) == softmax(scores.row(row)))
      #expect(areClose([rows.row(row).reduce(0, +)], [1]))
    }
  }

  @Test("in a cross-entropy 0 · ln 0 is 0, and what was held impossible costs infinitely much")
  func crossEntropyEdges() {
    #expect(crossEntropy(of: [0, 1], against: [0, 1]) == 0)
    #expect(crossEntropy(of: [0, 1], against: [1, 0]) == .infinity)
    #expect(areClose([crossEntropy(of: [0.5, 0.5], against: [0.5, 0.5])], [log(2)]))
    #expect(crossEntropy(of: [], against: []) == 0)
  }
}
