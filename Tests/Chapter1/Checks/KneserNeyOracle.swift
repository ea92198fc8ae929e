/// Interpolated modified Kneser–Ney from the bottom up: a table of all words, one order at a time.
///
/// A learner goes down from the longest history to the shortest and answers for one word. This goes
/// up, starts with 1/|V| for every word, and shares the same steps with no one.
func kneserNeyTable(_ corpus: CountedCorpus, after history: [String]) -> [String: Double] {
  kneserNeyTable(corpus, adjusted(corpus), after: history)
}

/// The entry of every word outside the vocabulary.
let anyOtherWord = "(any other word)"

/// The same from adjusted counts that are there already.
func kneserNeyTable(
  _ corpus: CountedCorpus, _ adjustedCounts: [[String]: Int], after history: [String]
) -> [String: Double] {
  let context = corpus.cut(history)
  var table: [String: Double] = [:]
  for word in corpus.vocabulary.union([anyOtherWord]) {
    table[word] = 1 / Double(corpus.vocabulary.count)
  }
  for length in 0...context.count {
    let known = Array(context.suffix(length))
    let discounts = kneserNeyDiscounts(adjustedCounts, length: length + 1)
    var taken: [String: Double] = [:]
    var total = 0.0
    var freed = 0.0
    for word in corpus.vocabulary {
      guard let count = adjustedCounts[known + [word]] else { continue }
      let discount = discounts[min(count, 3) - 1]
      taken[word] = Double(count) - discount
      freed += discount
      total += Double(count)
    }
    guard total > 0 else { continue }
    table = Dictionary(
      uniqueKeysWithValues: table.map { word, shorter in
        (word, ((taken[word] ?? 0) + freed * shorter) / total)
      })
  }
  return table
}

extension CountedCorpus {
  /// The adjusted count of every n-gram, for exercises that start from them.
  public var adjustedCounts: [[String]: Int] { adjusted(self) }

  /// The discounts `[D₁, D₂, D₃₊]` for the n-gram lengths 1…order.
  public var discounts: [[Double]] {
    let adjustedCounts = adjustedCounts
    return (1...order).map { kneserNeyDiscounts(adjustedCounts, length: $0) }
  }
}

/// The discounts of n-grams of one length, `[D₁, D₂, D₃₊]`.
func kneserNeyDiscounts(_ adjustedCounts: [[String]: Int], length: Int) -> [Double] {
  let numbers = (1...4).map { count in
    Double(adjustedCounts.count { $0.key.count == length && $0.value == count })
  }
  guard !numbers.prefix(3).contains(0) else { return [0.5, 1, 1.5] }
  let share = numbers[0] / (numbers[0] + 2 * numbers[1])
  let discounts = [
    1 - 2 * share * numbers[1] / numbers[0],
    2 - 3 * share * numbers[2] / numbers[1],
    3 - 4 * share * numbers[3] / numbers[2],
  ]
  return discounts.contains { $0 <= 0 } ? [0.5, 1, 1.5] : discounts
}

/// The parts that the formula is put together from, for mistakes that take a wrong one.
struct KneserNeyParts: Sendable {
  /// The adjusted counts of what follows each history.
  let followers: [[String]: [String: Int]]
  /// The discounts of each n-gram length, those of single words first.
  var discounts: [[Double]]
  /// What each word has below the empty history.
  var uniform: Double
  /// The number of tokens that a model sees, without the one that it predicts.
  let longest: Int

  /// Collects the parts; `counts` are the adjusted ones unless others are given.
  init(_ corpus: CountedCorpus, counts: [[String]: Int]? = nil) {
    let counts = counts ?? adjusted(corpus)
    var followers: [[String]: [String: Int]] = [:]
    for (nGram, count) in counts {
      followers[nGram.dropLast(), default: [:]][nGram.last ?? "", default: 0] += count
    }
    self.followers = followers
    discounts = (1...corpus.order).map { kneserNeyDiscounts(counts, length: $0) }
    uniform = 1 / Double(corpus.vocabulary.count)
    longest = corpus.order - 1
  }

  /// The sum of the adjusted counts after a history.
  func total(_ history: [String]) -> Double {
    Double((followers[history] ?? [:]).values.reduce(0, +))
  }

  /// The adjusted count of a word after a history.
  func count(_ word: String, _ history: [String]) -> Double {
    Double(followers[history]?[word] ?? 0)
  }

  /// The discount of a count after a history; 0 for a count of 0.
  func discount(_ count: Double, _ history: [String]) -> Double {
    count < 1 ? 0 : discounts[history.count][min(Int(count), 3) - 1]
  }

  /// γ(h), the share of a history's probability that discounting frees.
  func freed(_ history: [String]) -> Double {
    (followers[history] ?? [:]).values.map { discount(Double($0), history) }.reduce(0, +)
      / total(history)
  }

  /// What is left of a word's own share: its count less the discount, by the history's total.
  func kept(_ word: String, _ history: [String]) -> Double {
    let count = count(word, history)
    return (count - discount(count, history)) / total(history)
  }

  /// A model that goes down from the longest history.
  ///
  /// - Parameters:
  ///   - unseen: the answer after a history never seen, from the shorter history's.
  ///   - shorten: the history that comes next.
  ///   - step: the answer after a history that was seen, from the shorter history's.
  func model(
    unseen: @escaping @Sendable (Double) -> Double = { $0 },
    shorten: @escaping @Sendable ([String]) -> [String] = { Array($0.dropFirst()) },
    step: @escaping @Sendable (KneserNeyParts, String, [String], Double) -> Double = {
      parts, word, history, shorter in
      parts.kept(word, history) + parts.freed(history) * shorter
    }
  ) -> WordProbability {
    { word, history in
      func estimate(_ history: [String]) -> Double {
        let shorter = history.isEmpty ? uniform : estimate(shorten(history))
        return followers[history] == nil ? unseen(shorter) : step(self, word, history, shorter)
      }
      return estimate(history.suffix(longest))
    }
  }

  /// The model with another step, from the parts, the word, the history and the shorter history's
  /// probability.
  func stepping(
    _ step: @escaping @Sendable (KneserNeyParts, String, [String], Double) -> Double
  ) -> WordProbability {
    model(step: step)
  }
}
