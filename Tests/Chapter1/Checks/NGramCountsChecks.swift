import Grading

/// What exercise 1.7 asks for: the counts of sentences up to a length.
public typealias CountNGrams =
  @Sendable (_ sentences: [[String]], _ order: Int) -> NGramCountsAnswer

/// What n-gram counts show of themselves.
public struct NGramCountsAnswer: Sendable {
  /// The length of the longest n-grams that were counted.
  public let order: Int
  /// How often each n-gram occurs.
  public let counts: [[String]: Int]
  /// How many tokens follow each history.
  public let contextCounts: [[String]: Int]
  /// The tokens that can be predicted.
  public let vocabulary: Set<String>

  /// Collects what n-gram counts show of themselves.
  public init(
    order: Int, counts: [[String]: Int], contextCounts: [[String]: Int], vocabulary: Set<String>
  ) {
    self.order = order
    self.counts = counts
    self.contextCounts = contextCounts
    self.vocabulary = vocabulary
  }

  /// The counts of histories without entries of 0, which say nothing.
  var followedHistories: [String: Int] { histories(contextCounts) }
}

/// The grader of exercise 1.7, counting n-grams of every length.
public let nGramCountsExercise = Exercise<CountNGrams>(
  "1.7", section: "counting",
  examine: { count, examination in
    examineOneSentence(count, &examination)
    examineThreeSentences(count, &examination)
    examineEdges(count, &examination)
    compareCounts(count, &examination)
    examination.checkGrowth(
      of: "counting the n-grams of n different words, order 2", from: 25, to: 3200,
      run: DrawnText.run, preparing: DrawnText.differentWords, working: { _ = count($0, 2) })
  },
  mistakes: nGramCountsMistakes + nGramCountsSlips,
  conventions: [
    .init("a sentence starts with n − 1 start markers, one for every token of history") {
      sentences, order in
      let markers = Array(repeating: start, count: order - 1)
      let all = sentences.flatMap { sentence in
        (1...order).flatMap { allWindows(markers + sentence + [end], $0) }
      }
      let (counts, histories) = tables(all.filter { $0.last != start })
      return changed(sentences, order) { (counts, histories, $0.vocabulary) }
    }
  ],
  alternatives: [
    .init("every length in a pass of its own") { sentences, order in
      var counts: [[String]: Int] = [:]
      var contextCounts: [[String]: Int] = [:]
      for length in 1...order {
        for tokens in sentences.map(padded) where tokens.count >= length {
          for first in 0...tokens.count - length where length > 1 || first > 0 {
            counts[Array(tokens[first..<first + length]), default: 0] += 1
          }
        }
      }
      for (nGram, number) in counts { contextCounts[nGram.dropLast(), default: 0] += number }
      let vocabulary = Set(counts.keys.compactMap(\.last)).union([unknown])
      return NGramCountsAnswer(
        order: order, counts: counts, contextCounts: contextCounts, vocabulary: vocabulary)
    },
    .init("entries of 0 for histories that nothing follows") { sentences, order in
      changed(sentences, order) { answer in
        let zeros = answer.counts.filter { $0.key.count < order }.mapValues { _ in 0 }
        return (
          answer.counts, answer.contextCounts.merging(zeros) { number, _ in number },
          answer.vocabulary
        )
      }
    },
    .init("the sentence end in the vocabulary of no sentences") { sentences, order in
      changed(sentences, order) { ($0.counts, $0.contextCounts, $0.vocabulary.union([end])) }
    },
    .init("histories of each token, the longest first, their counts from the n-grams' counts") {
      sentences, order in
      let ends = sentences.map(padded).flatMap { tokens in
        tokens.indices.dropFirst().flatMap { last in
          (max(0, last - order + 1)...last).map { tokens[$0...last] }
        }
      }
      let counts = Dictionary(ends.map { (Array($0), 1) }, uniquingKeysWith: +)
      let histories = Dictionary(
        counts.map { (Array($0.key.dropLast()), $0.value) }, uniquingKeysWith: +)
      return changed(sentences, order) { (counts, histories, $0.vocabulary) }
    },
  ],
  tooSlow: [
    .init("all n-grams looked through for every history") { sentences, order in
      changed(sentences, order) { answer in
        var histories: [[String]: Int] = [:]
        for history in Set(answer.counts.keys.map { $0.dropLast() }) {
          histories[Array(history)] = answer.counts.reduce(0) { sum, entry in
            sum + (entry.key.dropLast() == history ? entry.value : 0)
          }
        }
        return (answer.counts, histories, answer.vocabulary)
      }
    }
  ])

/// The whole tables of drawn sentences, entry by entry, at every order from 1 to 5.
private func compareCounts(_ count: @escaping CountNGrams, _ examination: inout Examination) {
  func text(_ fewest: Int) -> (inout Draws) -> (sentences: [[String]], order: Int) {
    { draws in
      let order = draws.integer(1...5)
      return (DrawnText.sentences(&draws, fewest...4), order)
    }
  }
  examination.checkAgreement(
    samples: 25, drawing: text(0),
    claim: { "counts of \(DrawnText.quoted($0.sentences)), order \($0.order)" },
    computed: { count($0.sentences, $0.order).counts },
    expected: { CountedCorpus($0.sentences, order: $0.order).counts })
  examination.checkAgreement(
    samples: 25, drawing: text(0),
    claim: { "contextCounts of \(DrawnText.quoted($0.sentences)), order \($0.order)" },
    computed: { count($0.sentences, $0.order).followedHistories },
    expected: { histories(CountedCorpus($0.sentences, order: $0.order).contextCounts) })
  examination.checkAgreement(
    samples: 15, drawing: text(1),
    claim: { "the vocabulary of \(DrawnText.quoted($0.sentences)), sorted" },
    computed: { count($0.sentences, $0.order).vocabulary.sorted() },
    expected: { CountedCorpus($0.sentences, order: $0.order).vocabulary.sorted() })
  examination.checkAgreement(
    samples: 20, drawing: text(0),
    claim: { "`order` of the counts of \(DrawnText.quoted($0.sentences)), order \($0.order)" },
    computed: { count($0.sentences, $0.order).order }, expected: { $0.order })
}

/// Counts of histories as they are shown, without entries of 0; the empty history is `[]`.
private func histories(_ table: [[String]: Int]) -> [String: Int] {
  var result: [String: Int] = [:]
  for (key, count) in table where count != 0 {
    result[key.isEmpty ? "[]" : key.joined(separator: " ")] = count
  }
  return result
}

private func examineOneSentence(_ count: CountNGrams, _ examination: inout Examination) {
  let sentence = [["no", "no", "no"]]
  examination.check(
    "counts of length 1 of “no no no”, order 2", shown(count(sentence, 2).counts, length: 1),
    is: ["no": 3, end: 1])
  examination.check(
    "counts of length 2 of “no no no”, order 2", shown(count(sentence, 2).counts, length: 2),
    is: ["<s> no": 1, "no no": 2, "no </s>": 1])
  examination.check(
    "contextCounts[[]] of “no no no”, order 2: all 4 tokens that are predicted",
    count(sentence, 2).contextCounts[[]], is: 4)
  examination.check(
    "contextCounts of length 1 of “no no no”, order 2",
    shown(count(sentence, 2).contextCounts, length: 1),
    is: [start: 1, "no": 3])
  examination.check(
    "the vocabulary of “no no no”, sorted", count(sentence, 2).vocabulary.sorted(),
    is: [end, unknown, "no"])
}

private func examineThreeSentences(_ count: CountNGrams, _ examination: inout Examination) {
  examination.check(
    "counts of length 3 of the three sentences, order 3",
    shown(count(threeSentences, 3).counts, length: 3),
    is: [
      "<s> the cat": 2, "<s> the dog": 1, "the cat jumped": 1, "the cat sat": 1,
      "the cat </s>": 1, "cat jumped over": 1, "dog jumped over": 1, "jumped over the": 2,
      "over the puddle": 1, "over the cat": 1, "the puddle </s>": 1, "cat sat </s>": 1,
      "the dog jumped": 1,
    ])
  examination.check(
    "contextCounts of length 2 of the three sentences, order 3",
    shown(count(threeSentences, 3).contextCounts, length: 2),
    is: [
      "<s> the": 3, "the cat": 3, "the dog": 1, "the puddle": 1, "cat jumped": 1, "dog jumped": 1,
      "jumped over": 2, "over the": 2, "cat sat": 1,
    ])
  examination.check(
    "the vocabulary of the three sentences, sorted",
    count(threeSentences, 3).vocabulary.sorted(), is: vocabularyOfThree.sorted())
  examination.check(
    "the lengths of n-grams counted at order 3",
    Set(count(threeSentences, 3).counts.keys.map(\.count)).sorted(), is: [1, 2, 3])
  examination.check(
    "all counts of “no”, order 3, each with its n-gram", count([["no"]], 3).counts,
    is: [["no"]: 1, [end]: 1, [start, "no"]: 1, ["no", end]: 1, [start, "no", end]: 1])
}

private func examineEdges(_ count: CountNGrams, _ examination: inout Examination) {
  examination.check(
    "contextCounts[[]] of the three sentences at order 1",
    count(threeSentences, 1).contextCounts[[]], is: 18)
  examination.check(
    "counts of length 2 of one empty sentence, order 3", shown(count([[]], 3).counts, length: 2),
    is: ["<s> </s>": 1])
  examination.check(
    "counts of length 3 of one empty sentence, too short for any",
    shown(count([[]], 3).counts, length: 3), is: [:])
  examination.check("the number of counts of no sentences", count([], 2).counts.count, is: 0)
  examination.check(
    "the vocabulary of one empty sentence, sorted", count([[]], 3).vocabulary.sorted(),
    is: [end, unknown])
  examination.check(
    "whether the vocabulary of no sentences has <unk>",
    count([], 2).vocabulary.contains(unknown), is: true)
}
