import Chapter1
import Experiments
import Foundation
import Text

/// Cuts out the small table, checks it against the models and draws the article's sentence from it.
func drawSentence(
  _ corpus: ExperimentCorpus, _ models: CountedModels, _ experiment: Experiment
) throws {
  let table = try experiment.step("cutting out a small table") {
    SentenceTable(models.kneserNey[2], words: StoryWords.all)
  }.value
  experiment.results.set("sentenceTable.words", to: .integer(table.tokens.count - 2))
  experiment.results.set("sentenceTable.pairs", to: .integer(table.sizes.pairs))
  experiment.results.set("sentenceTable.triples", to: .integer(table.sizes.triples))
  experiment.results.set(
    "sentenceTable.checksums", to: .list(table.checksums.map { .integer($0) }))
  try check(table, corpus, models, experiment)
  let sentence = StoryWords.examples[0]
  guard let factors = table.factors(of: words(of: sentence)) else { return }
  // From triples, pairs, and single words or none.
  let shares = factors.kneserNey.map { factor in
    let parts = factor.byLength
    return [parts[0], parts[1], parts[2] + parts[3]].map { ResultValue.number($0 / factor.sum) }
  }
  experiment.results.set("sentenceTable.parts", to: .list(shares.map { .list($0) }))
  try experiment.write(dataOf: "factors", table.packed)
}

private func words(of sentence: String) -> [String] {
  sentence.split(separator: " ").map(String.init)
}

/// Scores sentences by table and by model, and writes down what the models said.
///
/// - Throws: ``RunError`` where table and model differ by more than a `Float`'s rounding.
private func check(
  _ table: SentenceTable, _ corpus: ExperimentCorpus, _ models: CountedModels,
  _ experiment: Experiment
) throws {
  var generator = SeededGenerator(seed: experiment.options.seed)
  let random = (0..<8).map { _ in
    (0..<6).compactMap { _ in table.tokens.dropFirst(2).randomElement(using: &generator) }
  }
  let written = corpus.heldOut.lazy.filter { (4...12).contains($0.count) }
  let all =
    StoryWords.examples.map(words) + random
    + written.filter { table.factors(of: $0) != nil }.prefix(12)
  var checked = 0
  for sentence in all {
    guard let factors = table.factors(of: sentence) else { continue }
    let expected = modelFactors(of: sentence, corpus, models)
    for (name, pair) in zip(SentenceFactors.models, zip(factors.all, expected)) {
      for (one, other) in zip(pair.0, pair.1) where abs(one - other) > 1e-5 * other {
        throw RunError(
          "the small table gives “\(sentence.joined(separator: " "))” by \(name) a factor of "
            + "\(one), the model \(other)")
      }
      experiment.results.set(
        "sentenceTable.check.\(checked).\(name)", to: .list(pair.1.map { .number($0) }))
    }
    experiment.results.set(
      "sentenceTable.check.\(checked).text", to: .text(sentence.joined(separator: " ")))
    checked += 1
  }
}

/// The factors of a sentence under the models of the whole corpus.
private func modelFactors(
  of sentence: [String], _ corpus: ExperimentCorpus, _ models: CountedModels
) -> [[Double]] {
  let ids = ExperimentCorpus.ids(of: sentence, in: corpus.vocabulary)
  let counted = (1...3).map { order in
    models.counts[order - 1].counts(inSentence: ids, order: order).map {
      $0.context == 0 ? 0 : Double($0.word) / Double($0.context)
    }
  }
  let tokens = sentence + [Marker.end]
  let history = [Marker.start] + sentence
  return counted + [
    zip(1..., tokens).map { position, token in
      models.kneserNey[2].probability(of: token, after: Array(history.prefix(position)))
    }
  ]
}

extension Chapter1Figures {
  /// The article's sentence, factor by factor.
  static func factors(_ results: Results) throws -> FactorChart {
    let sentence = try results.text("sentenceTable.check.0.text")
    let names = ["unigram", "bigram", "trigram", "Kneser–Ney"]
    let models = try zip(names, SentenceFactors.models).map { name, key in
      FactorChart.Model(name, factors: try results.numbers("sentenceTable.check.0.\(key)"))
    }
    let told = models.map { model in
      let product = Magnitude.small(model.factors.reduce(1, *))
      guard let zero = model.factors.firstIndex(of: 0) else { return "\(model.name) \(product)" }
      return "\(model.name) 0, from factor \(zero + 1) on"
    }
    return FactorChart(
      title: "The probability of “\(sentence)”, factor by factor",
      description: "Product of the factors, which goes to the right as it becomes less probable: "
        + told.joined(separator: "; ")
        + ". Bars show from which length of n-gram each factor of Kneser–Ney comes. "
        + results.provenance,
      tokens: words(of: sentence) + [Marker.end], models: models,
      parts: (
        title: "comes from", names: ["triples", "pairs", "single words"],
        shares: try results.rows("sentenceTable.parts")
      ))
  }
}
