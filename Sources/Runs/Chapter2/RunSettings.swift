import Chapter2
import Experiments
import Foundation

/// What a run does, whole or quick.
struct RunSettings {
  /// The most words to know; the most frequent ones.
  let vocabularySize: Int
  /// n.
  let embeddingSize: Int
  /// The training.
  let plan: TrainingPlan
  /// The most sentences to read; nil for all.
  let sentences: Int?
  /// The sizes |V| whose times are measured.
  let timedSizes: [Int]
  /// How often each time is taken; the median counts.
  let repetitions: Int
  /// As many as the machine has cores, but no more than two: beyond that a batch is too small.
  let threadCount = min(2, ProcessInfo.processInfo.activeProcessorCount)

  init(_ options: RunOptions) {
    if options.isQuick {
      (vocabularySize, embeddingSize, sentences) = (500, 16, 4000)
      (timedSizes, repetitions) = ([250, 500, 1000], 3)
    } else {
      (vocabularySize, embeddingSize, sentences) = (5000, 64, nil)
      (timedSizes, repetitions) = ([250, 500, 1000, 2000, 4000, 8000, 16000, 32000], 9)
    }
    plan = TrainingPlan(
      halfWidth: 4, batchSize: 128, epochs: options.isQuick ? 2 : 3,
      // The fewer the words, the more often each is in a batch, and the sooner a step is too wide.
      learningRate: LearningRate(start: options.isQuick ? 0.05 : 0.15, end: 0.01),
      seed: options.seed)
  }
}
