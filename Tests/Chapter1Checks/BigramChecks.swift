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

  /// The counts without rows that hold nothing.
  var filledRows: [String: [String: Int]] { counts.filter { !$0.value.isEmpty } }
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
  },
  mistakes: bigramMistakes,
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
  ])

private let bigramMistakes: [NamedImplementation<Bigram>] = [
  .init("the sentence end is not counted") { sentences in
    bigramModel(table(sentences.flatMap { pairs($0).dropLast() }))
  },
  .init("a sentence's first word has no start marker before it") { sentences in
    bigramModel(table(sentences.flatMap { pairs($0).dropFirst() }))
  },
  .init("the sentences are run together, so that pairs reach from one into the next") {
    bigramModel(table(neighbours($0.flatMap(padded))))
  },
  .init("rows and columns of the table are swapped") { sentences in
    bigramModel(table(sentences.flatMap { pairs($0).map { ($1, $0) } }))
  },
  .init("the count is divided by the number of all pairs") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      fraction(
        counts[previous]?[word] ?? 0, counts.values.reduce(0) { $0 + $1.values.reduce(0, +) })
    }
  },
  .init("the count is divided by how often the word itself occurs, not the one before it") {
    sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      fraction(counts[previous]?[word] ?? 0, counts.values.reduce(0) { $0 + ($1[word] ?? 0) })
    }
  },
  .init("the count is divided by the number of different words in the row") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      fraction(counts[previous]?[word] ?? 0, counts[previous]?.count ?? 0)
    }
  },
  .init("the first token of the history is looked up instead of its last") { sentences in
    let right = bigramModel(table(sentences.flatMap(pairs)))
    return BigramAnswer(counts: right.counts) { right.probability($0, Array($1.prefix(1))) }
  },
  .init("a word never seen is not looked for, and 0 / 0 is not a number") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      let row = counts[previous] ?? [:]
      return Double(row[word] ?? 0) / Double(row.values.reduce(0, +))
    }
  },
]

/// The pairs of neighbours in a sentence with its markers.
private func pairs(_ sentence: [String]) -> [(String, String)] { neighbours(padded(sentence)) }

private func neighbours(_ tokens: [String]) -> [(String, String)] {
  Array(zip(tokens, tokens.dropFirst()))
}

private func table(_ pairs: [(String, String)]) -> [String: [String: Int]] {
  pairs.reduce(into: [:]) { $0[$1.0, default: [:]][$1.1, default: 0] += 1 }
}

/// A model of counts; `probability` is told the counts, the last token of the history and a word.
private func bigramModel(
  _ counts: [String: [String: Int]],
  probability: @escaping @Sendable ([String: [String: Int]], String, String) -> Double = {
    counts, previous, word in
    let row = counts[previous] ?? [:]
    return fraction(row[word] ?? 0, row.values.reduce(0, +))
  }
) -> BigramAnswer {
  BigramAnswer(counts: counts) { word, history in
    probability(counts, history.last ?? "", word)
  }
}
