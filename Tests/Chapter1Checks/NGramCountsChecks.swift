import Grading

/// What exercise 1.7 asks for: the counts of sentences up to a length.
public typealias CountNGrams =
  @Sendable (_ sentences: [[String]], _ order: Int) -> NGramCountsAnswer

/// What n-gram counts show of themselves.
public struct NGramCountsAnswer: Sendable {
  /// How often each n-gram occurs.
  public let counts: [[String]: Int]
  /// How many tokens follow each history.
  public let contextCounts: [[String]: Int]
  /// The tokens that can be predicted.
  public let vocabulary: Set<String>

  /// Collects what n-gram counts show of themselves.
  public init(counts: [[String]: Int], contextCounts: [[String]: Int], vocabulary: Set<String>) {
    self.counts = counts
    self.contextCounts = contextCounts
    self.vocabulary = vocabulary
  }
}

/// The grader of exercise 1.7, counting n-grams of every length.
public let nGramCountsExercise = Exercise<CountNGrams>(
  "1.7", section: "counting",
  examine: { count, examination in
    examineOneSentence(count, &examination)
    examineThreeSentences(count, &examination)
    examineEdges(count, &examination)
  },
  mistakes: [
    .init("only the longest n-grams are counted") { sentences, order in
      changed(sentences, order) { answer in
        (answer.counts.filter { $0.key.count == order }, answer.contextCounts, answer.vocabulary)
      }
    },
    .init("<s> alone is counted") { sentences, order in
      changed(sentences, order) { answer in
        var counts = answer.counts
        counts[[start]] = sentences.count
        return (counts, answer.contextCounts, answer.vocabulary)
      }
    },
    .init("a history's count is how often it occurs, not how many tokens follow it") {
      sentences, order in
      changed(sentences, order) { answer in
        let histories = answer.counts.filter { $0.key.count < order }
        return (answer.counts, histories, answer.vocabulary)
      }
    },
    .init("a history's count is how many different tokens follow it") { sentences, order in
      changed(sentences, order) { answer in
        let followers = answer.counts.keys.reduce(into: [:]) {
          $0[Array($1.dropLast()), default: 0] += 1
        }
        return (answer.counts, followers, answer.vocabulary)
      }
    },
    .init("the empty history, which all tokens follow, is left out") { sentences, order in
      changed(sentences, order) { answer in
        (answer.counts, answer.contextCounts.filter { !$0.key.isEmpty }, answer.vocabulary)
      }
    },
    .init("<unk> is missing from the vocabulary") { sentences, order in
      changed(sentences, order) {
        ($0.counts, $0.contextCounts, $0.vocabulary.subtracting([unknown]))
      }
    },
    .init("the sentence end is missing from the vocabulary") { sentences, order in
      changed(sentences, order) { ($0.counts, $0.contextCounts, $0.vocabulary.subtracting([end])) }
    },
    .init("<s>, which is never predicted, is in the vocabulary") { sentences, order in
      changed(sentences, order) { ($0.counts, $0.contextCounts, $0.vocabulary.union([start])) }
    },
    .init("each n-gram counts once per sentence") { sentences, order in
      let each = sentences.map { Set(CountedCorpus([$0], order: order).counts.keys) }
      return changed(sentences, order) { answer in
        let counts = each.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return (counts, answer.contextCounts, answer.vocabulary)
      }
    },
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
        counts: counts, contextCounts: contextCounts, vocabulary: vocabulary)
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
  ])

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
    "whether the vocabulary of no sentences has <unk>",
    count([], 2).vocabulary.contains(unknown), is: true)
}

/// The right counts with a change.
private func changed(
  _ sentences: [[String]], _ order: Int,
  by change: (CountedCorpus) -> ([[String]: Int], [[String]: Int], Set<String>)
) -> NGramCountsAnswer {
  let (counts, contextCounts, vocabulary) = change(CountedCorpus(sentences, order: order))
  return NGramCountsAnswer(counts: counts, contextCounts: contextCounts, vocabulary: vocabulary)
}
