import Grading

/// What people count instead of the n-grams of every length, and of their histories.
let nGramCountsMistakes: [NamedImplementation<CountNGrams>] = [
  .init("only the longest n-grams are counted") { sentences, order in
    changed(sentences, order) { answer in
      (answer.counts.filter { $0.key.count == order }, answer.contextCounts, answer.vocabulary)
    }
  },
  .init("<s> alone is counted") { sentences, order in
    changed(sentences, order) { answer in
      var counts = answer.counts
      counts[[start]] = sentences.count
      return (counts, answer.contextCounts, answer.vocabulary)
    }
  },
  .init("a history's count is how often it occurs, not how many tokens follow it") {
    sentences, order in
    changed(sentences, order) { answer in
      let histories = answer.counts.filter { $0.key.count < order }
      return (answer.counts, histories, answer.vocabulary)
    }
  },
  .init("a history's count is how many different tokens follow it") { sentences, order in
    changed(sentences, order) { answer in
      let followers = answer.counts.keys.reduce(into: [:]) {
        $0[Array($1.dropLast()), default: 0] += 1
      }
      return (answer.counts, followers, answer.vocabulary)
    }
  },
  .init("the empty history, which all tokens follow, is left out") { sentences, order in
    changed(sentences, order) { answer in
      (answer.counts, answer.contextCounts.filter { !$0.key.isEmpty }, answer.vocabulary)
    }
  },
  .init("<unk> is missing from the vocabulary") { sentences, order in
    let seen = Set(sentences.joined())
    return changed(sentences, order) { answer in
      (
        answer.counts, answer.contextCounts,
        answer.vocabulary.filter { $0 == end || seen.contains($0) }
      )
    }
  },
  .init("the sentence end is missing from the vocabulary") { sentences, order in
    changed(sentences, order) { ($0.counts, $0.contextCounts, $0.vocabulary.subtracting([end])) }
  },
  .init("<s>, which is never predicted, is in the vocabulary") { sentences, order in
    changed(sentences, order) { ($0.counts, $0.contextCounts, $0.vocabulary.union([start])) }
  },
  .init("each n-gram counts once per sentence") { sentences, order in
    let each = sentences.map { Set(CountedCorpus([$0], order: order).counts.keys) }
    return changed(sentences, order) { answer in
      let counts = each.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
      return (counts, answer.contextCounts, answer.vocabulary)
    }
  },
  .init("n-grams are counted up to the length before `order`") { sentences, order in
    changed(sentences, order) { answer in
      (
        answer.counts.filter { $0.key.count < order },
        answer.contextCounts.filter { $0.key.count < order - 1 }, answer.vocabulary
      )
    }
  },
  .init("n-grams are counted up to the length after `order`") { sentences, order in
    let longer = CountedCorpus(sentences, order: order + 1)
    return changed(sentences, order) { answer in
      (longer.counts, longer.contextCounts, answer.vocabulary)
    }
  },
  .init("n-grams are counted up to length 3, whatever the order") { sentences, order in
    let shorter = CountedCorpus(sentences, order: min(order, 3))
    return changed(sentences, order) { answer in
      (shorter.counts, shorter.contextCounts, answer.vocabulary)
    }
  },
  .init("each different n-gram counts 1, however often it occurs") { sentences, order in
    changed(sentences, order) { answer in
      (answer.counts.mapValues { _ in 1 }, answer.contextCounts, answer.vocabulary)
    }
  },
  .init("an entry of 0 stands for <s> alone, which was never seen") { sentences, order in
    changed(sentences, order) { answer in
      (answer.counts.merging([[start]: 0]) { $1 }, answer.contextCounts, answer.vocabulary)
    }
  },
  .init("an entry of 0 stands for <unk>, which was never seen") { sentences, order in
    changed(sentences, order) { answer in
      (
        answer.counts.merging([[unknown]: 0]) { seen, _ in seen }, answer.contextCounts,
        answer.vocabulary
      )
    }
  },
  .init("the empty history is counted as if it were an n-gram") { sentences, order in
    changed(sentences, order) { answer in
      let total = answer.contextCounts.filter { $0.key.isEmpty }
      return (answer.counts.merging(total) { $1 }, answer.contextCounts, answer.vocabulary)
    }
  },
  .init("the first token is dropped for a history, not the last") { sentences, order in
    changed(sentences, order) { answer in
      let rests = answer.counts.reduce(into: [[String]: Int]()) {
        $0[Array($1.key.dropFirst()), default: 0] += $1.value
      }
      return (answer.counts, rests, answer.vocabulary)
    }
  },
  .init("only the longest histories have a count") { sentences, order in
    changed(sentences, order) { answer in
      let longest = answer.contextCounts.filter { $0.key.count == order - 1 }
      return (answer.counts, longest, answer.vocabulary)
    }
  },
  .init("histories as long as the longest n-grams have a count too") { sentences, order in
    let longer = CountedCorpus(sentences, order: order + 1).contextCounts
    return changed(sentences, order) { ($0.counts, longer, $0.vocabulary) }
  },
  .init("the sentences are run together, so that n-grams reach from one into the next") {
    sentences, order in
    let tokens = sentences.flatMap(padded)
    let all = tokens.isEmpty ? [] : (1...order).flatMap { windows(tokens, $0) }
    return changed(sentences, order) { answer in
      let (counts, histories) = tables(all)
      return (counts, histories, answer.vocabulary)
    }
  },
  .init("empty sentences are passed over") { sentences, order in
    changed(sentences.filter { !$0.isEmpty }, order) {
      ($0.counts, $0.contextCounts, $0.vocabulary)
    }
  },
  .init("a sentence that stands there twice is counted once") { sentences, order in
    changed(Array(Set(sentences)), order) { ($0.counts, $0.contextCounts, $0.vocabulary) }
  },
  .init("only the first sentence is counted") { sentences, order in
    changed(Array(sentences.prefix(1)), order) { ($0.counts, $0.contextCounts, $0.vocabulary) }
  },
  .init("words that occur once are left out of the vocabulary") { sentences, order in
    changed(sentences, order) { answer in
      (answer.counts, answer.contextCounts, answer.vocabulary.filter { answer.count([$0]) != 1 })
    }
  },
  .init("`order` is set to the length of the longest n-gram that was found") { sentences, order in
    let answer = CountedCorpus(sentences, order: order)
    return NGramCountsAnswer(
      order: answer.counts.keys.map(\.count).max() ?? 0, counts: answer.counts,
      contextCounts: answer.contextCounts, vocabulary: answer.vocabulary)
  },
]

/// The right counts with a change.
func changed(
  _ sentences: [[String]], _ order: Int,
  by change: (CountedCorpus) -> ([[String]: Int], [[String]: Int], Set<String>)
) -> NGramCountsAnswer {
  let (counts, contextCounts, vocabulary) = change(CountedCorpus(sentences, order: order))
  return NGramCountsAnswer(
    order: order, counts: counts, contextCounts: contextCounts, vocabulary: vocabulary)
}

/// How often each n-gram is among some, and how many of them go on from each history.
func tables(_ nGrams: [[String]]) -> (counts: [[String]: Int], contextCounts: [[String]: Int]) {
  var (counts, contextCounts): ([[String]: Int], [[String]: Int]) = ([:], [:])
  for nGram in nGrams {
    counts[nGram, default: 0] += 1
    contextCounts[nGram.dropLast(), default: 0] += 1
  }
  return (counts, contextCounts)
}
