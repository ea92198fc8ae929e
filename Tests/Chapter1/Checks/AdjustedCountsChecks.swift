import Grading

/// What exercise 1.15 asks for.
public typealias AdjustCounts = @Sendable (_ corpus: CountedCorpus) -> [[String]: Int]

/// The grader of exercise 1.15, the adjusted counts of Kneser–Ney.
public let adjustedCountsExercise = Exercise<AdjustCounts>(
  "1.15", section: "kneser-ney-continuation",
  examine: { adjust, examination in
    func check(
      _ text: String, _ sentences: [[String]], order: Int, length: Int, is expected: [String: Int]
    ) {
      examination.check(
        "adjusted counts of length \(length), order \(order), of \(text)",
        shown(adjust(CountedCorpus(sentences, order: order)), length: length), is: expected)
    }
    let no = [["no", "no", "no"]]
    check(
      "“no no no”", no, order: 2, length: 2, is: ["<s> no": 1, "no no": 2, "no </s>": 1])
    check("“no no no”", no, order: 2, length: 1, is: ["no": 2, end: 1])
    check(
      "the three sentences", threeSentences, order: 2, length: 1,
      is: [
        "the": 2, "cat": 1, "jumped": 2, "over": 1, "puddle": 1, "sat": 1, "dog": 1, end: 3,
      ])
    check(
      "the three sentences", threeSentences, order: 3, length: 3,
      is: shown(CountedCorpus(threeSentences, order: 3).counts, length: 3))
    check(
      "the three sentences", threeSentences, order: 3, length: 2,
      is: [
        "<s> the": 3, "the cat": 2, "cat jumped": 1, "jumped over": 2, "over the": 1,
        "the puddle": 1, "puddle </s>": 1, "cat sat": 1, "sat </s>": 1, "the dog": 1,
        "dog jumped": 1, "cat </s>": 1,
      ])
    check(
      "the three sentences", threeSentences, order: 3, length: 1,
      is: [
        "the": 2, "cat": 1, "jumped": 2, "over": 1, "puddle": 1, "sat": 1, "dog": 1, end: 3,
      ])
    check("“no no no”", no, order: 1, length: 1, is: ["no": 3, end: 1])
    check("one empty sentence", [[]], order: 3, length: 2, is: ["<s> </s>": 1])
    check("one empty sentence", [[]], order: 3, length: 1, is: [end: 1])
    examination.check(
      "the number of adjusted counts of no sentences", adjust(CountedCorpus([], order: 3)).count,
      is: 0)
    examination.check(
      "adjusted counts of all lengths, order 2, of “no no no”",
      adjust(CountedCorpus(no, order: 2)),
      is: [["<s>", "no"]: 1, ["no", "no"]: 2, ["no", end]: 1, ["no"]: 2, [end]: 1])
    examination.checkAgreement(
      drawing: { $0.countedCorpus(sentences: 5) },
      claim: { "adjusted counts of all lengths, order \($0.order), of \($0.sentences.quoted)" },
      computed: { adjust($0) }, expected: countsByPlaces)
    examination.checkGrowth(
      of: "adjusting the counts of n n-grams", from: 80, to: 2560,
      run: RunSize(10_095_093, "the 10,095,093 n-grams of the run"),
      preparing: { count in
        CountedCorpus((0..<count / 4).map { ["w\($0)", "the"] }, order: 2)
      },
      working: { _ = adjust($0) })
  },
  mistakes: [
    .init("an n-gram counts every time, not once for each different word before it") {
      $0.counts
    },
    .init("the words after an n-gram are counted, not the words before it") { corpus in
      adjusted(corpus) { longer in longer.dropLast() }
    },
    .init("<s> is not counted among the words before") { corpus in
      adjusted(corpus) { longer in longer.first == start ? nil : longer.dropFirst() }
    },
    .init("n-grams that start with <s>, before which nothing stands, get no count") { corpus in
      adjusted(corpus).filter { $0.key.count == corpus.order || $0.key.first != start }
    },
    .init("n-grams that start with <s> are given 1 instead of their own count") { corpus in
      adjusted(corpus).merging(
        corpus.counts.filter { $0.key.first == start && $0.key.count < corpus.order }
      ) { _, _ in 1 }
    },
    .init("the highest order is adjusted too, though no longer n-grams were counted") { corpus in
      adjusted(corpus).filter { $0.key.count < corpus.order }
    },
    .init("only single words are adjusted, and the lengths between keep their counts") { corpus in
      corpus.counts.merging(adjusted(corpus)) { count, adjusted in count }
        .merging(adjusted(corpus).filter { $0.key.count == 1 }) { _, adjusted in adjusted }
    },
    .init("the different beginnings of the longest n-grams are counted, not the words before") {
      corpus in
      corpus.counts.reduce(into: [:]) { result, entry in
        let (nGram, count) = entry
        let keeps = nGram.count == corpus.order || nGram[0] == start
        let longest = corpus.counts.keys.count {
          $0.count == corpus.order && $0.suffix(nGram.count) == nGram[...]
        }
        result[nGram] = keeps ? count : longest
      }
    },
    .init("the n-gram without tokens, before which everything stands, gets a count too") { corpus in
      adjusted(corpus).merging([[]: corpus.counts.keys.count { $0.count == 1 }]) { $1 }
    },
    .init("every count starts at 1, and each word before adds to it") { corpus in
      corpus.counts.reduce(into: adjusted(corpus)) { result, entry in
        if entry.key.count < corpus.order, entry.key[0] != start {
          result[entry.key, default: 0] += 1
        }
      }
    },
    .init("n-grams that start with <s> are left out") { corpus in
      adjusted(corpus).filter { $0.key[0] != start }
    },
    .init("the order is taken to be 3") { corpus in
      corpus.counts.reduce(into: adjusted(corpus)) { result, entry in
        if entry.key.count >= 3 { result[entry.key] = entry.value }
      }
    },
  ] + adjustedCountsSlips,
  alternatives: [
    .init("a set of the words before each n-gram, gathered from the sentences") { corpus in
      var before: [[String]: Set<String>] = [:]
      var result = corpus.counts.filter { $0.key.count == corpus.order || $0.key[0] == start }
      for tokens in corpus.sentences.map(padded) {
        for first in tokens.indices.dropFirst() {
          for length in 1...corpus.order where first + length <= tokens.count {
            before[Array(tokens[first..<first + length]), default: []].insert(tokens[first - 1])
          }
        }
      }
      for (nGram, words) in before where nGram.count < corpus.order { result[nGram] = words.count }
      return result
    },
    .init("one length after the other, from the longest down") { corpus in
      var result: [[String]: Int] = [:]
      for length in stride(from: corpus.order, through: 1, by: -1) {
        for (nGram, count) in corpus.counts where nGram.count == length {
          if length == corpus.order || nGram.first == start { result[nGram] = count }
          if length > 1 { result[Array(nGram.suffix(length - 1))] = nil }
        }
      }
      for nGram in corpus.counts.keys where nGram.count > 1 {
        result[Array(nGram.suffix(nGram.count - 1)), default: 0] += 1
      }
      return result
    },
    .init("the longer n-grams without their first tokens, grouped") { corpus in
      let shorter = corpus.counts.keys.filter { $0.count > 1 }.map { Array($0.dropFirst()) }
      let groups = Dictionary(grouping: shorter) { $0 }.mapValues(\.count)
      return corpus.counts.reduce(into: [:]) { result, entry in
        result[entry.key] = groups[entry.key] ?? entry.value
      }
    },
  ],
  tooSlow: [
    .init("a count over all longer n-grams for each n-gram") { corpus in
      corpus.counts.reduce(into: [:]) { result, entry in
        let (nGram, count) = entry
        let keeps = nGram.count == corpus.order || nGram[0] == start
        let longer = corpus.counts.keys.count { $0.dropFirst().elementsEqual(nGram) }
        result[nGram] = keeps ? count : longer
      }
    }
  ])

/// The adjusted counts from the sentences themselves: for every n-gram, the tokens in front of each
/// place where it stands.
private func countsByPlaces(of corpus: CountedCorpus) -> [[String]: Int] {
  var tokensInFront: [[String]: [String]] = [:]
  for tokens in corpus.sentences.map(padded) {
    for end in tokens.indices.dropFirst() {
      for begin in max(end - corpus.order + 1, 0)...end {
        // Nothing stands in front of a sentence.
        tokensInFront[Array(tokens[begin...end]), default: []]
          .append(begin > 0 ? tokens[begin - 1] : "")
      }
    }
  }
  return tokensInFront.reduce(into: [:]) { result, entry in
    let keeps = entry.key.count == corpus.order || entry.key[0] == start
    result[entry.key] = keeps ? entry.value.count : Set(entry.value).count
  }
}

/// The counts with the lower orders replaced; the right ones if nothing else is given.
///
/// - Parameter shorter: the n-gram that a longer one counts for; nil for none.
func adjusted(
  _ corpus: CountedCorpus,
  shorter: ([String]) -> ArraySlice<String>? = { $0.dropFirst() }
) -> [[String]: Int] {
  var result = corpus.counts.filter { $0.key.count == corpus.order || $0.key.first == start }
  for longer in corpus.counts.keys where longer.count > 1 {
    guard let key = shorter(longer).map(Array.init), result[key] == nil || key.first != start,
      key != [start]
    else { continue }
    result[key, default: 0] += 1
  }
  return result
}
