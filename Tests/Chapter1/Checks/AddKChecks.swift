import Grading

/// What exercise 1.11 asks for: a model made from counts and k.
public typealias AddK = @Sendable (_ corpus: CountedCorpus, _ k: Double) -> WordProbability

/// The grader of exercise 1.11, add-k smoothing.
public let addKExercise = Exercise<AddK>(
  "1.11", section: "add-k",
  examine: { model, examination in
    func check(
      _ order: Int, _ k: Double, _ word: String, _ history: String, _ remark: String,
      is expected: Double
    ) {
      examination.check(
        "P(\(word) | \(history)) of order \(order), k = \(k), on the three sentences, \(remark)",
        model(CountedCorpus(threeSentences, order: order), k)(word, words(history)), is: expected)
    }
    check(2, 1, "cat", "<s> the", "(3 + 1) / (5 + 9)", is: 4.0 / 14)
    check(2, 1, "over", "<s> the", "(0 + 1) / (5 + 9)", is: 1.0 / 14)
    check(2, 1, unknown, "<s> the", "(0 + 1) / (5 + 9)", is: 1.0 / 14)
    check(2, 0.5, "the", "<s>", "(3 + 0.5) / (3 + 4.5)", is: 3.5 / 7.5)
    check(2, 1, "the", "<s> mouse", "1/9 after a word never seen", is: 1.0 / 9)
    check(3, 1, "sat", "<s> the cat", "(1 + 1) / (3 + 9)", is: 2.0 / 12)
    check(3, 0.1, "cat", "<s> the dog jumped over the", "1.1 / 2.9", is: 1.1 / 2.9)
    check(1, 1, "the", "<s> the cat", "(5 + 1) / (18 + 9)", is: 6.0 / 27)
    for history in ["<s>", "<s> the", "<s> the cat sat", "<s> mouse mouse"] {
      examination.check(
        "the sum of P(• | \(history)) of order 3, k = 0.5, over the 9 tokens of the vocabulary",
        vocabularyOfThree.reduce(0) {
          $0 + model(CountedCorpus(threeSentences, order: 3), 0.5)($1, words(history))
        }, is: 1)
    }
    check(2, 0.37, "mouse", "<s> the", "(0 + 0.37) / (5 + 3.33)", is: 0.37 / 8.33)
    examination.checkAgreementInTurn(
      tolerance: 1e-9, scale: .largest,
      drawing: { draws in
        let k = draws.positive(scale: draws.element(of: [1.0, 1e-3, 70]))
        return SmoothedCorpus(corpus: draws.countedCorpus(sentences: 5), k: k)
      },
      making: { model($0.corpus, $0.k) },
      asking: { draws, material in draws.question(about: material.corpus) },
      claim: { material, asked in
        "P(\(asked.word) | \(asked.history.joined(separator: " "))) of order "
          + "\(material.corpus.order), k = \(material.k), on \(material.corpus.sentences.quoted)"
      },
      computed: { $0($1.word, $1.history) },
      expected: { shareAmongAll(of: $1, in: $0) })
  },
  mistakes: [
    .init("k is added above the line but not below it") { corpus, k in
      { word, history in
        let (count, total) = counted(corpus, word, history)
        return total == 0 ? 0 : (count + k) / total
      }
    },
    .init("k is added once below the line, not once for every word of the vocabulary") {
      corpus, k in
      { word, history in
        let (count, total) = counted(corpus, word, history)
        return (count + k) / (total + k)
      }
    },
    .init("1 is added, whatever k is") { corpus, _ in smoothed(corpus, 1) },
    .init("|V| is added below the line without k times it") { corpus, k in
      { word, history in
        let (count, total) = counted(corpus, word, history)
        return (count + k) / (total + size(corpus))
      }
    },
    .init("|V| is the number of different words that follow the history") { corpus, k in
      { word, history in
        let context = corpus.cut(history)
        let followers = corpus.counts.keys.count { $0.dropLast().elementsEqual(context) }
        return smoothed(corpus, k, size: Double(max(followers, 1)))(word, history)
      }
    },
    .init("only n-grams never seen get k, and the others keep their share of the history") {
      corpus, k in
      { word, history in
        let (count, total) = counted(corpus, word, history)
        return count > 0 ? count / total : k / (total + k * size(corpus))
      }
    },
    .init("after a history never seen the answer is 0") { corpus, k in
      { word, history in
        corpus.total(corpus.cut(history)) == 0 ? 0 : smoothed(corpus, k)(word, history)
      }
    },
    .init("more of the history than its last n−1 tokens is used") { corpus, k in
      { word, history in
        let count = Double(corpus.count(history + [word])) + k
        return count / (Double(corpus.total(history)) + k * size(corpus))
      }
    },
    .init("the history keeps its first n−1 tokens, not its last") { corpus, k in
      { smoothed(corpus, k)($0, Array($1.prefix(corpus.order - 1))) }
    },
    .init("the divisor starts from how often the history occurs, and <s> alone is no n-gram") {
      corpus, k in
      { word, history in
        let context = corpus.cut(history)
        let total = context.isEmpty ? corpus.total([]) : corpus.count(context)
        return (Double(corpus.count(context + [word])) + k) / (Double(total) + k * size(corpus))
      }
    },
    .init("the divisor starts from the history's own count, and no token at all is no n-gram") {
      corpus, k in
      { word, history in
        let context = corpus.cut(history)
        return (Double(corpus.count(context + [word])) + k)
          / (Double(corpus.count(context)) + k * size(corpus))
      }
    },
    .init("a word outside the vocabulary gets 0") { corpus, k in
      { corpus.vocabulary.contains($0) ? smoothed(corpus, k)($0, $1) : 0 }
    },
    .init("a word outside the vocabulary is taken for <unk>, which may have been counted") {
      corpus, k in
      { smoothed(corpus, k)(corpus.vocabulary.contains($0) ? $0 : unknown, $1) }
    },
    .init("k is cut to a whole number") { corpus, k in smoothed(corpus, k.rounded(.down)) },
    .init("k is cut to a whole number, and to 1 where it is less") { corpus, k in
      smoothed(corpus, max(k.rounded(.down), 1))
    },
    .init("|V| is the number of different n-grams, not of types") { corpus, k in
      smoothed(corpus, k, size: Double(corpus.counts.keys.count { $0.count == corpus.order }))
    },
    .init("after a history never seen a shorter one is asked") { corpus, k in
      { word, history in
        var context = corpus.cut(history)
        while corpus.total(context) == 0 { context.removeFirst() }
        return smoothed(corpus, k)(word, context)
      }
    },
  ],
  conventions: [
    .init("|V| holds no <unk>, as where every word is known beforehand") { corpus, k in
      smoothed(corpus, k, size: size(corpus) - 1)
    },
    .init("|V| holds <s> too, as in NLTK") { corpus, k in
      smoothed(corpus, k, size: size(corpus) + 1)
    },
  ],
  alternatives: [
    .init("maximum likelihood mixed with the uniform distribution") { corpus, k in
      { word, history in
        let context = corpus.cut(history)
        let total = Double(corpus.total(context))
        let share = total / (total + k * size(corpus))
        return share * likelihood(corpus, word, after: context) + (1 - share) / size(corpus)
      }
    },
    .init("the smoothed counts of the whole vocabulary, then their sum") { corpus, k in
      { word, history in
        let context = corpus.cut(history)
        let weights = corpus.vocabulary.map { Double(corpus.count(context + [$0])) + k }
        return (Double(corpus.count(context + [word])) + k) / weights.reduce(0, +)
      }
    },
    .init("a table of all words for every history, and 1/|V| for any other") { corpus, k in
      let size = size(corpus)
      let tables: [[String]: [String: Double]] = corpus.counts.reduce(into: [:]) { tables, entry in
        let (nGram, count) = entry
        tables[nGram.dropLast(), default: [:]][nGram[nGram.count - 1]] = Double(count)
      }
      return { word, history in
        guard let table = tables[Array(history.suffix(corpus.order - 1))] else { return 1 / size }
        let below = 1 / (table.values.reduce(0, +) + size * k)
        return (table[word] ?? 0) * below + k * below
      }
    },
  ])

/// What a smoothed model is made of.
private struct SmoothedCorpus {
  let corpus: CountedCorpus
  let k: Double
}

/// The answer from the sentences themselves: among the tokens that stand after the same n−1 tokens,
/// and k more of every type, the share of this word.
private func shareAmongAll(of asked: WordQuestion, in material: SmoothedCorpus) -> Double {
  let corpus = material.corpus
  let context = Array(asked.history.suffix(corpus.order - 1))
  var followers: [String] = []
  for tokens in corpus.sentences.map(padded) {
    for place in 1..<tokens.count where tokens[..<place].suffix(context.count) == context[...] {
      followers.append(tokens[place])
    }
  }
  let count = Double(followers.count { $0 == asked.word })
  return (count + material.k)
    / (Double(followers.count) + material.k * Double(corpus.vocabulary.count))
}

/// The counts of the history with the word and of the history, after cutting it.
private func counted(
  _ corpus: CountedCorpus, _ word: String, _ history: [String]
) -> (count: Double, total: Double) {
  let context = corpus.cut(history)
  return (Double(corpus.count(context + [word])), Double(corpus.total(context)))
}

/// The number of tokens that can be predicted.
private func size(_ corpus: CountedCorpus) -> Double { Double(corpus.vocabulary.count) }

/// Add-k with a vocabulary of a given size; the right one where none is given.
private func smoothed(
  _ corpus: CountedCorpus, _ k: Double, size given: Double? = nil
) -> WordProbability {
  { word, history in
    let (count, total) = counted(corpus, word, history)
    return (count + k) / (total + k * (given ?? size(corpus)))
  }
}
