// #exercise 2.10
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
  let before = loss(of: window, in: model)
  let inputGradient = inputGradient(of: window, in: model)
  let outputGradient = outputGradient(of: window, in: model)
  for place in inputGradient.values.indices {
    model.inputVectors.values[place] -= learningRate * inputGradient.values[place]
    model.outputVectors.values[place] -= learningRate * outputGradient.values[place]
  }
  return before
}
// #end
