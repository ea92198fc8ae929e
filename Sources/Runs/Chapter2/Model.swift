import Experiments

/// Writes the sizes of this run's model.
func noteModel(_ settings: RunSettings, _ corpus: TrainingCorpus, _ experiment: Experiment) {
  let n = settings.embeddingSize
  experiment.results.set("model.embeddingSize", to: .integer(n))
  experiment.results.set("model.parameters", to: .integer(2 * n * corpus.vocabulary.count))
  experiment.results.set("model.halfWidth", to: .integer(settings.plan.halfWidth))
  experiment.results.set("model.batch", to: .integer(settings.plan.batchSize))
}
