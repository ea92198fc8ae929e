import Experiments

/// Draws the network with the shapes of this run.
func drawNetwork(
  _ settings: RunSettings, _ corpus: TrainingCorpus, _ experiment: Experiment
) throws {
  let (size, n) = (Axis.grouped(Double(corpus.vocabulary.count)), settings.embeddingSize)
  let context = ["the", "cat", "over", "the", "puddle"]
  let diagram = NetworkDiagram(
    title: "CBOW with its shapes",
    description: "Five words of context are looked up in V, which has \(n) × \(size) numbers; the "
      + "mean of their vectors, \(n) numbers, is multiplied by U, \(size) × \(n), to \(size) scores, "
      + "and softmax makes them probabilities. " + experiment.provenance,
    layers: [
      .init("context", shape: "|C| words", columns: context, cells: 1, colour: 1),
      .init(
        "vectors v", shape: "\(n) each", columns: context.map { _ in "" }, cells: 3, colour: 1),
      .init("mean v̂", shape: "\(n)", cells: 3, colour: 3),
      .init("scores z", shape: size, cells: 15, colour: 2),
      .init("ŷ", shape: size, cells: 15, filled: [6: 1, 3: 0.5, 11: 0.35], colour: 0),
    ],
    steps: [
      ("look up in V", "\(n) × \(size)"), ("mean", ""), ("times U", "\(size) × \(n)"),
      ("softmax", ""),
    ])
  try experiment.draw("network", diagram.svg())
  experiment.results.set("model.embeddingSize", to: .integer(n))
  experiment.results.set("model.parameters", to: .integer(2 * n * corpus.vocabulary.count))
  experiment.results.set("model.halfWidth", to: .integer(settings.plan.halfWidth))
  experiment.results.set("model.batch", to: .integer(settings.plan.batchSize))
}
