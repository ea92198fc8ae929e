import Chapter2
import Experiments
import Foundation

/// Works the page's example out with the chapter's own functions, number by number.
func workOutExample(_ experiment: Experiment) throws {
  let vocabulary = ["the", "cat", "jumped", "over", "puddle"]
  let sentence = [0, 1, 2, 3, 0, 4]
  var model = CBOWModel(
    inputVectors: Matrix([[0.5, 1, 0, 0, 1], [0, 1, 0.5, 1, 0]]),
    outputVectors: Matrix([[0, 1], [1, 0], [0.5, 0], [-1, 1], [1, 1]]))
  let window = windows(of: sentence, halfWidth: 3)[2]
  let rate: Float = 0.5
  let scores = scores(of: window.context, in: model)
  let exponentials = scores.map { exp($0) }
  let prediction = probabilities(of: window.context, in: model)
  let error = zip(prediction, oneHot(window.centre, size: 5)).map { $0 - $1 }
  let values: [(String, ResultValue)] = [
    ("vocabulary", .list(vocabulary.map { .text($0) })),
    ("context", .list(window.context.map { .text(vocabulary[$0]) })),
    ("input", list(model.inputVectors.transposed())),
    ("output", list(model.outputVectors)),
    ("mean", list(contextMean(of: window.context, in: model.inputVectors))),
    ("scores", list(scores)),
    ("exponentials", list(exponentials)),
    ("sum", .number(Double(exponentials.reduce(0, +)))),
    ("probabilities", list(prediction)),
    ("loss", .number(Double(loss(of: window, in: model)))),
    ("scoreGradient", list(error)),
    ("outputGradient", list(outputGradient(of: window, in: model))),
    ("meanGradient", list(product(model.outputVectors.transposed(), error))),
    ("inputGradient", list(inputGradient(of: window, in: model).transposed())),
    ("rate", .number(Double(rate))),
  ]
  compareSlopes(model, window, experiment)
  step(&model, on: window, learningRate: rate)
  let after: [(String, ResultValue)] = [
    ("after.input", list(model.inputVectors.transposed())),
    ("after.output", list(model.outputVectors)),
    ("after.mean", list(contextMean(of: window.context, in: model.inputVectors))),
    ("after.scores", list(Chapter2.scores(of: window.context, in: model))),
    ("after.probabilities", list(probabilities(of: window.context, in: model))),
    ("after.loss", .number(Double(loss(of: window, in: model)))),
  ]
  for (key, value) in values + after { experiment.results.set("example.\(key)", to: value) }
}

/// A list for each row.
private func list(_ matrix: Matrix) -> ResultValue {
  .list((0..<matrix.rows).map { list(matrix.row($0)) })
}
