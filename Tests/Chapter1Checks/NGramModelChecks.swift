import Grading

/// What exercises 1.8 and 1.16 ask for: a model made from counts.
public typealias CountsToModel = @Sendable (_ corpus: CountedCorpus) -> WordProbability

/// The grader of exercise 1.8, maximum likelihood with a history cut short.
public let nGramModelExercise = Exercise<CountsToModel>(
  "1.8", section: "maximum-likelihood",
  examine: { model, examination in
    func check(
      _ order: Int, _ word: String, _ history: String, _ remark: String, is expected: Double
    ) {
      examination.check(
        "P(\(word) | \(history)) of order \(order) on the three sentences, \(remark)",
        model(CountedCorpus(threeSentences, order: order))(word, words(history)), is: expected)
    }
    check(2, "cat", "<s> the", "3/5", is: 0.6)
    check(2, "the", "<s>", "3/3", is: 1)
    check(3, "cat", "<s> the", "2/3", is: 2.0 / 3)
    check(3, "the", "<s>", "3/3, from pairs", is: 1)
    check(3, "sat", "<s> the cat", "1/3", is: 1.0 / 3)
    check(3, "cat", "<s> the dog jumped over the", "1/2", is: 0.5)
    check(2, "dog", "<s> the cat jumped over the", "1/5", is: 0.2)
    check(1, "the", "<s> the cat", "5/18", is: 5.0 / 18)
    check(3, "dog", "<s> the cat jumped over the", "an n-gram never seen", is: 0)
    check(3, "sat", "<s> mouse cat", "after a history never seen", is: 0)
    check(2, "mouse", "<s> the", "a word never seen", is: 0)
    for history in ["<s>", "<s> the", "<s> the dog jumped over the", "<s> the cat sat"] {
      examination.check(
        "the sum of P(• | \(history)) of order 3 over all words of the three sentences",
        vocabularyOfThree.reduce(0) {
          $0 + model(CountedCorpus(threeSentences, order: 3))($1, words(history))
        }, is: 1)
    }
    examination.check(
      "P(the | <s>) of order 2 on no sentences",
      model(CountedCorpus([], order: 2))("the", [start]), is: 0)
  },
  mistakes: [
    .init("the history is not cut to its last n−1 tokens, and no longer one was counted") {
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
  ],
  alternatives: [
    .init("the history's count summed from the n-grams that go on from it") { corpus in
      { word, history in
        let context = corpus.cut(history)
        let sum = corpus.counts.reduce(0) { sum, entry in
          sum + (entry.key.dropLast().elementsEqual(context) ? entry.value : 0)
        }
        return fraction(corpus.count(context + [word]), sum)
      }
    },
    .init("tokens dropped from the history one by one") { corpus in
      { word, history in
        var context = history
        while context.count > corpus.order - 1 { context.removeFirst() }
        guard let total = corpus.contextCounts[context] else { return 0 }
        return Double(corpus.count(context + [word])) / Double(total)
      }
    },
  ])

/// The count of a history and word by the history's; 0 where it was never seen.
func likelihood(_ corpus: CountedCorpus, _ word: String, after context: [String]) -> Double {
  fraction(corpus.count(context + [word]), corpus.total(context))
}
