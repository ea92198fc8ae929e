/// How long the steps of a training are, step by step.
public struct LearningRate: Sendable {
  private let rate: @Sendable (Int) -> Float

  /// The rate of a step, counted from 1.
  public func callAsFunction(_ step: Int) -> Float {
    require(step >= 1, "LearningRate", "steps are counted from 1, and this is step \(step)")
    return rate(step)
  }

  /// The same rate at all steps.
  public static func constant(_ rate: Float) -> LearningRate { LearningRate { _ in rate } }

  /// Up in a straight line from 0 to a peak, and down in a straight line to 0: how BERT was trained.
  ///
  /// - Parameters:
  ///   - peak: the greatest rate.
  ///   - warmUp: the step that has it.
  ///   - total: the step from which on the rate is 0.
  /// - Source: Devlin et al., *BERT*, 2019, appendix A.2.
  public static func linear(peak: Float, warmUp: Int, total: Int) -> LearningRate {
    require(
      0 <= warmUp && warmUp < total, "LearningRate",
      "warm-up \(warmUp) does not end before \(total)")
    return LearningRate { step in
      let share =
        step < warmUp
        ? Float(step) / Float(warmUp)
        : Float(max(0, total - step)) / Float(total - warmUp)
      return peak * share
    }
  }

  /// Up in a straight line, and then down with the root of the number of steps.
  ///
  /// ```
  /// η = d^{−1/2} · min(t^{−1/2}, t · w^{−3/2})
  /// ```
  ///
  /// - Parameters:
  ///   - modelSize: d, the width of the model.
  ///   - warmUp: w, the step with the greatest rate.
  /// - Source: Vaswani et al., *Attention Is All You Need*, 2017, equation 3.
  public static func transformer(modelSize: Int, warmUp: Int) -> LearningRate {
    require(
      modelSize > 0 && warmUp > 0, "LearningRate",
      "model size \(modelSize) and warm-up \(warmUp) must be above 0")
    return LearningRate { step in
      let (step, warmUp) = (Float(step), Float(warmUp))
      return min(1 / step.squareRoot(), step / (warmUp * warmUp.squareRoot()))
        / Float(modelSize).squareRoot()
    }
  }
}
