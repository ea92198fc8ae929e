/// What a model is made of, and its adjusted counts, which every question needs.
struct AdjustedCorpus: Sendable {
  let corpus: CountedCorpus
  private let adjustedCounts: [[String]: Int]

  init(corpus: CountedCorpus) {
    self.corpus = corpus
    adjustedCounts = corpus.adjustedCounts
  }

  /// The right probabilities of all words after a history.
  func table(after history: [String]) -> [String: Double] {
    kneserNeyTable(corpus, adjustedCounts, after: history)
  }
}

/// A corpus with questions to a model of it, as a word and the history before it.
struct NamedCorpus: Sendable {
  let name: String
  let material: AdjustedCorpus
  let questions: [(word: String, history: String)]

  init(
    _ name: String, _ sentences: [[String]], order: Int,
    _ questions: [(word: String, history: String)]
  ) {
    self.name = name
    material = AdjustedCorpus(corpus: CountedCorpus(sentences, order: order))
    self.questions = questions
  }
}

/// The corpora that models are asked about, the smallest first.
let namedCorpora = [
  NamedCorpus(
    "the three sentences", threeSentences, order: 2,
    [("cat", "<s> the"), ("puddle", "<s> the"), ("jumped", "<s> the cat")]),
  NamedCorpus(
    "the three sentences", threeSentences, order: 3,
    ["cat", "puddle", "dog", end, unknown].map { ($0, "<s> the dog jumped over the") }),
  NamedCorpus(
    "8 sentences about a cat, a dog and a mouse", eightSentences, order: 3,
    [
      ("the", "<s>"), ("cat", "<s> the"), ("saw", "<s> the cat"), ("mouse", "<s> the cat saw the"),
      ("dog", "<s> the cat saw the"), ("ran", "<s> the mouse saw the cat and"),
      (end, "<s> the cat ran"), ("sat", "<s> a zebra"),
    ]),
  // Lengths 2 to 5 have discounts from the formula here, and no two of them the same.
  NamedCorpus(
    "12 sentences about a cat, a dog and a mouse",
    zip(eightSentences, [2, 1, 1, 2, 3, 1, 1, 1]).flatMap { Array(repeating: $0, count: $1) },
    order: 5,
    [eightSentences[3], eightSentences[5], words("the dog saw the mouse")].flatMap { sentence in
      (sentence + [end]).enumerated().map { place, word in
        (word, ([start] + sentence.prefix(place)).joined(separator: " "))
      }
    }),
]

/// Enough for the discounts of pairs and triples to come from the formula.
let eightSentences = [
  "the cat saw the mouse", "the cat saw the dog", "the dog saw the cat", "the mouse saw the cat",
  "the cat ran", "the mouse ran and the cat ran", "the dog sat", "a dog and a mouse sat",
].map(words)
