import Chapter2
import Chapter2Checks
import Grading

/// The chapter's functions, each under the grader that judges it, in the chapter's order.
let boundExercises: [BoundExercise] = [
  windowsExercise.judging { sentence, halfWidth in
    windows(of: sentence, halfWidth: halfWidth).map {
      Gap(centre: $0.centre, context: $0.context)
    }
  },
  lookUpExercise.judging(
    LookUp(
      oneHotVectors: { oneHotVectors(of: $0, vocabularySize: $1) },
      product: { product(Matrix($0), $1) },
      columns: { rows in
        let matrix = Matrix(rows)
        return { column($0, of: matrix) }
      })),
  contextMeanExercise.judging { contextMean(of: $0, in: Matrix($1)) },
  scoresExercise.judging { scores(of: $0, in: CBOWModel($1)) },
  softmaxExercise.judging(
    Softmax(ofVector: { softmax($0) }, ofRows: { softmax(rowsOf: Matrix($0)).allRows })),
  crossEntropyExercise.judging { crossEntropy(of: $0, against: $1) },
  lossExercise.judging { loss(of: Window($0), in: CBOWModel($1)) },
  outputGradientExercise.judging { outputGradient(of: Window($0), in: CBOWModel($1)).allRows },
  inputGradientExercise.judging { inputGradient(of: Window($0), in: CBOWModel($1)).allRows },
  stepExercise.judging { vectors, gap, rate in
    vectors.change { step(&$0, on: Window(gap), learningRate: rate) }
  },
  trainingExercise.judging(
    Training(
      rate: { LearningRate(start: $0, end: $1).rate(atStep: $2, of: $3) },
      train: { vectors, gaps, epochs, start, end in
        vectors.change {
          train(
            &$0, on: gaps.map(Window.init), epochs: epochs,
            learningRate: LearningRate(start: start, end: end))
        }
      })),
  nearestNeighboursExercise.judging { word, vectors, count in
    nearestNeighbours(of: word, in: Matrix(vectors), count: count).map {
      Similar($0.word, $0.similarity)
    }
  },
  principalComponentsExercise.judging(
    PrincipalComponents(
      component: { principalComponent(of: Matrix($0), start: $1, iterations: $2) },
      plane: { points, first, second, iterations in
        planeCoordinates(
          of: Matrix(points), starts: (first: first, second: second), iterations: iterations
        ).allRows
      })),
]

extension Matrix {
  /// Every row, as the checks see a matrix.
  fileprivate var allRows: Rows { (0..<rows).map(row) }
}

extension Window {
  fileprivate init(_ gap: Gap) { self.init(centre: gap.centre, context: gap.context) }
}

extension CBOWModel {
  fileprivate init(_ vectors: WordVectors) {
    self.init(inputVectors: Matrix(vectors.input), outputVectors: Matrix(vectors.output))
  }
}

extension WordVectors {
  /// Lets a function of the chapter change the model that these vectors make.
  fileprivate mutating func change<Result>(_ body: (inout CBOWModel) -> Result) -> Result {
    var model = CBOWModel(self)
    let result = body(&model)
    self = WordVectors(
      input: model.inputVectors.allRows, output: model.outputVectors.allRows)
    return result
  }
}
