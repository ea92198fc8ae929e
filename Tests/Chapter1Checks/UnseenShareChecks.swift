import Grading

/// What exercise 1.9 asks for.
public typealias UnseenShare =
  @Sendable (_ heldOut: [[String]], _ length: Int, _ corpus: CountedCorpus) -> Double

/// The grader of exercise 1.9, the share of held-out n-grams that were never counted.
public let unseenShareExercise = Exercise<UnseenShare>(
  "1.9", section: "what-counts-cannot-do",
  examine: { share, examination in
    let corpus = CountedCorpus(threeSentences, order: 3)
    func check(_ texts: [String], _ length: Int, _ remark: String, is expected: Double) {
      let quoted = texts.map { "“\($0)”" }.joined(separator: " and ")
      examination.check(
        "unseen share of the n-grams of length \(length) of \(quoted), \(remark)",
        share(texts.map(words), length, corpus), is: expected)
    }
    check(["the dog sat"], 2, "1 of 4", is: 0.25)
    check(["the dog sat"], 3, "2 of 3", is: 2.0 / 3)
    check(["the dog sat"], 1, "all 4 seen", is: 0)
    check(["the mouse"], 1, "1 of 3", is: 1.0 / 3)
    check(["mouse mouse mouse sat"], 1, "3 of 5", is: 0.6)
    check(["the dog sat", "the cat jumped over the dog"], 2, "2 of 11", is: 2.0 / 11)
    check(["the dog sat", "the cat jumped over the dog"], 3, "4 of 9", is: 4.0 / 9)
    examination.check(
      "unseen share of the n-grams of length 3 of the counted sentences themselves",
      share(threeSentences, 3, corpus), is: 0)
    examination.check(
      "unseen share of the n-grams of length 2 of no sentences", share([], 2, corpus), is: 0)
    examination.check(
      "unseen share of the n-grams of length 3 of one empty sentence, which has none",
      share([[]], 3, corpus), is: 0)
  },
  mistakes: [
    .init("different n-grams are counted, not every occurrence") { heldOut, length, corpus in
      mean(Set(windows(heldOut, length)).map { corpus.count($0) == 0 ? 1 : 0 })
    },
    .init("the share that was seen is returned") { heldOut, length, corpus in
      mean(windows(heldOut, length).map { corpus.count($0) == 0 ? 0 : 1 })
    },
    .init("the number is returned, not the share") { heldOut, length, corpus in
      Double(windows(heldOut, length).count { corpus.count($0) == 0 })
    },
    .init("each sentence's share is taken, and then their mean") { heldOut, length, corpus in
      mean(heldOut.map { mean(windows([$0], length).map { corpus.count($0) == 0 ? 1 : 0 }) })
    },
    .init("the divisor is the number of words, not of n-grams") { heldOut, length, corpus in
      fraction(windows(heldOut, length).count { corpus.count($0) == 0 }, heldOut.joined().count)
    },
    .init("held-out text without n-grams is not looked for, and 0 / 0 is not a number") {
      heldOut, length, corpus in
      let all = windows(heldOut, length)
      return Double(all.count { corpus.count($0) == 0 }) / Double(all.count)
    },
    .init("the markers are left out of the held-out sentences") { heldOut, length, corpus in
      let inner = windows(heldOut, length).filter { $0.first != start && $0.last != end }
      return mean(inner.map { corpus.count($0) == 0 ? 1 : 0 })
    },
    .init("n-grams that were counted once pass for unseen") { heldOut, length, corpus in
      mean(windows(heldOut, length).map { corpus.count($0) <= 1 ? 1 : 0 })
    },
  ],
  alternatives: [
    .init("one minus the share that was seen") { heldOut, length, corpus in
      let all = windows(heldOut, length)
      return all.isEmpty ? 0 : 1 - mean(all.map { corpus.count($0) == 0 ? 0 : 1 })
    },
    .init("the held-out sentences counted first") { heldOut, length, corpus in
      let held = CountedCorpus(heldOut, order: length).counts.filter { $0.key.count == length }
      let unseen = held.filter { corpus.counts[$0.key] == nil }
      return fraction(unseen.values.reduce(0, +), held.values.reduce(0, +))
    },
  ])

/// The n-grams of every sentence, one after the other.
private func windows(_ sentences: [[String]], _ length: Int) -> [[String]] {
  sentences.map(padded).filter { $0.count >= length }.flatMap { tokens in
    (0...tokens.count - length).map { Array(tokens[$0..<$0 + length]) }.filter { $0 != [start] }
  }
}

/// The mean of numbers, and 0 of none.
private func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}
