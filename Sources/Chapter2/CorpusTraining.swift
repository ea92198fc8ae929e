import Text

/// Everything that decides what a training comes to, besides its text and its first weights.
public struct TrainingPlan: Sendable, Equatable {
  /// The most words to take on either side of a centre, m.
  public var halfWidth: Int
  /// Windows to a step.
  public var batchSize: Int
  /// How often to go through the text.
  public var epochs: Int
  /// Falls from step to step.
  public var learningRate: LearningRate
  /// Decides the order of the windows in each epoch.
  public var seed: UInt64

  /// A plan.
  public init(
    halfWidth: Int, batchSize: Int, epochs: Int, learningRate: LearningRate, seed: UInt64
  ) {
    (self.halfWidth, self.batchSize, self.epochs) = (halfWidth, batchSize, epochs)
    (self.learningRate, self.seed) = (learningRate, seed)
  }
}

/// A training that goes through a text step by step, and may stop and go on anywhere.
///
/// What comes next depends on the vectors, the plan and the number of steps taken, and on nothing
/// else. So a training that is stopped, kept in a file and taken up again ends with the same numbers
/// to the bit as one that was left alone.
public final class CorpusTraining {
  /// The text.
  public let text: EncodedText
  /// How to go through it.
  public let plan: TrainingPlan
  /// Learns, and holds the vectors.
  public let trainer: CBOWTrainer
  /// The sum of the losses of each step taken so far, in nats.
  public private(set) var stepLosses: [Float]

  private var order: [Int32] = []
  private var orderedEpoch = -1
  private var batch = WindowBatch()

  /// A training to begin, or to go on with.
  ///
  /// - Parameters:
  ///   - text: holds a window at least.
  ///   - model: the first weights, or those after the steps taken so far.
  ///   - plan: how to go through the text.
  ///   - threadCount: how many threads share the work.
  ///   - stepLosses: the losses of the steps taken so far.
  public init(
    text: EncodedText, model: CBOWModel, plan: TrainingPlan, threadCount: Int,
    stepLosses: [Float] = []
  ) {
    precondition(!text.centres.isEmpty, "the text has no window")
    (self.text, self.plan, self.stepLosses) = (text, plan, stepLosses)
    trainer = CBOWTrainer(model, batchSize: plan.batchSize, threadCount: threadCount)
  }

  /// The number of steps to an epoch; the last one may be smaller.
  public var stepsPerEpoch: Int { (text.centres.count + plan.batchSize - 1) / plan.batchSize }

  /// The number of steps in the whole training.
  public var stepCount: Int { plan.epochs * stepsPerEpoch }

  /// How many windows a step takes.
  public func windowCount(ofStep step: Int) -> Int {
    let start = step % stepsPerEpoch * plan.batchSize
    return min(plan.batchSize, text.centres.count - start)
  }

  /// Whether every step is taken.
  public var isDone: Bool { stepLosses.count >= stepCount }

  /// Takes the next step.
  ///
  /// - Precondition: the training is not done.
  public func advance() {
    precondition(!isDone, "all \(stepCount) steps are taken")
    let (epoch, step) = stepLosses.count.quotientAndRemainder(dividingBy: stepsPerEpoch)
    if epoch != orderedEpoch { shuffle(for: epoch) }
    let start = step * plan.batchSize
    let positions = order[start..<min(start + plan.batchSize, order.count)]
    batch.fill(positions, of: text, halfWidth: plan.halfWidth)
    let rate = plan.learningRate.rate(atStep: stepLosses.count, of: stepCount)
    stepLosses.append(Float(trainer.step(on: batch, learningRate: rate)))
  }

  /// The mean loss of each epoch that is finished, in nats.
  public var epochLosses: [Double] {
    (0..<stepLosses.count / stepsPerEpoch).map { epoch in
      let losses = stepLosses[epoch * stepsPerEpoch..<(epoch + 1) * stepsPerEpoch]
      return losses.reduce(0) { $0 + Double($1) } / Double(text.centres.count)
    }
  }

  /// A new order for each epoch, from the plan's seed and the epoch's number alone.
  private func shuffle(for epoch: Int) {
    var generator = SeededGenerator(seed: plan.seed &+ UInt64(epoch))
    order = text.centres.shuffled(using: &generator)
    orderedEpoch = epoch
  }
}
