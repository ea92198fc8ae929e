import Chapter2
import Experiments
import Foundation
import Text

/// A training with the file that keeps it.
struct KeptTraining {
  let training: CorpusTraining
  /// Everything that the numbers depend on, in words.
  let purpose: String
  /// Where the training is kept while it lasts.
  let file: String
  /// How long the steps before this call took.
  let secondsBefore: Double

  /// Begins a training, or goes on with the one that was kept.
  init(_ settings: RunSettings, _ corpus: TrainingCorpus) throws(RunError) {
    let plan = settings.plan
    let n = settings.embeddingSize
    purpose =
      "chapter 2, corpus \(corpus.digest), |V| = \(corpus.vocabulary.count), "
      + "\(corpus.text.centres.count) windows, n = \(n), m = \(plan.halfWidth), "
      + "batches of \(plan.batchSize), \(plan.epochs) epochs, η from \(plan.learningRate.start) to "
      + "\(plan.learningRate.end), seed \(plan.seed), \(settings.threadCount) threads"
    // One file for each training: a run with other settings does not meet this one's.
    file = ".course/checkpoints/2-\(SHA256.hexDigest(of: purpose.utf8).prefix(12)).checkpoint"
    var kept: Checkpoint?
    if FileManager.default.fileExists(atPath: file) {
      kept = try Checkpoint(file: file, purpose: purpose)
    }
    var generator = SeededGenerator(seed: plan.seed)
    var model = CBOWModel(
      vocabularySize: corpus.vocabulary.count, embeddingSize: n, using: &generator)
    if let input = kept?.tables["input"], let output = kept?.tables["output"],
      input.count == model.inputVectors.values.count, output.count == input.count
    {
      model.inputVectors = Matrix(rows: corpus.vocabulary.count, columns: n, values: input)
        .transposed()
      model.outputVectors.values = output
    }
    training = CorpusTraining(
      text: corpus.text, model: model, plan: plan, threadCount: settings.threadCount,
      stepLosses: kept?.tables["losses"] ?? [])
    secondsBefore = kept?.seconds ?? 0
  }

  /// Writes what the training has come to.
  func keep(seconds: Double) throws(RunError) {
    let model = training.trainer.model
    try Checkpoint(
      purpose: purpose, seconds: seconds,
      tables: [
        "input": model.inputVectors.transposed().values, "output": model.outputVectors.values,
        "losses": training.stepLosses,
      ]
    ).write(to: file)
  }

  /// Takes the file away, so that the next run trains from the beginning.
  func forgetCheckpoint() { try? FileManager.default.removeItem(atPath: file) }
}

/// Trains, shows how far it is, and keeps what it has every half minute and at Ctrl-C.
func train(
  _ settings: RunSettings, _ corpus: TrainingCorpus, _ experiment: Experiment
) throws -> KeptTraining {
  let kept = try KeptTraining(settings, corpus)
  let training = kept.training
  let name = "training"
  let windows = corpus.text.centres.count
  try experiment.step(
    training.stepLosses.isEmpty
      ? "training" : "training, from step \(training.stepLosses.count) of \(training.stepCount)"
  ) {
    let remaining = training.stepCount - training.stepLosses.count
    var line = ProgressLine(name, total: remaining * training.plan.batchSize, unit: "words")
    let clock = ContinuousClock()
    let start = clock.now
    var lastKept = start
    func seconds() -> Double { kept.secondsBefore + start.duration(to: clock.now) / .seconds(1) }
    while !training.isDone {
      training.advance()
      guard training.stepLosses[training.stepLosses.count - 1].isFinite else {
        throw RunError(
          "error: the loss of step \(training.stepLosses.count) is no number: with this text the "
            + "learning rate of \(training.plan.learningRate.start) is too great; "
            + "lower it in Sources/Runs/Chapter2/RunSettings.swift")
      }
      let done = remaining - (training.stepCount - training.stepLosses.count)
      line.show(done * training.plan.batchSize)
      if Interruption.isRequested {
        line.finish()
        try kept.keep(seconds: seconds())
        throw RunStop.kept(during: name, in: kept.file)
      }
      if lastKept.duration(to: clock.now) > .seconds(30) {
        try kept.keep(seconds: seconds())
        lastKept = clock.now
      }
    }
    line.finish()
    try kept.keep(seconds: seconds())
    let total = seconds()
    experiment.results.set("timing.training.seconds", to: .number(total))
    experiment.results.set(
      "timing.training.wordsPerSecond",
      to: .number(Double(windows * training.plan.epochs) / total))
  }
  try writeLosses(training, corpus, experiment)
  return kept
}

/// The losses, and their means over each hundredth of the training.
private func writeLosses(
  _ training: CorpusTraining, _ corpus: TrainingCorpus, _ experiment: Experiment
) throws {
  let plan = training.plan
  let first = Double(training.stepLosses[0]) / Double(training.windowCount(ofStep: 0))
  let uniform = log(Double(corpus.vocabulary.count))
  let values: [(String, ResultValue)] = [
    ("epochs", .integer(plan.epochs)),
    ("steps", .integer(training.stepCount)),
    ("rate.start", .number(Double(plan.learningRate.start))),
    ("rate.end", .number(Double(plan.learningRate.end))),
    ("firstLoss", .number(first)),
    ("uniformLoss", .number(uniform)),
  ]
  for (key, value) in values { experiment.results.set("training.\(key)", to: value) }
  for (epoch, loss) in zip(1..., training.epochLosses) {
    experiment.results.set("training.loss.\(epoch)", to: .number(loss))
    experiment.results.set("training.perplexity.\(epoch)", to: .number(exp(loss)))
  }
  let parts = min(100, training.stepCount)
  let points = (0..<parts).map { part in
    let steps =
      training.stepCount * part / parts..<training.stepCount * (part + 1) / parts
    let sum = steps.reduce(0.0) { $0 + Double(training.stepLosses[$1]) }
    let windows = steps.reduce(0) { $0 + training.windowCount(ofStep: $1) }
    return ResultValue.number(sum / Double(windows))
  }
  experiment.results.set("training.curve", to: .list(points))
}
