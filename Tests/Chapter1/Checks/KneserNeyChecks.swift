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
    examineDrawnCorpora(model, &examination)
    examineGrowth(model, &examination)
  },
  mistakes: kneserNeyMistakes,
  conventions: [
    .init("|V| holds no <unk>, as where every word is known beforehand") {
      var parts = KneserNeyParts($0)
      parts.uniform = 1 / max(1 / parts.uniform - 1, 1)
      return parts.model()
    },
    .init("|V| holds <s> too, as in NLTK") {
      var parts = KneserNeyParts($0)
      parts.uniform = 1 / (1 / parts.uniform + 1)
      return parts.model()
    },
  ],
  alternatives: [
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
    .init("a sum over all shorter histories, each with the product of the γ before it") { corpus in
      let parts = KneserNeyParts(corpus)
      return { word, history in
        var (sum, weight) = (0.0, 1.0)
        var context = history.suffix(corpus.order - 1)[...]
        while true {
          if parts.followers[Array(context)] != nil {
            sum += weight * parts.kept(word, Array(context))
            weight *= parts.freed(Array(context))
          }
          if context.isEmpty { return sum + weight * parts.uniform }
          context = context.dropFirst()
        }
      }
    },
  ],
  tooSlow: [
    .init("the followers of a history are looked for among all n-grams, for each question") {
      corpus in
      let counts = adjusted(corpus)
      let discounts = corpus.discounts
      return { word, history in
        func estimate(_ history: [String]) -> Double {
          let shorter =
            history.isEmpty
            ? 1 / Double(corpus.vocabulary.count) : estimate(Array(history.dropFirst()))
          let followers = counts.filter {
            $0.key.count == history.count + 1 && $0.key.starts(with: history)
          }
          guard !followers.isEmpty else { return shorter }
          let taken = discounts[history.count]
          let freed = followers.values.reduce(0) { $0 + taken[min($1, 3) - 1] }
          let count = followers[history + [word]] ?? 0
          let kept = count == 0 ? 0 : Double(count) - taken[min(count, 3) - 1]
          return (kept + freed * shorter) / Double(followers.values.reduce(0, +))
        }
        return estimate(history.suffix(corpus.order - 1))
      }
    }
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
  for corpus in namedCorpora {
    let answer = model(corpus.material.corpus)
    for (word, history) in corpus.questions {
      examination.check(
        "Kneser–Ney P(\(word) | \(history)) of order \(corpus.material.corpus.order) on "
          + corpus.name,
        answer(word, words(history)),
        is: corpus.material.table(after: words(history))[word] ?? 0)
    }
  }
}

private func examineSums(_ model: CountsToModel, _ examination: inout Examination) {
  let counted = CountedCorpus(eightSentences, order: 3)
  let answer = model(counted)
  for history in ["<s>", "<s> the", "<s> the cat saw the", "<s> the zebra ran", "<s> a zebra"] {
    examination.check(
      "the sum of Kneser–Ney P(• | \(history)) of order 3 over the vocabulary of 8 sentences",
      counted.vocabulary.sorted().reduce(0) { $0 + answer($1, words(history)) }, is: 1)
  }
}

private func examineDrawnCorpora(_ model: @escaping CountsToModel, _ examination: inout Examination)
{
  examination.checkAgreementInTurn(
    samples: 7, scale: .largest,
    drawing: { AdjustedCorpus(corpus: $0.countedCorpus(sentences: 8)) },
    making: { model($0.corpus) },
    asking: { draws, material in draws.question(about: material.corpus) },
    claim: { material, asked in
      "Kneser–Ney P(\(asked.word) | \(asked.history.joined(separator: " "))) of order "
        + "\(material.corpus.order) on \(material.corpus.sentences.quoted)"
    },
    computed: { $0($1.word, $1.history) },
    expected: { material, asked in
      let table = material.table(after: asked.history)
      return table[asked.word] ?? table[anyOtherWord] ?? 0
    })
}

private func examineGrowth(_ model: CountsToModel, _ examination: inout Examination) {
  examination.checkGrowth(
    of: "100 questions to a model of n n-grams", from: 80, to: 2560, atMost: .constant,
    run: RunSize(10_095_093, "the 10,095,093 n-grams of the run"),
    preparing: { count in
      model(CountedCorpus((0..<count / 4).map { ["the", "w\($0)"] }, order: 2))
    },
    working: { answer in
      for number in 0..<100 { _ = answer("w\(number % 20)", [start, "the"]) }
    })
}
