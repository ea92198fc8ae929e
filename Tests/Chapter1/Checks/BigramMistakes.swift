import Grading

/// What people count instead of a sentence's pairs.
let bigramCountingMistakes: [NamedImplementation<Bigram>] = [
  .init("the sentence end is not counted") { sentences in
    bigramModel(table(sentences.flatMap { pairs($0).dropLast() }))
  },
  .init("a sentence's first word has no start marker before it") { sentences in
    bigramModel(table(sentences.flatMap { pairs($0).dropFirst() }))
  },
  .init("the sentences are run together, so that pairs reach from one into the next") {
    bigramModel(table(neighbours($0.flatMap(padded))))
  },
  .init("the marker is put round the whole corpus, not round every sentence") { sentences in
    bigramModel(table(sentences.isEmpty ? [] : neighbours(padded(Array(sentences.joined())))))
  },
  .init("the pairs do not overlap") { sentences in
    bigramModel(
      table(
        sentences.flatMap { sentence in
          pairs(sentence).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        }))
  },
  .init("each pair counts once per sentence, however often it occurs there") { sentences in
    bigramModel(
      table(
        sentences.flatMap { sentence in
          Set(pairs(sentence).map { [$0.0, $0.1] }).map { ($0[0], $0[1]) }
        }))
  },
  .init("each pair counts 1, however often it occurs") { sentences in
    bigramModel(table(sentences.flatMap(pairs)).mapValues { $0.mapValues { _ in 1 } })
  },
  .init("empty sentences are passed over") { sentences in
    bigramModel(table(sentences.filter { !$0.isEmpty }.flatMap(pairs)))
  },
  .init("a sentence that stands there twice is counted once") { sentences in
    bigramModel(table(Set(sentences).flatMap(pairs)))
  },
  .init("only the first sentence is counted") { sentences in
    bigramModel(table(sentences.prefix(1).flatMap(pairs)))
  },
  .init("rows and columns of the table are swapped") { sentences in
    bigramModel(table(sentences.flatMap { pairs($0).map { ($1, $0) } }))
  },
  .init("rows and columns are swapped, and the divisor sums what stood before the word") {
    sentences in
    bigramModel(table(sentences.flatMap { pairs($0).map { ($1, $0) } })) { counts, previous, word in
      let row = counts[word] ?? [:]
      return fraction(row[previous] ?? 0, row.values.reduce(0, +))
    }
  },
  .init("sentences of a single word are passed over") { sentences in
    bigramModel(table(sentences.filter { $0.count != 1 }.flatMap(pairs)))
  },
  .init("words are written in small letters first") { sentences in
    bigramModel(table(sentences.flatMap { pairs($0.map { $0.lowercased() }) }))
  },
]

/// What people look up and divide by instead.
let bigramProbabilityMistakes: [NamedImplementation<Bigram>] = [
  .init("the count is divided by the number of all pairs") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      fraction(
        counts[previous]?[word] ?? 0, counts.values.reduce(0) { $0 + $1.values.reduce(0, +) })
    }
  },
  .init("the count is divided by how often the word itself occurs, not the one before it") {
    sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      fraction(counts[previous]?[word] ?? 0, occurrences(of: word, in: counts))
    }
  },
  .init("the divisor is how often the last token is predicted, and <s> never is") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      fraction(counts[previous]?[word] ?? 0, occurrences(of: previous, in: counts))
    }
  },
  .init("the count is divided by the number of different words in the row") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      fraction(counts[previous]?[word] ?? 0, counts[previous]?.count ?? 0)
    }
  },
  .init("the word's share of all tokens is returned, whatever the history") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, _, word in
      fraction(
        occurrences(of: word, in: counts),
        counts.values.reduce(0) { $0 + $1.values.reduce(0, +) })
    }
  },
  .init("a pair never seen gets the word's share of all tokens") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      let row = counts[previous] ?? [:]
      if let count = row[word] { return fraction(count, row.values.reduce(0, +)) }
      return fraction(
        occurrences(of: word, in: counts),
        counts.values.reduce(0) { $0 + $1.values.reduce(0, +) })
    }
  },
  .init("the first token of the history is looked up instead of its last") { sentences in
    let right = bigramModel(table(sentences.flatMap(pairs)))
    return BigramAnswer(counts: right.counts) { right.probability($0, Array($1.prefix(1))) }
  },
  .init("the last token but one of the history is looked up instead of its last") { sentences in
    let right = bigramModel(table(sentences.flatMap(pairs)))
    return BigramAnswer(counts: right.counts) {
      right.probability($0, $1.count > 1 ? $1.dropLast() : $1)
    }
  },
  .init("a word never seen is not looked for, and 0 / 0 is not a number") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      let row = counts[previous] ?? [:]
      return Double(row[word] ?? 0) / Double(row.values.reduce(0, +))
    }
  },
  .init("after a word never seen every word gets the same share") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      guard let row = counts[previous] else { return fraction(1, counts.count) }
      return fraction(row[word] ?? 0, row.values.reduce(0, +))
    }
  },
  .init("words never seen are taken for <unk>, which may have been counted") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      let row = counts[counts[previous] == nil ? unknown : previous] ?? [:]
      let isSeen = counts[word] != nil || word == end
      return fraction(row[isSeen ? word : unknown] ?? 0, row.values.reduce(0, +))
    }
  },
  .init("the count is divided by the sum as whole numbers") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      let row = counts[previous] ?? [:]
      return row.isEmpty ? 0 : Double((row[word] ?? 0) / row.values.reduce(0, +))
    }
  },
  .init("the count is returned, not the share") { sentences in
    bigramModel(table(sentences.flatMap(pairs))) { counts, previous, word in
      Double(counts[previous]?[word] ?? 0)
    }
  },
]

/// The pairs of neighbours in a sentence with its markers.
func pairs(_ sentence: [String]) -> [(String, String)] { neighbours(padded(sentence)) }

private func neighbours(_ tokens: [String]) -> [(String, String)] {
  Array(zip(tokens, tokens.dropFirst()))
}

/// Pairs counted by their first word, then by their second.
func table(_ pairs: [(String, String)]) -> [String: [String: Int]] {
  pairs.reduce(into: [:]) { $0[$1.0, default: [:]][$1.1, default: 0] += 1 }
}

private func occurrences(of word: String, in counts: [String: [String: Int]]) -> Int {
  counts.values.reduce(0) { $0 + ($1[word] ?? 0) }
}

/// A model of counts; `probability` is told the counts, the last token of the history and a word.
func bigramModel(
  _ counts: [String: [String: Int]],
  probability: @escaping @Sendable ([String: [String: Int]], String, String) -> Double = {
    counts, previous, word in
    let row = counts[previous] ?? [:]
    return fraction(row[word] ?? 0, row.values.reduce(0, +))
  }
) -> BigramAnswer {
  BigramAnswer(counts: counts) { word, history in
    probability(counts, history.last ?? "", word)
  }
}
