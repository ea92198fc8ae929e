import Grading

/// What exercise 1.4 asks for: a model made from sentences.
public typealias Unigram = @Sendable (_ sentences: [[String]]) -> UnigramAnswer

/// What a unigram model shows of itself.
public struct UnigramAnswer: Sendable {
  /// How often every word, and the sentence end, occurs.
  public let counts: [String: Int]
  /// The sum of the counts.
  public let total: Int
  /// The model's probability of a word.
  public let probability: WordProbability

  /// Collects what a unigram model shows of itself.
  public init(counts: [String: Int], total: Int, probability: @escaping WordProbability) {
    self.counts = counts
    self.total = total
    self.probability = probability
  }

  /// The counts without entries of 0, which say nothing.
  var seen: [String: Int] { counts.filter { $0.value != 0 } }
}

/// The grader of exercise 1.4, the unigram model.
public let unigramExercise = Exercise<Unigram>(
  "1.4", section: "unigrams",
  examine: { unigram, examination in
    examination.check(
      "unigram counts of “the cat sat”", unigram([["the", "cat", "sat"]]).seen,
      is: ["the": 1, "cat": 1, "sat": 1, end: 1])
    examination.check(
      "unigram counts of the three sentences", unigram(threeSentences).seen,
      is: [
        "the": 5, "cat": 3, "jumped": 2, "over": 2, "puddle": 1, "sat": 1, "dog": 1, end: 3,
      ])
    examination.check(
      "unigram total of the three sentences, 15 words and 3 ends",
      unigram(threeSentences).total, is: 18)
    func check(_ word: String, after history: String, _ remark: String, is expected: Double) {
      examination.check(
        "unigram P(\(word)) on the three sentences, \(remark)",
        unigram(threeSentences).probability(word, words(history)), is: expected)
    }
    check("the", after: "<s>", "5/18", is: 5.0 / 18)
    check("the", after: "<s> the cat", "5/18 after any history", is: 5.0 / 18)
    check(end, after: "<s>", "3/18", is: 3.0 / 18)
    check("mouse", after: "<s>", "a word never seen", is: 0)
    check(start, after: "<s>", "which is never counted", is: 0)
    examination.check(
      "the sum of unigram P over all words of the three sentences",
      vocabularyOfThree.reduce(0) { $0 + unigram(threeSentences).probability($1, [start]) }, is: 1)
    examination.check(
      "unigram counts of one empty sentence", unigram([[]]).seen, is: [end: 1])
    examination.check(
      "unigram P(</s>) of one empty sentence, 1/1", unigram([[]]).probability(end, [start]), is: 1)
    examination.check("unigram counts of no sentences", unigram([]).seen, is: [:])
    examination.check("unigram total of no sentences", unigram([]).total, is: 0)
    examination.check(
      "unigram P(the) of no sentences", unigram([]).probability("the", [start]), is: 0)
    compareUnigrams(unigram, &examination)
    examination.checkGrowth(
      of: "counting n different words", from: 100, to: 6400, run: DrawnText.run,
      preparing: DrawnText.differentWords, working: { _ = unigram($0) })
  },
  mistakes: unigramMistakes,
  alternatives: [
    .init("sorted tokens counted in runs") { sentences in
      let sorted = sentences.flatMap { $0 + [end] }.sorted()
      var counts: [String: Int] = [:]
      var position = 0
      while position < sorted.count {
        let next = sorted[position...].firstIndex { $0 != sorted[position] } ?? sorted.count
        counts[sorted[position]] = next - position
        position = next
      }
      let fixed = counts
      return UnigramAnswer(counts: fixed, total: sorted.count) { word, _ in
        fixed[word].map { Double($0) / Double(sorted.count) } ?? 0
      }
    },
    .init("the sentence ends counted apart") { sentences in
      var counts = countsOfTokens(sentences.joined())
      if !sentences.isEmpty { counts[end] = sentences.count }
      let fixed = counts
      let total = fixed.values.reduce(0, +)
      return UnigramAnswer(counts: fixed, total: total) { word, _ in
        fixed[word] == nil ? 0 : Double(fixed[word, default: 0]) / Double(total)
      }
    },
    .init("a word's share is worked out beforehand") { sentences in
      let all = countsOfTokens(predictedTokens(sentences))
      let total = all.values.reduce(0, +)
      let shares = all.mapValues { Double($0) / Double(total) }
      return UnigramAnswer(counts: all, total: total) { word, _ in shares[word, default: 0] }
    },
    .init("an entry of 0 for the sentence end where there are no sentences") { sentences in
      let answer = unigramModel(of: predictedTokens(sentences))
      return UnigramAnswer(
        counts: answer.counts.merging([end: 0]) { seen, _ in seen }, total: answer.total,
        probability: answer.probability)
    },
  ],
  tooSlow: [
    .init("all tokens looked through for every different word") { sentences in
      let all = predictedTokens(sentences)
      var counts: [String: Int] = [:]
      for word in Set(all) { counts[word] = all.count { $0 == word } }
      let fixed = counts
      return UnigramAnswer(counts: fixed, total: all.count) { word, _ in
        fraction(fixed[word] ?? 0, all.count)
      }
    },
    .init("the total summed anew with every token") { sentences in
      var counts: [String: Int] = [:]
      var total = 0
      for token in predictedTokens(sentences) {
        counts[token, default: 0] += 1
        total = counts.values.reduce(0, +)
      }
      let (fixed, sum) = (counts, total)
      return UnigramAnswer(counts: fixed, total: sum) { word, _ in fraction(fixed[word] ?? 0, sum) }
    },
  ])

/// Models of drawn sentences: what they counted, and two asked in turn.
private func compareUnigrams(_ unigram: @escaping Unigram, _ examination: inout Examination) {
  examination.checkAgreement(
    samples: 20, drawing: { DrawnText.sentences(&$0) },
    claim: { "unigram counts of \(DrawnText.quoted($0))" }, computed: { unigram($0).seen },
    expected: plainCounts)
  examination.checkAgreement(
    samples: 20, drawing: { DrawnText.sentences(&$0) },
    claim: { "unigram total of \(DrawnText.quoted($0))" }, computed: { unigram($0).total },
    expected: { plainCounts($0).values.reduce(0, +) })
  examination.checkAgreementInTurn(
    tolerance: 1e-12, drawing: { DrawnText.sentences(&$0) }, making: unigram,
    asking: { draws, sentences in
      (
        word: draws.element(of: DrawnText.askedWords),
        history: DrawnText.history(&draws, of: sentences)
      )
    },
    claim: {
      "unigram P(\($1.word) | \($1.history.joined(separator: " "))) of \(DrawnText.quoted($0))"
    },
    computed: { $0.probability($1.word, $1.history) },
    expected: { sentences, question in
      let counts = plainCounts(sentences)
      return Double(counts[question.word] ?? 0) / Double(max(1, counts.values.reduce(0, +)))
    })
}

/// The oracle: each different word looked for in the whole text, and a sentence end per sentence.
private func plainCounts(_ sentences: [[String]]) -> [String: Int] {
  let text = sentences.flatMap { $0 }
  var counts = sentences.isEmpty ? [:] : [end: sentences.count]
  for word in Set(text) { counts[word] = text.filter { $0 == word }.count }
  return counts
}

/// The tokens that are predicted: every word, and one end per sentence.
func predictedTokens(_ sentences: [[String]]) -> [String] { sentences.flatMap { $0 + [end] } }

func countsOfTokens(_ tokens: some Sequence<String>) -> [String: Int] {
  tokens.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

/// A quotient of counts, and 0 where the divisor is 0.
func fraction(_ dividend: Int, _ divisor: Int) -> Double {
  divisor == 0 ? 0 : Double(dividend) / Double(divisor)
}
