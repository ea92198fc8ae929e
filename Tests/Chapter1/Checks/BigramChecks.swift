import Grading

/// What exercise 1.5 asks for: a model made from sentences.
public typealias Bigram = @Sendable (_ sentences: [[String]]) -> BigramAnswer

/// What a bigram model shows of itself.
public struct BigramAnswer: Sendable {
  /// How often each word follows each token: `counts[previous][word]`.
  public let counts: [String: [String: Int]]
  /// The model's probability of a word after a history.
  public let probability: WordProbability

  /// Collects what a bigram model shows of itself.
  public init(counts: [String: [String: Int]], probability: @escaping WordProbability) {
    self.counts = counts
    self.probability = probability
  }

  /// The counts without entries of 0 and rows that hold nothing.
  var filledRows: [String: [String: Int]] {
    counts.mapValues { $0.filter { $0.value != 0 } }.filter { !$0.value.isEmpty }
  }
}

/// The grader of exercise 1.5, the bigram model.
public let bigramExercise = Exercise<Bigram>(
  "1.5", section: "bigrams",
  examine: { bigram, examination in
    examination.check(
      "bigram counts[previous][word] of “the cat sat”",
      bigram([["the", "cat", "sat"]]).filledRows,
      is: [start: ["the": 1], "the": ["cat": 1], "cat": ["sat": 1], "sat": [end: 1]])
    examination.check(
      "bigram counts[previous][word] of “no no no”", bigram([["no", "no", "no"]]).filledRows,
      is: [start: ["no": 1], "no": ["no": 2, end: 1]])
    examination.check(
      "bigram counts[previous][word] of the three sentences", bigram(threeSentences).filledRows,
      is: [
        start: ["the": 3], "the": ["cat": 3, "puddle": 1, "dog": 1],
        "cat": ["jumped": 1, "sat": 1, end: 1], "jumped": ["over": 2], "over": ["the": 2],
        "puddle": [end: 1], "sat": [end: 1], "dog": ["jumped": 1],
      ])
    func check(_ word: String, _ history: String, _ remark: String, is expected: Double) {
      examination.check(
        "bigram P(\(word) | \(history)) on the three sentences, \(remark)",
        bigram(threeSentences).probability(word, words(history)), is: expected)
    }
    check("the", "<s>", "3/3", is: 1)
    check("cat", "<s> the", "3/5", is: 0.6)
    check("jumped", "<s> the cat", "1/3", is: 1.0 / 3)
    check("cat", "<s> the dog jumped over the", "3/5", is: 0.6)
    check(end, "<s> the cat sat", "1/1", is: 1)
    check(end, "<s> the cat", "1/3", is: 1.0 / 3)
    check("dog", "<s> the cat", "a pair never seen", is: 0)
    check("the", "<s> mouse", "after a word never seen", is: 0)
    for previous in [start, "the", "cat", "over"] {
      examination.check(
        "the sum of bigram P(• | \(previous)) over all words of the three sentences",
        vocabularyOfThree.reduce(0) {
          $0 + bigram(threeSentences).probability($1, [start, "the", previous])
        }, is: 1)
    }
    examination.check(
      "bigram counts[previous][word] of one empty sentence", bigram([[]]).filledRows,
      is: [start: [end: 1]])
    examination.check(
      "bigram P(the | <s>) of no sentences", bigram([]).probability("the", [start]), is: 0)
    compareBigrams(bigram, &examination)
    examination.checkGrowth(
      of: "counting the pairs of n different words", from: 100, to: 6400, run: DrawnText.run,
      preparing: DrawnText.differentWords, working: { _ = bigram($0) })
  },
  mistakes: bigramCountingMistakes + bigramProbabilityMistakes,
  alternatives: [
    .init("sums of rows made beforehand") { sentences in
      let counts = table(sentences.flatMap(pairs))
      let sums = counts.mapValues { $0.values.reduce(0, +) }
      return BigramAnswer(counts: counts) { word, history in
        guard let previous = history.last, let sum = sums[previous] else { return 0 }
        return Double(counts[previous]?[word] ?? 0) / Double(sum)
      }
    },
    .init("an empty row for every word that ends nothing") { sentences in
      var counts = table(sentences.flatMap(pairs))
      counts[end] = [:]
      return bigramModel(counts)
    },
    .init("all pairs sorted and counted in runs") { sentences in
      var counts: [String: [String: Int]] = [:]
      var rest = sentences.flatMap(pairs).sorted { ($0.0, $0.1) < ($1.0, $1.1) }[...]
      while let pair = rest.first {
        let run = rest.prefix { $0 == pair }
        counts[pair.0, default: [:]][pair.1] = run.count
        rest = rest.dropFirst(run.count)
      }
      return bigramModel(counts)
    },
    .init("sums of rows asked for first, shares in one table") { sentences in
      let counts = table(sentences.flatMap(pairs))
      var shares: [[String]: Double] = [:]
      for (previous, row) in counts {
        let sum = Double(row.values.reduce(0, +))
        for (word, count) in row { shares[[previous, word]] = Double(count) / sum }
      }
      let answers = shares
      return BigramAnswer(counts: counts) { word, history in
        answers[history.suffix(1) + [word], default: 0]
      }
    },
  ],
  tooSlow: [
    .init("the text so far copied for every pair") { sentences in
      var before: [(String, String)] = []
      for pair in sentences.flatMap(pairs) { before = before.filter { _ in true } + [pair] }
      return bigramModel(table(before))
    },
    .init("all pairs looked through for every different pair") { sentences in
      let all = sentences.flatMap(pairs)
      var counts: [String: [String: Int]] = [:]
      for pair in all where counts[pair.0]?[pair.1] == nil {
        counts[pair.0, default: [:]][pair.1] = all.count { $0 == pair }
      }
      return bigramModel(counts)
    },
  ])

/// Models of drawn sentences: what they counted, and two asked in turn.
private func compareBigrams(_ bigram: @escaping Bigram, _ examination: inout Examination) {
  examination.checkAgreement(
    samples: 30, drawing: { DrawnText.sentences(&$0) },
    claim: { "bigram counts[previous][word] of \(DrawnText.quoted($0))" },
    computed: { bigram($0).filledRows }, expected: plainPairs)
  examination.checkAgreementInTurn(
    samples: 20, tolerance: 1e-12, drawing: { DrawnText.sentences(&$0) }, making: bigram,
    asking: { draws, sentences in
      (
        word: draws.element(of: DrawnText.askedWords),
        history: DrawnText.history(&draws, of: sentences)
      )
    },
    claim: {
      "bigram P(\($1.word) | \($1.history.joined(separator: " "))) of \(DrawnText.quoted($0))"
    },
    computed: { $0.probability($1.word, $1.history) },
    expected: { sentences, question in
      let row = plainPairs(sentences)[question.history.last ?? ""] ?? [:]
      return Double(row[question.word] ?? 0) / Double(max(1, row.values.reduce(0, +)))
    })
}

/// The oracle: every place of every sentence, and the token that stands there and after it.
private func plainPairs(_ sentences: [[String]]) -> [String: [String: Int]] {
  var rows: [String: [String: Int]] = [:]
  for sentence in sentences {
    for place in 0...sentence.count {
      let previous = place == 0 ? start : sentence[place - 1]
      let word = place == sentence.count ? end : sentence[place]
      var row = rows[previous] ?? [:]
      row[word] = (row[word] ?? 0) + 1
      rows[previous] = row
    }
  }
  return rows
}
