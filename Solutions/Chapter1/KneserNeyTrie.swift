import Foundation
import Text

// #given kneser-ney-trie
/// ``KneserNeyModel`` for large corpora: every number that a look-up needs is worked out beforehand.
///
/// ```
/// ln P(w ∣ h) = ln p(h w)                   where h w was seen
///             = ln γ(h) + ln P(w ∣ h′)      otherwise; h′ is h without its first token
/// ```
///
/// p is the interpolated estimate, so that backing off and interpolating give the same number. γ is 1
/// for a history that nothing followed.
public struct KneserNeyTrie: Sendable {
  /// The counts of the corpus; their order is the model's n.
  public let trie: NGramTrie
  /// The discounts for n-grams of each length; those for length k stand at k − 1.
  public let discounts: [Discounts]
  /// The two numbers of each n-gram: `weights[k − 1][entry]`.
  public let weights: [[Weight]]

  /// What a look-up needs of an n-gram, side by side, so that one access to memory fetches both.
  public struct Weight: Sendable {
    /// ln p, in nats.
    public let logProbability: Float
    /// ln γ of the n-gram as a history, in nats; 0 where nothing follows.
    public var logBackoff: Float
  }

  /// The memory that the model takes beside its trie, in bytes.
  public var bytes: Int {
    weights.reduce(0) { $0 + $1.count * MemoryLayout<Weight>.stride }
  }
}
// #end

// #given kneser-ney-trie-adjusted
extension NGramTrie {
  /// The adjusted count of each n-gram of one length, by entry; see ``adjustedCounts(of:)``.
  ///
  /// Below the highest order every n-gram has a token before it, unless it starts with `<s>`: so what
  /// has no token before it keeps its count.
  func adjustedCounts(length: Int) -> [Int32] {
    let entries = levels[length - 1].entries
    guard length < order else { return entries.map(\.count) }
    var adjusted = [Int32](repeating: 0, count: entries.count)
    for longer in levels[length].entries { adjusted[Int(longer.suffix)] += 1 }
    for index in adjusted.indices where adjusted[index] == 0 {
      adjusted[index] = entries[index].count
    }
    return adjusted
  }
}

extension Discounts {
  /// Estimates the discounts from the adjusted counts of all n-grams of one length.
  fileprivate init(adjusted: [Int32]) {
    var countsOfCounts = [0, 0, 0, 0]
    for count in adjusted where (1...4).contains(count) { countsOfCounts[Int(count) - 1] += 1 }
    self.init(countsOfCounts: countsOfCounts)
  }
}
// #end

// #given kneser-ney-trie-level
/// One length's estimates, and what its histories leave over for shorter ones.
private struct LevelEstimate {
  /// p of each n-gram of this length.
  var probabilities: [Double]
  /// γ of each history, the n-grams one token shorter; 1 where nothing followed.
  var backoffs: [Double]

  /// - Parameters:
  ///   - historyCount: the number of n-grams one token shorter.
  ///   - shorter: the probability of each of them.
  init(
    entries: [NGramLevel.Entry], adjusted: [Int32], discounts: Discounts, historyCount: Int,
    shorter: [Double]
  ) {
    var totals = [Double](repeating: 0, count: historyCount)
    var freed = totals
    for (entry, count) in zip(entries, adjusted) {
      totals[Int(entry.prefix)] += Double(count)
      freed[Int(entry.prefix)] += discounts[Int(count)]
    }
    backoffs = zip(freed, totals).map { $1 > 0 ? $0 / $1 : 1 }
    probabilities = [Double](repeating: 0, count: entries.count)
    for index in entries.indices {
      let entry = entries[index]
      let history = Int(entry.prefix)
      let kept = Double(adjusted[index]) - discounts[Int(adjusted[index])]
      probabilities[index] =
        (totals[history] > 0 ? kept / totals[history] : 0)
        + backoffs[history] * shorter[Int(entry.suffix)]
    }
  }
}
// #end

// #given kneser-ney-trie-estimation
extension KneserNeyTrie {
  /// Estimates a model of order `trie.order`, from the shortest n-grams to the longest.
  ///
  /// - Complexity: a few steps per different n-gram.
  public init(trie: NGramTrie) {
    var discounts: [Discounts] = []
    var weights: [[Weight]] = []
    // Level 0 is the empty n-gram; its probability is the uniform distribution's.
    var shorter = [1 / Double(trie.predictedCount)]
    for length in 1...trie.order {
      let adjusted = trie.adjustedCounts(length: length)
      discounts.append(Discounts(adjusted: adjusted))
      let estimate = LevelEstimate(
        entries: trie.levels[length - 1].entries, adjusted: adjusted,
        discounts: discounts[length - 1], historyCount: shorter.count, shorter: shorter)
      if length > 1 {
        for (history, backoff) in estimate.backoffs.enumerated() {
          weights[length - 2][history].logBackoff = Float(log(backoff))
        }
      }
      weights.append(
        estimate.probabilities.map { Weight(logProbability: Float(log($0)), logBackoff: 0) })
      shorter = estimate.probabilities
    }
    self.trie = trie
    self.discounts = discounts
    self.weights = weights
  }
}
// #end

// #given kneser-ney-trie-state
/// The longest run of tokens, ending where the reader stands, that the corpus showed.
private struct TrieState {
  /// Its length, 0…n − 1.
  var length: Int
  /// Its entry in the level of that length.
  var entry: Int32
}

extension KneserNeyTrie {
  /// ln P of a token after a state, in nats; the state moves past the token.
  private func step(_ state: inout TrieState, to word: Int32) -> Double {
    var sum = 0.0
    var length = state.length
    var history = state.entry
    while length > 0 {
      if let found = trie.levels[length].entry(prefix: history, word: word) {
        state = self.state(at: found, length: length + 1)
        return sum + Double(weights[length][Int(found)].logProbability)
      }
      sum += Double(weights[length - 1][Int(history)].logBackoff)
      history = trie.levels[length - 1].entries[Int(history)].suffix
      length -= 1
    }
    // Level 1 has every id, at its own index.
    state = self.state(at: word, length: 1)
    return sum + Double(weights[0][Int(word)].logProbability)
  }

  /// A history has at most n − 1 tokens: a full n-gram drops its first one.
  private func state(at entry: Int32, length: Int) -> TrieState {
    guard length == trie.order else { return TrieState(length: length, entry: entry) }
    return TrieState(length: length - 1, entry: trie.levels[length - 1].entries[Int(entry)].suffix)
  }

  /// The state after `<s>`.
  private var startState: TrieState { state(at: trie.vocabulary.markers.start, length: 1) }
}
// #end

// #given kneser-ney-trie-scoring
extension KneserNeyTrie {
  /// The logarithm of a sentence's probability, in nats, its end included.
  ///
  /// - Parameter sentence: ids of the model's vocabulary, without markers; a word outside it has the
  ///   id of ``Marker/unknown``.
  /// - Complexity: one to n look-ups per token.
  public func logProbability(of sentence: [Int32]) -> Double {
    var state = startState
    var sum = 0.0
    for word in sentence { sum += step(&state, to: word) }
    return sum + step(&state, to: trie.vocabulary.markers.end)
  }

  /// exp(−1/N · Σ ln P) over the N predicted tokens: words, and one `</s>` per sentence.
  ///
  /// - Precondition: there is at least one sentence.
  public func perplexity(of sentences: [[Int32]]) -> Double {
    precondition(!sentences.isEmpty, "the perplexity of no sentences is not defined")
    let tokenCount = sentences.reduce(0) { $0 + $1.count + 1 }
    let total = sentences.reduce(0) { $0 + logProbability(of: $1) }
    return exp(-total / Double(tokenCount))
  }
}

extension KneserNeyTrie: LanguageModel {
  /// The smoothed probability of a word after the last n − 1 tokens.
  public func probability(of word: String, after history: [String]) -> Double {
    let vocabulary = trie.vocabulary
    let unknown = vocabulary.markers.unknown
    var state = TrieState(length: 0, entry: 0)
    for token in vocabulary.ids(of: history.suffix(trie.order - 1), unknown: unknown) {
      _ = step(&state, to: token)
    }
    return exp(step(&state, to: vocabulary.id(of: word) ?? unknown))
  }
}
// #end
