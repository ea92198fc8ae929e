import Text

/// ``KneserNeyTrie`` for scoring only: where a reader may stand, and where each word leads from there.
///
/// ```
/// ln P(w ∣ h) = ln p of the arc (h, w)       where there is one
///             = ln γ(h) + ln P(w ∣ h′)       otherwise; h′ is h without its first token
/// ```
///
/// A **history** is an n-gram that something followed, or the empty one, which has the number 0. An
/// **arc** is an n-gram: it leaves the history before its last word and leads to the longest history
/// at its own end.
public struct BackoffTable: Sendable {
  /// Gives each word its id.
  public let vocabulary: Vocabulary
  /// The length of the longest n-grams.
  public let order: Int

  /// An n-gram in 16 bytes: what is asked and what is answered, side by side.
  private struct Arc {
    /// The history that it leaves and its last word, as one number; all ones in an empty place.
    let key: UInt64
    /// ln p, in nats.
    let logProbability: Float
    /// The number of the history to which it leads.
    let next: Int32
  }

  /// What to do at a history that has no arc for the word.
  private struct Fallback {
    /// ln γ, in nats.
    let logBackoff: Float
    /// The number of the history without its first token.
    let shorter: Int32
  }

  /// The arcs from the empty history, by the word's id; each word has one.
  private var firstArcs: [Arc] = []
  /// All other arcs, in a hash table; more than half of its places stay empty.
  private var arcs: [Arc]
  /// By the history's number; the empty one falls back no further.
  private var fallbacks = [Fallback(logBackoff: 0, shorter: 0)]
  /// The number of the history `<s>`.
  private var start: Int32 = 0
  private let markers: (unknown: Int32, start: Int32, end: Int32)

  /// The memory that the model takes beside its vocabulary, in bytes.
  public var bytes: Int {
    (firstArcs.count + arcs.count) * MemoryLayout<Arc>.stride
      + fallbacks.count * MemoryLayout<Fallback>.stride
  }
}

extension BackoffTable {
  /// Takes over a model's numbers; the model and its trie are not needed any more.
  ///
  /// - Complexity: a few steps per different n-gram.
  public init(_ model: KneserNeyTrie) {
    let trie = model.trie
    vocabulary = trie.vocabulary
    order = trie.order
    markers = vocabulary.markers
    let count = trie.levels.dropFirst().reduce(0) { $0 + $1.entries.count }
    let empty = Arc(key: .max, logProbability: 0, next: 0)
    arcs = [Arc](repeating: empty, count: 2 * count + 1)
    // For each n-gram of one length, the longest history at its end; at first for the empty n-gram.
    var ends: [Int32] = [0]
    for length in 1...order {
      let isFollowed = trie.isFollowed(length: length)
      var longerEnds: [Int32] = []
      for (index, entry) in trie.levels[length - 1].entries.enumerated() {
        let weight = model.weights[length - 1][index]
        var end = ends[Int(entry.suffix)]
        if isFollowed[index] {
          fallbacks.append(Fallback(logBackoff: weight.logBackoff, shorter: end))
          end = Int32(fallbacks.count - 1)
        }
        longerEnds.append(end)
        let key = Self.key(ends[Int(entry.prefix)], entry.word)
        let arc = Arc(key: key, logProbability: weight.logProbability, next: end)
        if length == 1 { firstArcs.append(arc) } else { arcs[place(of: key)] = arc }
      }
      if length == 1 { start = longerEnds[Int(markers.start)] }
      ends = longerEnds
    }
  }
}

extension NGramTrie {
  /// For each n-gram of one length, whether a longer one begins with it.
  fileprivate func isFollowed(length: Int) -> [Bool] {
    var isFollowed = [Bool](repeating: false, count: levels[length - 1].entries.count)
    guard length < order else { return isFollowed }
    for longer in levels[length].entries { isFollowed[Int(longer.prefix)] = true }
    return isFollowed
  }
}

extension BackoffTable {
  /// The arc from a history by a word, or nil where that was never seen.
  private func arc(from history: Int32, by word: Int32) -> Arc? {
    guard history != 0 else { return firstArcs[Int(word)] }
    let key = Self.key(history, word)
    let arc = arcs[place(of: key)]
    return arc.key == key ? arc : nil
  }

  /// A history's number and a word's id, side by side.
  private static func key(_ history: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: history)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// Where an arc stands in the table, or the empty place where it belongs.
  private func place(of key: UInt64) -> Int {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    // hash / 2⁶⁴ is a number in 0 ..< 1: that share of the table lies before the place.
    var place = Int(hash.multipliedFullWidth(by: UInt64(arcs.count)).high)
    while arcs[place].key != key, arcs[place].key != .max {
      place += 1
      if place == arcs.count { place = 0 }
    }
    return place
  }
}

extension BackoffTable {
  /// The logarithm of a sentence's probability, in nats, word after word: the plain twin of
  /// ``logProbability(of:)``.
  public func walk(along sentence: [Int32]) -> Double {
    var history = start
    var sum = 0.0
    for word in sentence + [markers.end] {
      while true {
        if let arc = arc(from: history, by: word) {
          sum += Double(arc.logProbability)
          history = arc.next
          break
        }
        sum += Double(fallbacks[Int(history)].logBackoff)
        history = fallbacks[Int(history)].shorter
      }
    }
    return sum
  }
}

extension BackoffTable {
  /// What the passes so far have found at one position of a sentence.
  private struct Step {
    /// The longest history that was asked for the word.
    var history: Int32
    /// Where the longest n-gram that was found leads.
    var next: Int32
    /// ln P of the word after `history`, in nats.
    var logProbability: Double
  }

  /// The logarithm of a sentence's probability, in nats, its end included.
  ///
  /// Pass k asks each word after a history of k − 1 tokens. Which one that is, pass k − 1 has found at
  /// the position before; so no look-up waits for another one of its pass.
  ///
  /// - Parameter sentence: ids of the model's vocabulary, without markers; a word outside it has the
  ///   id of ``Marker/unknown``.
  /// - Complexity: at most n look-ups per token.
  public func logProbability(of sentence: [Int32]) -> Double {
    let words = sentence + [markers.end]
    var steps = words.map { word in
      let arc = firstArcs[Int(word)]
      return Step(history: 0, next: arc.next, logProbability: Double(arc.logProbability))
    }
    for _ in 1..<order { lengthenHistories(of: &steps, words) }
    return steps.reduce(0) { $0 + $1.logProbability }
  }

  /// One more pass.
  private func lengthenHistories(of steps: inout [Step], _ words: [Int32]) {
    var history = start
    for (position, word) in words.enumerated() {
      let step = steps[position]
      // Where the position before shows no longer history than it did, nothing changes.
      if history != step.history {
        if let arc = arc(from: history, by: word) {
          steps[position] = Step(
            history: history, next: arc.next, logProbability: Double(arc.logProbability))
        } else {
          steps[position].history = history
          steps[position].logProbability += Double(fallbacks[Int(history)].logBackoff)
        }
      }
      history = step.next
    }
  }

  /// The logarithm of the probability of a line of words, which stand between spaces, in nats.
  public func logProbability(ofLine line: String) -> Double {
    logProbability(of: vocabulary.ids(ofLine: line, unknown: markers.unknown))
  }
}
