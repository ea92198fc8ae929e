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
      "unseen share of the n-grams of length 5 of “the cat jumped over the cat”, 1 of 4",
      share([words("the cat jumped over the cat")], 5, CountedCorpus(threeSentences, order: 5)),
      is: 0.25)
    examination.check(
      "unseen share of the n-grams of length 3 of the counted sentences themselves",
      share(threeSentences, 3, corpus), is: 0)
    examination.check(
      "unseen share of the n-grams of length 2 of no sentences", share([], 2, corpus), is: 0)
    examination.check(
      "unseen share of the n-grams of length 3 of one empty sentence, which has none",
      share([[]], 3, corpus), is: 0)
    compareShares(share, &examination)
    examination.checkGrowth(
      of: "looking up the n-grams of n held-out words in the counts of n other words",
      from: 50, to: 1600, run: DrawnText.run,
      preparing: { count in
        let text = DrawnText.differentWords(2 * count)
        return (text.suffix(count / 8), CountedCorpus(Array(text.prefix(count / 8)), order: 2))
      },
      working: { _ = share(Array($0.0), 2, $0.1) })
  },
  mistakes: unseenShareMistakes,
  alternatives: [
    .init("one minus the share that was seen") { heldOut, length, corpus in
      let all = nGramsOfAll(heldOut, length)
      return all.isEmpty ? 0 : 1 - mean(all.map { corpus.count($0) == 0 ? 0 : 1 })
    },
    .init("the held-out sentences counted first") { heldOut, length, corpus in
      let held = CountedCorpus(heldOut, order: length).counts.filter { $0.key.count == length }
      let unseen = held.filter { corpus.counts[$0.key] == nil }
      return fraction(unseen.values.reduce(0, +), held.values.reduce(0, +))
    },
    .init("two counters, token by token") { heldOut, length, corpus in
      var (all, unseen) = (0.0, 0.0)
      for sentence in heldOut {
        var past = [start]
        for token in sentence + [end] {
          past.append(token)
          guard past.count >= length else { continue }
          all += 1
          if corpus.counts.index(forKey: past.suffix(length)) == nil { unseen += 1 }
        }
      }
      return unseen / max(all, 1)
    },
    .init("a mean that is brought up to date with every n-gram") { heldOut, length, corpus in
      var share = 0.0
      for (index, nGram) in nGramsOfAll(heldOut, length).enumerated() {
        share += ((corpus.count(nGram) > 0 ? 0 : 1) - share) / Double(index + 1)
      }
      return share
    },
  ],
  tooSlow: [
    .init("all counts looked through for every n-gram") { heldOut, length, corpus in
      mean(
        nGramsOfAll(heldOut, length).map { nGram in
          corpus.counts.contains { $0.key == nGram } ? 0 : 1
        })
    }
  ])

/// Drawn held-out sentences beside drawn training sentences, at every order from 1 to 5.
private func compareShares(_ share: @escaping UnseenShare, _ examination: inout Examination) {
  examination.checkAgreement(
    samples: 50,
    drawing: { draws in
      let length = draws.integer(1...5)
      let order = draws.integer(length...5)
      let training = draws.list(0...3) { DrawnText.sentence(&$0, longest: 8) }
      let heldOut = draws.list(0...3) { draws in
        draws.truth() ? DrawnText.near(&draws, training) : DrawnText.sentence(&draws, longest: 5)
      }
      let corpus = CountedCorpus(training, order: order)
      return (heldOut: heldOut, length: length, corpus: corpus)
    },
    claim: {
      "unseen share of the n-grams of length \($0.length) of \(DrawnText.quoted($0.heldOut)) "
        + "after \(DrawnText.quoted($0.corpus.sentences)), order \($0.corpus.order)"
    },
    computed: { share($0.heldOut, $0.length, $0.corpus) },
    expected: { plainUnseenShare($0.heldOut, $0.length, $0.corpus.sentences) })
}

/// The oracle, without a table: every window of the one text, looked for in the other.
private func plainUnseenShare(
  _ heldOut: [[String]], _ length: Int, _ training: [[String]]
) -> Double {
  var (all, unseen) = (0, 0)
  for sentence in heldOut {
    let tokens = [start] + sentence + [end]
    for last in tokens.indices where last > 0 && last + 1 >= length {
      let nGram = tokens[(last + 1 - length)...last]
      let isSeen = training.contains { other in
        let others = [start] + other + [end]
        return others.indices.contains { place in
          place > 0 && place + 1 >= length && others[(place + 1 - length)...place] == nGram
        }
      }
      all += 1
      if !isSeen { unseen += 1 }
    }
  }
  return all == 0 ? 0 : Double(unseen) / Double(all)
}
