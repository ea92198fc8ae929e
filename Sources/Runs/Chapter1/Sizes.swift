import Chapter1
import Experiments
import Text

/// Counts n-grams of every length: how many there are, how many stand once, what they cost.
///
/// - Returns: the counts of all words, up to the greatest length.
func measureSizes(_ corpus: ExperimentCorpus, _ experiment: Experiment) throws -> CountLookup {
  let orders = 1...ExperimentCorpus.greatestOrder
  var counted: NGramTrie?
  for order in orders {
    let step = try experiment.step("counting n-grams up to length \(order)") {
      NGramTrie(sentences: corpus.train, vocabulary: corpus.allWords, order: order)
    }
    experiment.results.set("timing.countingSeconds.\(order)", to: .number(step.seconds))
    counted = step.value
  }
  let trie =
    counted ?? NGramTrie(sentences: corpus.train, vocabulary: corpus.allWords, order: 1)
  for (length, level) in zip(orders, trie.levels) {
    let distinct = trie.distinct(length: length)
    let once = level.entries.count { $0.count == 1 }
    let windows = level.entries.reduce(0) { $0 + Int($1.count) }
    experiment.results.set("nGrams.\(length).distinct", to: .integer(distinct))
    experiment.results.set("nGrams.\(length).tokens", to: .integer(windows))
    experiment.results.set(
      "nGrams.\(length).onceShare", to: .number(Double(once) / Double(distinct)))
    experiment.results.set("nGrams.\(length).bytes", to: .integer(level.bytes))
  }
  experiment.results.set("nGrams.bytes", to: .integer(trie.levels.reduce(0) { $0 + $1.bytes }))
  return CountLookup(trie)
}

/// Counts growing parts of the corpus: does the number of n-grams ever level off?
func measureGrowth(_ corpus: ExperimentCorpus, _ experiment: Experiment) throws {
  let orders = 1...ExperimentCorpus.greatestOrder
  for (index, part) in [16, 8, 4, 2, 1].enumerated() {
    // Every 16th sentence, every 8th …, so that each part is a sample of the whole.
    let sentences = stride(from: 0, to: corpus.train.count, by: part).map { corpus.train[$0] }
    let trie = try experiment.step("counting 1/\(part) of the corpus") {
      NGramTrie(sentences: sentences, vocabulary: corpus.allWords, order: orders.upperBound)
    }.value
    let tokens = sentences.reduce(0) { $0 + $1.count }
    experiment.results.set("growth.\(index).part", to: .text(part == 1 ? "1" : "1/\(part)"))
    experiment.results.set("growth.\(index).tokens", to: .integer(tokens))
    for length in orders {
      let distinct = trie.distinct(length: length)
      experiment.results.set("growth.\(index).distinct.\(length)", to: .integer(distinct))
    }
  }
}

/// Counts the larger corpus, where it was fetched; it is no part of the lessons.
func measureLargeCorpus(_ experiment: Experiment) throws {
  guard !experiment.options.isQuick, experiment.options.corpus == nil,
    let corpus = try? TextCorpus(linesOf: FetchedFile.largeCorpus.path)
  else { return }
  let vocabulary = Vocabulary(forModelOf: corpus.sentences)
  for order in [3, ExperimentCorpus.greatestOrder] {
    let step = try experiment.step("counting n-grams of the large corpus, up to length \(order)") {
      NGramTrie(sentences: corpus.sentences, vocabulary: vocabulary, order: order)
    }
    experiment.results.set("timing.large.countingSeconds.\(order)", to: .number(step.seconds))
    experiment.results.set("large.tokens", to: .integer(corpus.wordCount))
    for length in 1...order {
      experiment.results.set(
        "large.distinct.\(length)", to: .integer(step.value.distinct(length: length)))
    }
    experiment.results.set(
      "large.bytes.\(order)", to: .integer(step.value.levels.reduce(0) { $0 + $1.bytes }))
  }
}
