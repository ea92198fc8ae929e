import Grading

/// Other shares than that of the unseen n-grams among all of them.
let unseenShareMistakes: [NamedImplementation<UnseenShare>] = [
  .init("different n-grams are counted, not every occurrence") { heldOut, length, corpus in
    mean(Set(nGramsOfAll(heldOut, length)).map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("the share that was seen is returned") { heldOut, length, corpus in
    mean(nGramsOfAll(heldOut, length).map { corpus.count($0) == 0 ? 0 : 1 })
  },
  .init("the number is returned, not the share") { heldOut, length, corpus in
    Double(nGramsOfAll(heldOut, length).count { corpus.count($0) == 0 })
  },
  .init("each sentence's share is taken, and then their mean") { heldOut, length, corpus in
    mean(heldOut.map { mean(nGramsOfAll([$0], length).map { corpus.count($0) == 0 ? 1 : 0 }) })
  },
  .init("the divisor is the number of words, not of n-grams") { heldOut, length, corpus in
    fraction(nGramsOfAll(heldOut, length).count { corpus.count($0) == 0 }, heldOut.joined().count)
  },
  .init("held-out text without n-grams is not looked for, and 0 / 0 is not a number") {
    heldOut, length, corpus in
    let all = nGramsOfAll(heldOut, length)
    return Double(all.count { corpus.count($0) == 0 }) / Double(all.count)
  },
  .init("the markers are left out of the held-out sentences") { heldOut, length, corpus in
    let inner = nGramsOfAll(heldOut, length).filter { $0.first != start && $0.last != end }
    return mean(inner.map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("n-grams that were counted once pass for unseen") { heldOut, length, corpus in
    mean(nGramsOfAll(heldOut, length).map { corpus.count($0) <= 1 ? 1 : 0 })
  },
  .init("<s> alone is taken for an n-gram, and it was never counted") { heldOut, length, corpus in
    let all = heldOut.map(padded).flatMap { allWindows($0, length) }
    return mean(all.map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("the n-grams have the counts' order, whatever the length asked for") {
    heldOut, _, corpus in
    mean(nGramsOfAll(heldOut, corpus.order).map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("n-grams of all smaller lengths are looked up too") { heldOut, length, corpus in
    let all = (1...length).flatMap { nGramsOfAll(heldOut, $0) }
    return mean(all.map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("sentences with something unseen are counted, not n-grams") { heldOut, length, corpus in
    mean(
      heldOut.map { sentence in
        nGramsOfAll([sentence], length).contains { corpus.count($0) == 0 } ? 1 : 0
      })
  },
  .init("only the histories are looked up, without their last token") { heldOut, length, corpus in
    mean(nGramsOfAll(heldOut, length).map { corpus.total($0.dropLast()) == 0 ? 1 : 0 })
  },
  .init("the last token of each n-gram is looked up, not the n-gram") { heldOut, length, corpus in
    mean(nGramsOfAll(heldOut, length).map { corpus.count($0.suffix(1)) == 0 ? 1 : 0 })
  },
  .init("the held-out sentences are run together") { heldOut, length, corpus in
    mean(
      allWindows(heldOut.flatMap(padded), length).filter { $0 != [start] }
        .map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("training n-grams that the held-out text lacks are counted, the other way round") {
    heldOut, length, corpus in
    let held = Set(nGramsOfAll(heldOut, length))
    let trained = corpus.counts.filter { $0.key.count == length }
    return fraction(
      trained.reduce(0) { $0 + (held.contains($1.key) ? 0 : $1.value) },
      trained.values.reduce(0, +))
  },
  .init("the divisor is the number of n-grams in the training text") { heldOut, length, corpus in
    fraction(
      nGramsOfAll(heldOut, length).count { corpus.count($0) == 0 },
      corpus.counts.reduce(0) { $0 + ($1.key.count == length ? $1.value : 0) })
  },
  .init("the unseen are divided by the seen, not by all") { heldOut, length, corpus in
    let all = nGramsOfAll(heldOut, length)
    let unseen = all.count { corpus.count($0) == 0 }
    return fraction(unseen, all.count - unseen)
  },
  .init("the count is divided by the number of n-grams as whole numbers") {
    heldOut, length, corpus in
    let all = nGramsOfAll(heldOut, length)
    return all.isEmpty ? 0 : Double(all.count { corpus.count($0) == 0 } / all.count)
  },
  .init("held-out text without n-grams is said to be unseen altogether") {
    heldOut, length, corpus in
    let all = nGramsOfAll(heldOut, length)
    return all.isEmpty ? 1 : mean(all.map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("the divisor is the number of words and ends, whatever the length of the n-grams") {
    heldOut, length, corpus in
    fraction(
      nGramsOfAll(heldOut, length).count { corpus.count($0) == 0 },
      heldOut.reduce(0) { $0 + $1.count + 1 })
  },
  .init("the held-out sentences are made one sentence, with one pair of markers") {
    heldOut, length, corpus in
    guard !heldOut.isEmpty else { return 0 }
    return mean(
      nGramsOfAll([Array(heldOut.joined())], length).map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("an unseen n-gram counts once above the line, and as often as it stands below it") {
    heldOut, length, corpus in
    let all = nGramsOfAll(heldOut, length)
    return fraction(Set(all.filter { corpus.count($0) == 0 }).count, all.count)
  },
  .init("the table of histories is asked, not that of n-grams") { heldOut, length, corpus in
    mean(nGramsOfAll(heldOut, length).map { corpus.total($0) == 0 ? 1 : 0 })
  },
  .init("an n-gram is taken for unseen only if one of its words was never seen") {
    heldOut, length, corpus in
    let seen = corpus.vocabulary.union([start])
    return mean(nGramsOfAll(heldOut, length).map { seen.isSuperset(of: $0) ? 0 : 1 })
  },
  .init("held-out words that were never counted are replaced by <unk>") {
    heldOut, length, corpus in
    let replaced = heldOut.map { $0.map { corpus.vocabulary.contains($0) ? $0 : unknown } }
    return mean(nGramsOfAll(replaced, length).map { corpus.count($0) == 0 ? 1 : 0 })
  },
  .init("the share is given in percent") { heldOut, length, corpus in
    100 * mean(nGramsOfAll(heldOut, length).map { corpus.count($0) == 0 ? 1 : 0 })
  },
]

/// The n-grams of every sentence, one after the other.
func nGramsOfAll(_ sentences: [[String]], _ length: Int) -> [[String]] {
  sentences.map(padded).filter { $0.count >= length }.flatMap { tokens in
    (0...tokens.count - length).map { Array(tokens[$0..<$0 + length]) }.filter { $0 != [start] }
  }
}

/// The mean of numbers, and 0 of none.
func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}
