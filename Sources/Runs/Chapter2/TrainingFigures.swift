import Experiments

/// What is drawn of the training and of what it has learned.
func trainingFigures(of results: Results) throws -> [(name: String, figure: any Figure)] {
  []
}
