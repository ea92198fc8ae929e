/// Adam with decoupled weight decay: each parameter is made smaller by a part of itself, which does not
/// pass through the means of its gradients.
///
/// ```
/// θ ← θ − η λ θ, then a step of Adam
/// ```
///
/// - Source: Loshchilov and Hutter, *Decoupled Weight Decay Regularization*, 2019, algorithm 2.
public struct AdamW {
  /// λ, the part that a parameter loses per step and unit of learning rate.
  public let weightDecay: Float

  private var adam: Adam
  private let decays: (String) -> Bool

  /// η: about the length of a step, for gradients of any size.
  public var learningRate: Float {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  /// An optimiser that has not seen a gradient yet.
  ///
  /// - Parameters:
  ///   - weightDecay: λ.
  ///   - decays: which parameters are made smaller, by name; BERT leaves out biases and the gains of
  ///     layer normalisation.
  public init(
    learningRate: Float, weightDecay: Float = 0.01,
    decay: (mean: Float, square: Float) = (0.9, 0.999), epsilon: Float = 1e-8,
    decaying decays: @escaping (String) -> Bool = { _ in true }
  ) {
    self.weightDecay = weightDecay
    self.decays = decays
    adam = Adam(learningRate: learningRate, decay: decay, epsilon: epsilon)
  }

  /// Makes one step.
  ///
  /// - Parameter gradients: of the same names and shapes; what has none stays as it is.
  public mutating func update(_ parameters: inout Parameters, with gradients: Parameters) {
    let share = learningRate * weightDecay
    adam.update(&parameters, with: gradients, "AdamW") { [decays] in decays($0) ? share : 0 }
  }
}
