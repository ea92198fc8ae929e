import Grading

/// What people count and divide by instead.
let unigramMistakes: [NamedImplementation<Unigram>] = [
  .init("the sentence end is not counted") { unigramModel(of: $0.joined()) },
  .init("the start marker is counted as if it were predicted") {
    unigramModel(of: $0.flatMap(padded))
  },
  .init("the sentence end is counted once for the whole corpus") {
    unigramModel(of: $0.joined() + [end])
  },
  .init("a word is counted once per sentence, however often it occurs there") {
    unigramModel(of: $0.flatMap { Set(padded($0).dropFirst()) })
  },
  .init("the divisor is the number of different words") { sentences in
    unigramModel(of: predictedTokens(sentences)) { count, counts, _ in fraction(count, counts.count)
    }
  },
  .init("the divisor leaves the sentence ends out") { sentences in
    unigramModel(of: predictedTokens(sentences)) { count, counts, total in
      fraction(count, total - sentences.count)
    }
  },
  .init("a corpus without words is not looked for, and 0 / 0 is not a number") {
    unigramModel(of: predictedTokens($0)) { count, _, total in Double(count) / Double(total) }
  },
  .init("a word never seen is given a count of 1") {
    unigramModel(of: predictedTokens($0)) { count, _, total in fraction(max(count, 1), total) }
  },
  .init("the count is returned, not the probability") {
    unigramModel(of: predictedTokens($0)) { count, _, _ in Double(count) }
  },
  .init("`total` leaves the sentence ends out, and so does the divisor") { sentences in
    let words = sentences.joined().count
    return unigramModel(of: predictedTokens(sentences), total: words) { count, _, total in
      fraction(count, total)
    }
  },
  .init("`total` leaves the sentence ends out") { sentences in
    let answer = unigramModel(of: predictedTokens(sentences))
    return UnigramAnswer(
      counts: answer.counts, total: sentences.joined().count, probability: answer.probability)
  },
  .init("`total` is the number of different words") { sentences in
    let answer = unigramModel(of: predictedTokens(sentences))
    return UnigramAnswer(
      counts: answer.counts, total: answer.counts.count, probability: answer.probability)
  },
  .init("`total` is never set") { sentences in
    unigramModel(of: predictedTokens(sentences), total: 0) { count, _, total in
      fraction(count, total)
    }
  },
  .init("the end of an empty sentence is not counted") { sentences in
    unigramModel(of: predictedTokens(sentences.filter { !$0.isEmpty }))
  },
  .init("a sentence that stands there twice is counted once") { sentences in
    unigramModel(of: predictedTokens(Array(Set(sentences))))
  },
  .init("only the first sentence is counted") { sentences in
    unigramModel(of: predictedTokens(Array(sentences.prefix(1))))
  },
  .init("words are written in small letters first") { sentences in
    unigramModel(of: predictedTokens(sentences.map { $0.map { $0.lowercased() } }))
  },
  .init("the count is divided by the total as whole numbers") {
    unigramModel(of: predictedTokens($0)) { count, _, total in
      total == 0 ? 0 : Double(count / total)
    }
  },
  .init("the history's last token is looked up instead of the word") { sentences in
    let right = unigramModel(of: predictedTokens(sentences))
    return UnigramAnswer(counts: right.counts, total: right.total) { _, history in
      right.probability(history.last ?? "", history)
    }
  },
  .init("the sentence end stands between sentences only, and the last has none") {
    unigramModel(of: $0.joined(separator: [end]))
  },
  .init("`total` is the number of different words, and so is the divisor") { sentences in
    let tokens = predictedTokens(sentences)
    return unigramModel(of: tokens, total: Set(tokens).count) { count, _, _ in
      fraction(count, Set(tokens).count)
    }
  },
  .init("`total` counts two markers for every sentence, and so does the divisor") { sentences in
    let all = sentences.flatMap(padded).count
    return unigramModel(of: predictedTokens(sentences), total: all) { count, _, _ in
      fraction(count, all)
    }
  },
  .init("the sentence end gets probability 0, as if only words were predicted") { sentences in
    let right = unigramModel(of: predictedTokens(sentences))
    return UnigramAnswer(counts: right.counts, total: right.total) { word, history in
      word == end ? 0 : right.probability(word, history)
    }
  },
  .init("the divisor is 18, the number of tokens in the page's corpus") {
    unigramModel(of: predictedTokens($0)) { count, _, _ in fraction(count, 18) }
  },
  .init("a word never seen is taken for <unk>, which may have been counted") {
    unigramModel(of: predictedTokens($0)) { count, counts, total in
      fraction(count > 0 ? count : counts[unknown] ?? 0, total)
    }
  },
  .init("a count of 1 is added to every word, seen or not") {
    unigramModel(of: predictedTokens($0)) { count, counts, total in
      fraction(count + 1, total + counts.count + 1)
    }
  },
]

/// A model that counts the given tokens; `probability` is told a count, all counts and their sum,
/// or the total that is given.
func unigramModel(
  of tokens: some Sequence<String>, total given: Int? = nil,
  probability: @escaping @Sendable (Int, [String: Int], Int) -> Double = { count, _, total in
    fraction(count, total)
  }
) -> UnigramAnswer {
  let counts = countsOfTokens(tokens)
  let total = given ?? counts.values.reduce(0, +)
  return UnigramAnswer(counts: counts, total: total) { word, _ in
    probability(counts[word] ?? 0, counts, total)
  }
}
