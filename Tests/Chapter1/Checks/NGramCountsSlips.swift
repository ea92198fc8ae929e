import Grading

/// More wrong answers to exercise 1.7, most of which go wrong in both tables at once.
let nGramCountsSlips: [NamedImplementation<CountNGrams>] = [
  .init("a history's count is how often it occurs, save the empty one's, before all tokens") {
    sentences, order in
    changed(sentences, order) { answer in
      let histories = answer.counts.filter { $0.key.count < order }
      let total = answer.contextCounts.filter { $0.key.isEmpty }
      return (answer.counts, histories.merging(total) { $1 }, answer.vocabulary)
    }
  },
  .init("<s> alone is counted, as if it were predicted like any other token") {
    sentences, order in
    let all = sentences.map(padded).flatMap { tokens in
      (1...order).flatMap { allWindows(tokens, $0) }
    }
    let (counts, histories) = tables(all)
    return changed(sentences, order) {
      (counts, histories, sentences.isEmpty ? $0.vocabulary : $0.vocabulary.union([start]))
    }
  },
  .init("only the longest n-grams are counted, and their histories") { sentences, order in
    let (counts, histories) = tables(nGramsOfAll(sentences, order))
    return changed(sentences, order) { (counts, histories, $0.vocabulary) }
  },
  .init("n-grams reach from one sentence into the next, but none ends with <s>") {
    sentences, order in
    let tokens = sentences.flatMap(padded)
    let all = (1...order).flatMap { allWindows(tokens, $0) }.filter { $0.last != start }
    let (counts, histories) = tables(all)
    return changed(sentences, order) { (counts, histories, $0.vocabulary) }
  },
  .init("at a sentence's start, the whole of it so far is counted again for each greater length") {
    sentences, order in
    let all = sentences.map(padded).flatMap { tokens in
      tokens.indices.dropFirst().flatMap { last in
        (1...order).map { Array(tokens[...last].suffix($0)) }
      }
    }
    let (counts, histories) = tables(all)
    return changed(sentences, order) { (counts, histories, $0.vocabulary) }
  },
  .init("each n-gram counts once per sentence, and for its history too") { sentences, order in
    let (counts, histories) = tables(
      sentences.flatMap { CountedCorpus([$0], order: order).counts.keys })
    return changed(sentences, order) { (counts, histories, $0.vocabulary) }
  },
  .init("<unk> is missing from the vocabulary where there are no sentences") { sentences, order in
    changed(sentences, order) {
      ($0.counts, $0.contextCounts, sentences.isEmpty ? [] : $0.vocabulary)
    }
  },
]
