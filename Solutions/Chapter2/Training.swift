// #given learning-rate
/// A learning rate that falls in a straight line.
public struct LearningRate: Sendable, Equatable {
  /// The rate of the first step.
  public let start: Float
  /// The rate after the last step.
  public let end: Float

  /// A rate that falls from `start` to `end`.
  ///
  /// - Precondition: 0 ≤ `end` ≤ `start`.
  public init(start: Float, end: Float) {
    precondition(0 <= end && end <= start, "a rate cannot fall from \(start) to \(end)")
    (self.start, self.end) = (start, end)
  }
  // #end

  // #exercise 2.11
  /// The rate of a step.
  ///
  /// ```
  /// η_k = (1 − k/total) · start + (k/total) · end      for k < total, and `end` from there on
  /// ```
  ///
  /// - Parameters:
  ///   - step: k, the number of steps before this one, at least 0.
  ///   - total: the number of steps in the whole training, at least 1.
  public func rate(atStep step: Int, of total: Int) -> Float {
    precondition(step >= 0 && total >= 1, "there is no step \(step) of \(total)")
    let share = Float(min(step, total)) / Float(total)
    return (1 - share) * start + share * end
  }
  // #end
}

// #exercise 2.11
/// Trains a model: goes through the windows again and again, one step for each.
///
/// The rate falls from step to step over the whole training: it does not start again with an epoch.
///
/// - Parameters:
///   - model: is changed.
///   - windows: the examples, in the order in which to take them in each epoch.
///   - epochs: how often to go through them.
///   - learningRate: step k of `epochs` · `windows.count` steps, from 0 on, has the rate
///     `learningRate.rate(atStep: k, of: epochs · windows.count)`.
/// - Returns: for each epoch the mean of its windows' losses, each taken before the window's step;
///   none where there are no windows.
@discardableResult
public func train(
  _ model: inout CBOWModel, on windows: [Window], epochs: Int, learningRate: LearningRate
) -> [Float] {
  guard !windows.isEmpty else { return [] }
  let total = epochs * windows.count
  return (0..<epochs).map { epoch in
    var sum: Float = 0
    for (index, window) in windows.enumerated() {
      let rate = learningRate.rate(atStep: epoch * windows.count + index, of: total)
      sum += step(&model, on: window, learningRate: rate)
    }
    return sum / Float(windows.count)
  }
}
// #end
