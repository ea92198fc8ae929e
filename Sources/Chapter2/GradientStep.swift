import Exercises

/// One step of stochastic gradient descent: both tables move against their gradient.
///
/// ```
/// V ← V − η ∂J/∂V
/// U ← U − η ∂J/∂U          both gradients taken at the old V and U
/// ```
///
/// - Parameters:
///   - model: is changed.
///   - window: the one example to learn from.
///   - learningRate: η, greater than 0 to learn.
/// - Returns: the window's loss before the step, in nats.
/// - Complexity: the loss and each gradient once, and a subtraction for every number.
@discardableResult
public func step(_ model: inout CBOWModel, on window: Window, learningRate: Float) -> Float {
  todo("2.10")
}
