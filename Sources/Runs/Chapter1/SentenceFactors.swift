import Chapter1

/// The factors of a sentence under the four models, as a ``SentenceTable`` gives them.
struct SentenceFactors {
  /// One factor under Kneser–Ney, as a sum over the lengths that it came from.
  struct Parts {
    /// From triples, pairs, single words and the uniform distribution.
    var byLength: [Double]
    var sum: Double { byLength.reduce(0, +) }
  }

  /// The names of the models, as results and figures have them.
  static let models = ["unigram", "bigram", "trigram", "kneserNey"]

  /// The predicted tokens: the words and `</s>`.
  var tokens: [String] = []
  var unigram: [Double] = []
  var bigram: [Double] = []
  var trigram: [Double] = []
  var kneserNey: [Parts] = []

  /// The factors of each model, in the order of ``models``.
  var all: [[Double]] { [unigram, bigram, trigram, kneserNey.map(\.sum)] }
}

extension SentenceTable {
  /// Scores a sentence; nil where the table lacks one of its words.
  func factors(of sentence: [String]) -> SentenceFactors? {
    let places = sentence.map { word in tokens.firstIndex(of: word) ?? 0 }
    guard !places.contains(where: { $0 < 2 }) else { return nil }
    let path = [0] + places + [1]
    var factors = SentenceFactors()
    for position in 1..<path.count {
      let (word, before) = (path[position], path[position - 1])
      let pair = pairs[before][word]
      // The first word has no triple: its whole history is <s>.
      let history = position > 1 ? pairs[path[position - 2]][before] : nil
      let share = { (count: Int, total: Int) in total > 0 ? Double(count) / Double(total) : 0 }
      factors.tokens.append(tokens[word])
      factors.unigram.append(share(words[word].count, tokenCount))
      factors.bigram.append(share(pair?.count ?? 0, words[before].count))
      factors.trigram.append(
        position > 1
          ? share(history?.next[word] ?? 0, history?.count ?? 0)
          : share(pair?.count ?? 0, words[before].count))
      factors.kneserNey.append(parts(word, before, pair, history))
    }
    return factors
  }

  /// P(w ∣ h) level by level; what a level's discounts free goes to the next.
  private func parts(
    _ word: Int, _ before: Int, _ pair: Pair?, _ history: Pair?
  ) -> SentenceFactors.Parts {
    var left = 1.0
    func part(_ count: Int, _ total: Int, _ followers: Followers, length: Int) -> Double {
      let discount = discounts[length - 1]
      let kept = left * (Double(count) - discount[count]) / Double(total)
      let freed =
        discount.one * Double(followers.one) + discount.two * Double(followers.two)
        + discount.threeOrMore * Double(followers.more)
      left *= freed / Double(total)
      return kept
    }
    var parts = [0.0, 0, 0, 0]
    if let history {
      parts[0] = part(history.next[word] ?? 0, history.count, history.followers, length: 3)
    }
    if words[before].total > 0 {
      parts[1] = part(
        pair?.adjusted ?? 0, words[before].total, words[before].followers, length: 2)
    }
    parts[2] = part(words[word].adjusted, base.total, base.followers, length: 1)
    parts[3] = left / Double(typeCount)
    return SentenceFactors.Parts(byLength: parts)
  }
}
