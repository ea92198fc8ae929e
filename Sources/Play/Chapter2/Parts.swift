import Playing

/// The exercises of the chapter, as they take part in answers.
enum Parts {
  static let windows = Part("2.1")
  static let lookUp = Part("2.2")
  static let mean = Part("2.3")
  static let scores = Part("2.4")
  static let softmax = Part("2.5")
  static let loss = Part("2.7")
  static let outputGradient = Part("2.8")
  static let inputGradient = Part("2.9")
  static let step = Part("2.10")
  static let training = Part("2.11")
  static let neighbours = Part("2.12")
  static let components = Part("2.13")

  /// What a prediction calls.
  static let ofPrediction = [lookUp, mean, softmax, scores]
  /// What the plain training calls.
  static let ofTraining =
    ofPrediction + [loss, outputGradient, inputGradient, step, training]
}
