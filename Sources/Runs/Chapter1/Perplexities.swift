import Chapter1
import Experiments
import Foundation
import Text

/// The models of the lengths 1…5 that later steps use.
struct CountedModels {
  /// Plain counts, by length − 1.
  var counts: [CountLookup] = []
  /// Kneser–Ney models, by length − 1.
  var kneserNey: [KneserNeyTrie] = []
}

/// Measures what each length and each smoothing expects of held-out text.
func measurePerplexity(
  _ corpus: ExperimentCorpus, _ experiment: Experiment
) throws -> CountedModels {
  let heldOut = corpus.heldOut.map { ExperimentCorpus.ids(of: $0, in: corpus.vocabulary) }
  let tuning = corpus.tuning.map { ExperimentCorpus.ids(of: $0, in: corpus.vocabulary) }
  var models = CountedModels()
  for order in 1...ExperimentCorpus.greatestOrder {
    let model = try experiment.step("estimating Kneser–Ney, n = \(order)") {
      KneserNeyTrie(
        trie: NGramTrie(sentences: corpus.train, vocabulary: corpus.vocabulary, order: order))
    }
    let counted = CountLookup(model.value.trie)
    models.counts.append(counted)
    models.kneserNey.append(model.value)
    try measureMaximumLikelihood(heldOut, counted, order, experiment)
    let addOne = CountPairs(heldOut, counted, order).perplexity(k: 1)
    let tuned = try experiment.step("choosing k, n = \(order)") {
      bestK(for: CountPairs(tuning, counted, order))
    }.value
    let addK = CountPairs(heldOut, counted, order).perplexity(k: tuned)
    let kneserNey = model.value.perplexity(of: heldOut)
    experiment.results.set("perplexity.addOne.\(order)", to: .number(addOne))
    experiment.results.set("perplexity.addK.\(order)", to: .number(addK))
    experiment.results.set("perplexity.k.\(order)", to: .number(tuned))
    experiment.results.set("perplexity.kneserNey.\(order)", to: .number(kneserNey))
    experiment.results.set("timing.kneserNeySeconds.\(order)", to: .number(model.seconds))
    experiment.results.set(
      "kneserNey.\(order).bytes",
      to: .integer(model.value.bytes + model.value.trie.levels.reduce(0) { $0 + $1.bytes }))
    writeDiscounts(model.value, order, experiment)
    try measureSpeed(model.value, heldOut, order, experiment)
  }
  return models
}

/// Maximum likelihood: one token that was never seen there makes its sentence impossible.
private func measureMaximumLikelihood(
  _ sentences: [[Int32]], _ counted: CountLookup, _ order: Int, _ experiment: Experiment
) throws {
  var impossibleSentences = 0
  var impossibleTokens = 0
  var tokens = 0
  for sentence in sentences {
    let unseen = counted.counts(inSentence: sentence, order: order).count { $0.word == 0 }
    impossibleTokens += unseen
    tokens += sentence.count + 1
    if unseen > 0 { impossibleSentences += 1 }
  }
  let key = "perplexity.maximumLikelihood.\(order)"
  experiment.results.set(
    "\(key).impossibleSentences", to: .number(Double(impossibleSentences) / Double(sentences.count))
  )
  experiment.results.set(
    "\(key).impossibleTokens", to: .number(Double(impossibleTokens) / Double(tokens)))
  let perplexity =
    impossibleTokens == 0
    ? CountPairs(sentences, counted, order).perplexity(k: 0) : Double.infinity
  experiment.results.set("\(key).perplexity", to: .number(perplexity))
}

/// The two counts behind each prediction of some sentences: all that add-k needs to know of them.
struct CountPairs {
  let pairs: [(word: Int, context: Int)]
  let predictedCount: Int

  init(_ sentences: [[Int32]], _ counted: CountLookup, _ order: Int) {
    pairs = sentences.flatMap { counted.counts(inSentence: $0, order: order) }
    predictedCount = counted.predictedCount
  }

  /// The twin of ``perplexity(of:under:)`` with an ``AddKModel``.
  func perplexity(k: Double) -> Double {
    let size = k * Double(predictedCount)
    let sum = pairs.reduce(0.0) { sum, pair in
      sum + log((Double(pair.word) + k) / (Double(pair.context) + size))
    }
    return exp(-sum / Double(pairs.count))
  }
}

/// The k of 1, 2, 5 times a power of ten that surprises the tuning text least.
private func bestK(for pairs: CountPairs) -> Double {
  let grid = (-6...1).flatMap { exponent in [1, 2, 5].map { $0 * pow(10, Double(exponent)) } }
  return grid.min { pairs.perplexity(k: $0) < pairs.perplexity(k: $1) } ?? 1
}

private func writeDiscounts(_ model: KneserNeyTrie, _ order: Int, _ experiment: Experiment) {
  for (length, discounts) in zip(1..., model.discounts) {
    let key = "kneserNey.\(order).discounts.\(length)"
    experiment.results.set("\(key).one", to: .number(discounts.one))
    experiment.results.set("\(key).two", to: .number(discounts.two))
    experiment.results.set("\(key).threeOrMore", to: .number(discounts.threeOrMore))
  }
}

/// Measures how many tokens a second the model scores: the median of five passes.
private func measureSpeed(
  _ model: KneserNeyTrie, _ sentences: [[Int32]], _ order: Int, _ experiment: Experiment
) throws {
  let tokens = sentences.reduce(0) { $0 + $1.count + 1 }
  let seconds = try (0..<5).map { pass in
    try experiment.step("scoring, n = \(order), pass \(pass + 1)") {
      model.perplexity(of: sentences)
    }.seconds
  }.sorted()
  experiment.results.set(
    "timing.scoredTokensPerSecond.\(order)", to: .number(Double(tokens) / seconds[2]))
}
