import Grading

/// More wrong answers to exercise 1.15.
let adjustedCountsSlips: [NamedImplementation<AdjustCounts>] = [
  .init("the highest order is adjusted too, save what starts with <s>") { corpus in
    adjusted(corpus).filter { $0.key.count < corpus.order || $0.key[0] == start }
  },
  .init("the highest order is adjusted too, and has 0 for want of longer n-grams") { corpus in
    withZeros(corpus, adjusted(corpus).filter { $0.key.count < corpus.order || $0.key[0] == start })
  },
  .init("<s> is not counted among the words before, and what follows nothing else has 0") {
    corpus in
    withZeros(corpus, adjusted(corpus) { $0.first == start ? nil : $0.dropFirst() })
  },
  .init("the words after an n-gram are counted, and what nothing follows has 0") { corpus in
    withZeros(corpus, adjusted(corpus) { $0.dropLast() })
  },
  .init("only the length below the highest is adjusted, and shorter ones keep their counts") {
    corpus in
    let right = adjusted(corpus)
    return corpus.counts.merging(right.filter { $0.key.count == corpus.order - 1 }) { $1 }
  },
  .init("n-grams that end with </s> keep their counts too") { corpus in
    adjusted(corpus).merging(corpus.counts.filter { $0.key.last == end }) { $1 }
  },
  .init("the words before an n-gram's first word are counted, not those before all of it") {
    corpus in
    let pairs = corpus.counts.keys.filter { $0.count == 2 }
    return corpus.counts.reduce(into: [:]) { result, entry in
      let (nGram, count) = entry
      let keeps = nGram.count == corpus.order || nGram[0] == start
      result[nGram] = keeps ? count : pairs.count { $0[1] == nGram[0] }
    }
  },
  .init("an n-gram that keeps its count adds nothing to the shorter one") { corpus in
    adjusted(corpus) { longer in
      longer.count == corpus.order || longer.first == start ? nil : longer.dropFirst()
    }
  },
  .init("the order is taken to be 3, even where it is less") { corpus in
    let right = adjusted(corpus)
    let kept = corpus.counts.filter { $0.key.count >= 3 || $0.key[0] == start }
    return withZeros(
      corpus, kept.merging(right.filter { $0.key.count < min(corpus.order, 3) }) { $1 })
  },
]

/// A table with 0 for every n-gram of the corpus that it leaves out.
private func withZeros(_ corpus: CountedCorpus, _ table: [[String]: Int]) -> [[String]: Int] {
  corpus.counts.mapValues { _ in 0 }.merging(table) { $1 }
}
