import Chapter1
import Experiments
import Text

/// Draws sentences by bare counts, n = 1…5: the longer the n-grams, the more a copy of the corpus.
func writeSamples(
  _ corpus: ExperimentCorpus, _ counted: CountLookup, _ experiment: Experiment
) throws {
  let known = Set(corpus.train)
  for order in 1...ExperimentCorpus.greatestOrder {
    let followers = Followers(counted, length: order)
    var generator = SeededGenerator(seed: experiment.options.seed &+ UInt64(order))
    let sentences = try experiment.step("drawing sentences, n = \(order)") {
      (0..<1000).map { _ in
        followers.sentence(order: order, maximumLength: 40) { generator.nextUniform() }
      }
    }.value
    experiment.results.set(
      "samples.\(order).sentences",
      to: .list(sentences.prefix(5).map { .text($0.joined(separator: " ")) }))
    let copies = sentences.count { known.contains($0) }
    experiment.results.set(
      "samples.\(order).copiedShare", to: .number(Double(copies) / Double(sentences.count)))
  }
}

/// What followed each history of one length or shorter, so that drawing need not ask for every word.
struct Followers {
  let counted: CountLookup
  /// By history length: the entries one token longer, those of one history side by side.
  private let sorted: [[Int32]]
  /// By history length: where each history's entries begin in `sorted`.
  private let starts: [[Int]]

  init(_ counted: CountLookup, length: Int) {
    self.counted = counted
    var sorted: [[Int32]] = []
    var starts: [[Int]] = []
    for (contexts, level) in zip(counted.contextCounts, counted.trie.levels).prefix(length) {
      var ends = [Int](repeating: 0, count: contexts.count + 1)
      for entry in level.entries { ends[Int(entry.prefix) + 1] += 1 }
      for index in 1..<ends.count { ends[index] += ends[index - 1] }
      starts.append(ends)
      var order = [Int32](repeating: 0, count: level.entries.count)
      for (index, entry) in level.entries.enumerated() {
        order[ends[Int(entry.prefix)]] = Int32(index)
        ends[Int(entry.prefix)] += 1
      }
      sorted.append(order)
    }
    (self.sorted, self.starts) = (sorted, starts)
  }

  /// One sentence, the twin of ``sampleSentence(from:vocabulary:maximumLength:draw:)`` with an
  /// ``NGramModel``.
  func sentence(order: Int, maximumLength: Int, draw: () -> Double) -> [String] {
    var tokens = [counted.start]
    while tokens.count <= maximumLength {
      let history = tokens.suffix(order - 1)
      let entries = self.entries(after: history)
      let level = counted.trie.levels[history.count]
      let weights = entries.map { Double(level.entries[Int($0)].count) }
      let chosen = entries[entries.startIndex + sampleIndex(at: draw(), in: weights)]
      let word = level.entries[Int(chosen)].word
      if word == counted.end { break }
      tokens.append(word)
    }
    return tokens.dropFirst().map { counted.trie.vocabulary[$0] }
  }

  private func entries(after history: ArraySlice<Int32>) -> ArraySlice<Int32> {
    let context = history.isEmpty ? 0 : Int(counted.entry(of: history) ?? 0)
    let starts = starts[history.count]
    return sorted[history.count][starts[context]..<starts[context + 1]]
  }
}
