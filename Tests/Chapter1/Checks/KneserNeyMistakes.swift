import Grading

/// Wrong answers to exercise 1.16.
let kneserNeyMistakes: [NamedImplementation<CountsToModel>] = [
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
  .init("a word outside the vocabulary gets 0") { corpus in
    let model = KneserNeyParts(corpus).model()
    return { corpus.vocabulary.contains($0) ? model($0, $1) : 0 }
  },
  .init("after a history never seen the single words are asked at once, not the next shorter one") {
    corpus in
    let parts = KneserNeyParts(corpus)
    let model = parts.model()
    return { word, history in
      parts.followers[corpus.cut(history)] == nil ? model(word, []) : model(word, history)
    }
  },
  .init("a history of two tokens falls to single words at once, since two tokens are dropped") {
    KneserNeyParts($0).model(shorten: { Array($0.dropFirst(2)) })
  },
  .init("counts of 3 and more lose D2") {
    var parts = KneserNeyParts($0)
    parts.discounts = parts.discounts.map { [$0[0], $0[1], $0[1]] }
    return parts.model()
  },
  .init("D3+ is taken off counts of 3 only, and nothing off larger ones") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      let count = parts.count(word, history)
      let kept = count > 3 ? count / parts.total(history) : parts.kept(word, history)
      return kept + parts.freed(history) * shorter
    }
  },
  .init("the sum below the line is of the plain counts, not of the adjusted ones") { corpus in
    KneserNeyParts(corpus).stepping { parts, word, history, shorter in
      let share = parts.total(history) / Double(corpus.total(history))
      return (parts.kept(word, history) + parts.freed(history) * shorter) * share
    }
  },
  .init("γ is divided by the number of different followers, not by the sum of their counts") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      let followers = Double(parts.followers[history]?.count ?? 1)
      return parts.kept(word, history) + parts.freed(history) * parts.total(history) / followers
        * shorter
    }
  },
  .init("the count above the line is the plain one, not the adjusted one") { corpus in
    KneserNeyParts(corpus).stepping { parts, word, history, shorter in
      let count = Double(corpus.count(history + [word]))
      return (count - parts.discount(count, history)) / parts.total(history)
        + parts.freed(history) * shorter
    }
  },
  .init("a word outside the vocabulary gets 1/|V| at once, not what the γ leave of it") {
    corpus in
    let parts = KneserNeyParts(corpus)
    let model = parts.model()
    return { corpus.vocabulary.contains($0) ? model($0, $1) : parts.uniform }
  },
  .init("a word outside the vocabulary is taken for <unk>, which may have been counted") {
    corpus in
    let model = KneserNeyParts(corpus).model()
    return { model(corpus.vocabulary.contains($0) ? $0 : unknown, $1) }
  },
  .init("the empty history is answered by 1/|V|, and no single word is ever counted") {
    let parts = KneserNeyParts($0)
    return parts.stepping { parts, word, history, shorter in
      history.isEmpty ? parts.uniform : parts.kept(word, history) + parts.freed(history) * shorter
    }
  },
  .init("0.75 is taken off every count, the constant of Church and Gale") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      let kept = max(parts.count(word, history) - 0.75, 0)
      let freed = 0.75 * Double(parts.followers[history]?.count ?? 0)
      return (kept + freed * shorter) / parts.total(history)
    }
  },
  .init("γ leaves out the followers with a count of 3 or more") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      let few = (parts.followers[history] ?? [:]).values.filter { $0 < 3 }
      let freed = few.reduce(0) { $0 + parts.discount(Double($1), history) }
      return parts.kept(word, history) + freed / parts.total(history) * shorter
    }
  },
  .init("the discounts are those of n-grams one token shorter") {
    var parts = KneserNeyParts($0)
    parts.discounts = [parts.discounts[0]] + parts.discounts.dropLast()
    return parts.model()
  },
  .init("n-grams of more than three tokens lose the discounts of three") {
    var parts = KneserNeyParts($0)
    parts.discounts = parts.discounts.indices.map { parts.discounts[min($0, 2)] }
    return parts.model()
  },
  .init("n-grams of five tokens lose the discounts of four") {
    var parts = KneserNeyParts($0)
    parts.discounts = parts.discounts.indices.map { parts.discounts[min($0, 3)] }
    return parts.model()
  },
  .init("the history is cut to its last n−2 tokens instead of n−1") { corpus in
    let model = KneserNeyParts(corpus).model()
    return { model($0, $1.suffix(max(corpus.order - 2, 0))) }
  },
  .init("the history is cut to its first n−1 tokens instead of its last") { corpus in
    let model = KneserNeyParts(corpus).model()
    return { model($0, Array($1.prefix(corpus.order - 1))) }
  },
  .init("every history shorter than n−1 tokens is answered by the single words") { corpus in
    let model = KneserNeyParts(corpus).model()
    return { model($0, $1.count < corpus.order - 1 ? [] : $1) }
  },
  .init("1 − γ stands before the first share, though the discounts have made room already") {
    KneserNeyParts($0).stepping { parts, word, history, shorter in
      let freed = parts.freed(history)
      return (1 - freed) * parts.kept(word, history) + freed * shorter
    }
  },
]
