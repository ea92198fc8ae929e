import Grading

/// What people look up and divide by instead.
let nGramModelMistakes: [NamedImplementation<CountsToModel>] = [
  .init("more of the history than its last n−1 tokens is kept, and no longer one was counted") {
    corpus in
    { likelihood(corpus, $0, after: $1) }
  },
  .init("the history is cut to its first n−1 tokens instead of its last") { corpus in
    { likelihood(corpus, $0, after: Array($1.prefix(corpus.order - 1))) }
  },
  .init("the history is cut to its last n−2 tokens instead of n−1") { corpus in
    { likelihood(corpus, $0, after: $1.suffix(max(corpus.order - 2, 0))) }
  },
  .init("the count is divided by the number of all tokens") { corpus in
    { fraction(corpus.count(corpus.cut($1) + [$0]), corpus.total([])) }
  },
  .init("the divisor is how often the history occurs as an n-gram, and <s> alone is none") {
    corpus in
    { word, history in
      let context = corpus.cut(history)
      let divisor = context.isEmpty ? corpus.total([]) : corpus.count(context)
      return fraction(corpus.count(context + [word]), divisor)
    }
  },
  .init("a history never seen is not looked for, and 0 / 0 is not a number") { corpus in
    { word, history in
      let context = corpus.cut(history)
      return Double(corpus.count(context + [word])) / Double(corpus.total(context))
    }
  },
  .init("an n-gram never seen gets the probability after a shorter history") { corpus in
    { word, history in
      var context = corpus.cut(history)
      while !context.isEmpty, corpus.count(context + [word]) == 0 { context.removeFirst() }
      return likelihood(corpus, word, after: context)
    }
  },
  .init("a history never seen spreads its probability over all words alike") { corpus in
    { word, history in
      let context = corpus.cut(history)
      guard corpus.total(context) > 0 else { return 1 / Double(corpus.vocabulary.count) }
      return likelihood(corpus, word, after: context)
    }
  },
  .init("the history is cut to its last token, whatever the order") { corpus in
    { likelihood(corpus, $0, after: $1.suffix(min(1, corpus.order - 1))) }
  },
  .init("the history is cut to its last two tokens, whatever the order") { corpus in
    { likelihood(corpus, $0, after: $1.suffix(min(2, corpus.order - 1))) }
  },
  .init("a history of fewer than n−1 tokens is filled up with start markers, or gets 0 at once") {
    corpus in
    { word, history in
      let markers = Array(repeating: start, count: max(0, corpus.order - 1 - history.count))
      return likelihood(corpus, word, after: corpus.cut(markers + history))
    }
  },
  .init("a history never seen is cut shorter until one was") { corpus in
    { word, history in
      var context = corpus.cut(history)
      while !context.isEmpty, corpus.total(context) == 0 { context.removeFirst() }
      return likelihood(corpus, word, after: context)
    }
  },
  .init("the divisor is how often the word occurs, not its history") { corpus in
    { fraction(corpus.count(corpus.cut($1) + [$0]), corpus.count([$0])) }
  },
  .init("the divisor is the number of different words after the history") { corpus in
    { word, history in
      let context = corpus.cut(history)
      let followers = corpus.counts.keys.count { $0.dropLast().elementsEqual(context) }
      return fraction(corpus.count(context + [word]), followers)
    }
  },
  .init("1 is added to every count, as in the next section") { corpus in
    { word, history in
      let context = corpus.cut(history)
      return fraction(
        corpus.count(context + [word]) + 1, corpus.total(context) + corpus.vocabulary.count)
    }
  },
  .init("the count is divided by the history's as whole numbers") { corpus in
    { word, history in
      let context = corpus.cut(history)
      let total = corpus.total(context)
      return total == 0 ? 0 : Double(corpus.count(context + [word]) / total)
    }
  },
  .init("the count is returned, not the share") { corpus in
    { Double(corpus.count(corpus.cut($1) + [$0])) }
  },
  .init("words outside the vocabulary are replaced by <unk>, which may have been counted") {
    corpus in
    { likelihood(corpus, known($0, corpus), after: corpus.cut($1.map { known($0, corpus) })) }
  },
  .init("a word outside the vocabulary is replaced by <unk>, though not in the history") {
    corpus in
    { likelihood(corpus, known($0, corpus), after: corpus.cut($1)) }
  },
  .init("words outside the vocabulary are replaced by <unk> in the history") { corpus in
    { likelihood(corpus, $0, after: corpus.cut($1.map { known($0, corpus) })) }
  },
  .init("at least one token of the history is kept, at order 1 too") { corpus in
    { likelihood(corpus, $0, after: $1.suffix(max(corpus.order - 1, 1))) }
  },
  .init("the count is divided by the number of all n-grams of its length") { corpus in
    { word, history in
      let nGram = corpus.cut(history) + [word]
      let all = corpus.counts.reduce(0) { $0 + ($1.key.count == nGram.count ? $1.value : 0) }
      return fraction(corpus.count(nGram), all)
    }
  },
  .init("the word stands before the history in the n-gram, not behind it") { corpus in
    { word, history in
      let context = corpus.cut(history)
      return fraction(corpus.count([word] + context), corpus.total(context))
    }
  },
]

/// A token, and `<unk>` in place of a word that the corpus does not have.
private func known(_ token: String, _ corpus: CountedCorpus) -> String {
  token == start || corpus.vocabulary.contains(token) ? token : unknown
}

/// The count of a history and word by the history's; 0 where it was never seen.
func likelihood(_ corpus: CountedCorpus, _ word: String, after context: [String]) -> Double {
  fraction(corpus.count(context + [word]), corpus.total(context))
}
