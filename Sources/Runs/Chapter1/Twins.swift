import Chapter1
import Experiments
import Foundation
import Text

/// Compares the plain models of the exercises with their fast twins, on a small part of the corpus.
func measureTwins(_ corpus: ExperimentCorpus, _ experiment: Experiment) throws {
  let train = slice(of: corpus.train, tokens: 50_000)
  let judged = Array(corpus.heldOut.prefix(200))
  let vocabulary = Vocabulary(forModelOf: train)
  let order = 3
  // The trie knows words by id only. So both see an unknown word as `<unk>`, and the plain models get
  // names, since strings of other bytes can be equal.
  func named(_ sentences: [[String]]) -> [[String]] {
    sentences.map { vocabulary.names(of: $0, unknown: Marker.unknown) }
  }
  let known = named(judged)
  let ids = judged.map { ExperimentCorpus.ids(of: $0, in: vocabulary) }

  let fast = try experiment.step("counting a slice, fast") {
    KneserNeyTrie(trie: NGramTrie(sentences: train, vocabulary: vocabulary, order: order))
  }
  let fastScores = try experiment.step("scoring a slice, fast") {
    ids.map { fast.value.logProbability(of: $0) }
  }
  let namedTrain = named(train)
  let plain = try experiment.step("counting a slice, plain") {
    KneserNeyModel(counts: NGramCounts(sentences: namedTrain, order: order))
  }
  let plainScores = try experiment.step("scoring a slice, plain") {
    known.map { logProbability(of: $0, under: plain.value) }
  }
  let tokens = judged.reduce(0) { $0 + $1.count + 1 }
  let lookup = CountLookup(fast.value.trie)
  let addK = perplexity(of: known, under: AddKModel(counts: plain.value.counts, k: 0.01))
  let unseen = unseenShare(of: known, length: order, in: plain.value.counts)
  let values: [(String, ResultValue)] = [
    ("twins.trainTokens", .integer(train.reduce(0) { $0 + $1.count })),
    ("twins.sentences", .integer(judged.count)),
    ("twins.perplexity", .number(perplexity(of: known, under: plain.value))),
    ("twins.agree", .flag(isClose(plainScores.value, fastScores.value))),
    (
      "twins.addKAgrees",
      .flag(isClose([addK], [CountPairs(ids, lookup, order).perplexity(k: 0.01)]))
    ),
    (
      "twins.unseenAgrees",
      .flag(isClose([unseen], [unseenShare(of: ids, length: order, in: lookup)]))
    ),
    (
      "timing.twins.greatestDifference",
      .number(zip(plainScores.value, fastScores.value).map { abs($0 - $1) }.max() ?? 0)
    ),
    ("timing.twins.plainCountingSeconds", .number(plain.seconds)),
    ("timing.twins.fastCountingSeconds", .number(fast.seconds)),
    ("timing.twins.plainTokensPerSecond", .number(Double(tokens) / plainScores.seconds)),
    ("timing.twins.fastTokensPerSecond", .number(Double(tokens) / fastScores.seconds)),
  ]
  for (key, value) in values { experiment.results.set(key, to: value) }
}

/// Whether pairs differ by less than what single precision loses in a sentence.
private func isClose(_ one: [Double], _ other: [Double]) -> Bool {
  one.count == other.count
    && zip(one, other).allSatisfy { abs($0 - $1) <= 1e-5 * max(1, abs($0)) }
}

/// Every k-th sentence, so that about `tokens` words come together.
private func slice(of sentences: [[String]], tokens: Int) -> [[String]] {
  let all = sentences.reduce(0) { $0 + $1.count }
  let step = max(1, all / tokens)
  return stride(from: 0, to: sentences.count, by: step).map { sentences[$0] }
}
