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
}

/// The grader of exercise 1.4, the unigram model.
public let unigramExercise = Exercise<Unigram>(
  "1.4", section: "unigrams",
  examine: { unigram, examination in
    examination.check(
      "unigram counts of “the cat sat”", unigram([["the", "cat", "sat"]]).counts,
      is: ["the": 1, "cat": 1, "sat": 1, end: 1])
    examination.check(
      "unigram counts of the three sentences", unigram(threeSentences).counts,
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
    examination.check(
      "the sum of unigram P over all words of the three sentences",
      vocabularyOfThree.reduce(0) { $0 + unigram(threeSentences).probability($1, [start]) }, is: 1)
    examination.check(
      "unigram counts of one empty sentence", unigram([[]]).counts, is: [end: 1])
    examination.check("unigram total of no sentences", unigram([]).total, is: 0)
    examination.check(
      "unigram P(the) of no sentences", unigram([]).probability("the", [start]), is: 0)
  },
  mistakes: [
    .init("the sentence end is not counted") { model(of: $0.joined()) },
    .init("the start marker is counted as if it were predicted") {
      model(of: $0.flatMap(padded))
    },
    .init("the sentence end is counted once for the whole corpus") {
      model(of: $0.joined() + [end])
    },
    .init("a word is counted once per sentence, however often it occurs there") {
      model(of: $0.flatMap { Set(padded($0).dropFirst()) })
    },
    .init("the divisor is the number of different words") { sentences in
      model(of: tokens(sentences)) { count, counts, _ in fraction(count, counts.count) }
    },
    .init("the divisor leaves the sentence ends out") { sentences in
      model(of: tokens(sentences)) { count, counts, total in
        fraction(count, total - sentences.count)
      }
    },
    .init("a corpus without words is not looked for, and 0 / 0 is not a number") {
      model(of: tokens($0)) { count, _, total in Double(count) / Double(total) }
    },
    .init("a word never seen is given a count of 1") {
      model(of: tokens($0)) { count, _, total in fraction(max(count, 1), total) }
    },
    .init("the count is returned, not the probability") {
      model(of: tokens($0)) { count, _, _ in Double(count) }
    },
  ],
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
      var counts = count(sentences.joined())
      if !sentences.isEmpty { counts[end] = sentences.count }
      let fixed = counts
      let total = fixed.values.reduce(0, +)
      return UnigramAnswer(counts: fixed, total: total) { word, _ in
        fixed[word] == nil ? 0 : Double(fixed[word, default: 0]) / Double(total)
      }
    },
  ])

/// The tokens that are predicted: every word, and one end per sentence.
private func tokens(_ sentences: [[String]]) -> [String] { sentences.flatMap { $0 + [end] } }

private func count(_ tokens: some Sequence<String>) -> [String: Int] {
  tokens.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

/// A model that counts the given tokens; `probability` is told a count, all counts and their sum.
private func model(
  of tokens: some Sequence<String>,
  probability: @escaping @Sendable (Int, [String: Int], Int) -> Double = { count, _, total in
    fraction(count, total)
  }
) -> UnigramAnswer {
  let counts = count(tokens)
  let total = counts.values.reduce(0, +)
  return UnigramAnswer(counts: counts, total: total) { word, _ in
    probability(counts[word] ?? 0, counts, total)
  }
}

/// A quotient of counts, and 0 where the divisor is 0.
func fraction(_ dividend: Int, _ divisor: Int) -> Double {
  divisor == 0 ? 0 : Double(dividend) / Double(divisor)
}
