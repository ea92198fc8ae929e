import Grading

/// The grader of exercise 1.16, interpolated modified Kneser–Ney.
///
/// By hand, for “the cat sat” with the discounts 1/2, 1 and 3/2 that stand in on so small a corpus:
/// single words have 4 adjusted counts of 1, so γ = 4 · 1/2 / 4 = 1/2, and with |V| = 5,
/// P(cat) = 1/2 / 4 + 1/2 · 1/5 = 0.225. After “the”, γ = 1/2 and
/// P(cat | the) = 1/2 / 1 + 1/2 · 0.225 = 0.6125.
public let kneserNeyExercise = Exercise<CountsToModel>(
  "1.16", section: "kneser-ney-interpolation",
  examine: { model, examination in
    examineByHand(model, &examination)
    examineByTable(model, &examination)
    examineSums(model, &examination)
  },
  mistakes: kneserNeyMistakes,
  alternatives: [
    .init("the table of all words, from the shortest history up") { corpus in
      { word, history in
        let table = kneserNeyTable(corpus, after: history)
        return table[word] ?? table[unknown] ?? 0
      }
    },
    .init("the whole history, since what was never counted falls through to a shorter one") {
      corpus in
      let parts = KneserNeyParts(corpus)
      return { word, history in
        var answer = parts.uniform
        for length in 0...history.count {
          let context = Array(history.suffix(length))
          guard parts.followers[context] != nil else { continue }
          answer = parts.kept(word, context) + parts.freed(context) * answer
        }
        return answer
      }
    },
  ])

private func examineByHand(_ model: CountsToModel, _ examination: inout Examination) {
  func check(
    _ order: Int, _ word: String, _ history: String, _ remark: String, is expected: Double
  ) {
    examination.check(
      "Kneser–Ney P(\(word) | \(history)) of order \(order) on “the cat sat”, \(remark)",
      model(CountedCorpus([words("the cat sat")], order: order))(word, words(history)),
      is: expected)
  }
  check(1, "cat", "<s> the", "(1 − 1/2) / 4 + 1/2 · 1/5", is: 0.225)
  check(1, unknown, "<s> the", "1/2 · 1/5", is: 0.1)
  check(2, "cat", "<s> the", "(1 − 1/2) / 1 + 1/2 · 0.225", is: 0.6125)
  check(2, "sat", "<s> the", "1/2 · 0.225", is: 0.1125)
  check(2, "cat", "<s> mouse", "P(cat) = 0.225, for “mouse” was never seen", is: 0.225)
  check(2, "mouse", "<s> the", "1/2 · 1/2 · 1/5", is: 0.05)
  check(3, "cat", "<s> the", "1/2 + 1/2 · 0.6125", is: 0.80625)
}

private func examineByTable(_ model: CountsToModel, _ examination: inout Examination) {
  func check(
    _ order: Int, _ word: String, _ history: String, in corpus: [[String]], _ name: String
  ) {
    let counted = CountedCorpus(corpus, order: order)
    examination.check(
      "Kneser–Ney P(\(word) | \(history)) of order \(order) on \(name)",
      model(counted)(word, words(history)),
      is: kneserNeyTable(counted, after: words(history))[word] ?? 0)
  }
  for (word, history) in [("cat", "<s> the"), ("puddle", "<s> the"), ("jumped", "<s> the cat")] {
    check(2, word, history, in: threeSentences, "the three sentences")
  }
  let history = "<s> the dog jumped over the"
  for word in ["cat", "puddle", "dog", end, unknown] {
    check(3, word, history, in: threeSentences, "the three sentences")
  }
  let name = "8 sentences about a cat, a dog and a mouse"
  for (word, history) in [
    ("the", "<s>"), ("cat", "<s> the"), ("saw", "<s> the cat"), ("mouse", "<s> the cat saw the"),
    ("dog", "<s> the cat saw the"), ("ran", "<s> the mouse saw the cat and"),
    (end, "<s> the cat ran"), ("sat", "<s> a zebra"),
  ] {
    check(3, word, history, in: eightSentences, name)
  }
}

private func examineSums(_ model: CountsToModel, _ examination: inout Examination) {
  let counted = CountedCorpus(eightSentences, order: 3)
  for history in ["<s>", "<s> the", "<s> the cat saw the", "<s> the zebra ran", "<s> a zebra"] {
    examination.check(
      "the sum of Kneser–Ney P(• | \(history)) of order 3 over the vocabulary of 8 sentences",
      counted.vocabulary.sorted().reduce(0) { $0 + model(counted)($1, words(history)) }, is: 1)
  }
}

private let kneserNeyMistakes: [NamedImplementation<CountsToModel>] = [
  .init("the shorter history's probability is added without γ before it") {
    KneserNeyParts($0).stepping { $0.kept($1, $2) + $3 }
  },
  .init("what the discounts free is given to no word") {
    KneserNeyParts($0).stepping { parts, word, history, _ in parts.kept(word, history) }
  },
  .init("the shorter history is asked only for words never seen after the longer one") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      parts.count(word, history) > 0
        ? parts.kept(word, history) : parts.freed(history) * shorter
    }
  },
  .init("nothing is taken off the counts, though γ is given away") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      parts.count(word, history) / parts.total(history) + parts.freed(history) * shorter
    }
  },
  .init("after a history never seen the answer is 0") {
    KneserNeyParts($0).model(unseen: { _ in 0 })
  },
  .init("after a history never seen the answer is the uniform 1/|V|") {
    let parts = KneserNeyParts($0)
    return parts.model(unseen: { _ in parts.uniform })
  },
  .init("single words are not mixed with the uniform distribution") {
    var parts = KneserNeyParts($0)
    parts.uniform = 0
    return parts.model()
  },
  .init("<unk> is left out of |V|") {
    var parts = KneserNeyParts($0)
    parts.uniform = 1 / (1 / parts.uniform - 1)
    return parts.model()
  },
  .init("D1 is taken off every count, however large") {
    var parts = KneserNeyParts($0)
    parts.discounts = parts.discounts.map { [$0[0], $0[0], $0[0]] }
    return parts.model()
  },
  .init("γ multiplies the number of all followers by D1, though larger counts lose D2 and D3+") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      let followers = Double(parts.followers[history]?.count ?? 0)
      let freed = parts.discounts[history.count][0] * followers / parts.total(history)
      return parts.kept(word, history) + freed * shorter
    }
  },
  .init("the longest n-grams' discounts are used at every length") {
    var parts = KneserNeyParts($0)
    parts.discounts = parts.discounts.map { _ in parts.discounts[parts.longest] }
    return parts.model()
  },
  .init("the history is shortened at its end, not at its start") {
    KneserNeyParts($0).model(shorten: { $0.dropLast() })
  },
  .init("shorter n-grams keep their plain counts") {
    KneserNeyParts($0, counts: $0.counts).model()
  },
]

/// Enough for the discounts of pairs and triples to come from the formula.
private let eightSentences = [
  "the cat saw the mouse", "the cat saw the dog", "the dog saw the cat", "the mouse saw the cat",
  "the cat ran", "the mouse ran and the cat ran", "the dog sat", "a dog and a mouse sat",
].map(words)
