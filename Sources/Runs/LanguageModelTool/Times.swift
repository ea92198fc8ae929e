import Chapter1
import Foundation
import Text

/// The processor's time that `body` took, in seconds: what others do on the machine counts little.
private func processorSeconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  body()
  return now() - start
}

/// Prints what a run took: seconds, sizes, and how many tokens a second each way of scoring does.
func printTimes(_ estimated: Estimated, text: [[String]]) throws {
  let model = estimated.model
  let vocabulary = model.trie.vocabulary
  let (table, tableSeconds) = timed { BackoffTable(model) }
  let lines = text.map { $0.joined(separator: " ") }
  let tokens = text.reduce(0) { $0 + $1.count + 1 }
  let unknown = vocabulary.id(of: Marker.unknown) ?? 0

  // From the lines of a text to their probabilities, as KenLM is asked too: each step changes one thing.
  let ways: [(name: String, score: (String) -> Double)] = [
    (
      "trieOfStrings",
      { line in
        // By bytes: to a Character, an accent at a word's start belongs to the space in front of it.
        let words = line.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        return model.logProbability(of: vocabulary.ids(of: words, unknown: unknown))
      }
    ),
    ("trie", { model.logProbability(of: vocabulary.ids(ofLine: $0, unknown: unknown)) }),
    ("walk", { table.walk(along: vocabulary.ids(ofLine: $0, unknown: unknown)) }),
    ("table", { table.logProbability(ofLine: $0) }),
  ]
  var tokensPerSecond: [String: Double] = [:]
  var perplexities: [String: Double] = [:]
  for way in ways {
    // The median of seven: the first one finds nothing in the caches.
    var sum = 0.0
    let seconds = (0..<7).map { _ in
      processorSeconds { sum = lines.reduce(0) { $0 + way.score($1) } }
    }
    tokensPerSecond[way.name] = Double(tokens) / seconds.sorted()[3]
    perplexities[way.name] = exp(-sum / Double(tokens))
  }
  let report: [String: Any] = [
    "readSeconds": estimated.readSeconds,
    "vocabularySeconds": estimated.vocabularySeconds,
    "countSeconds": estimated.countSeconds,
    "estimateSeconds": estimated.estimateSeconds,
    "tableSeconds": tableSeconds,
    "perplexity": perplexities,
    "tokensPerSecond": tokensPerSecond,
    "distinct": (1...model.trie.order).map { model.trie.distinct(length: $0) },
    "trieBytes": model.trie.levels.map(\.bytes),
    "modelBytes": model.bytes,
    "tableBytes": table.bytes,
  ]
  let json = try JSONSerialization.data(
    withJSONObject: report, options: [.sortedKeys, .prettyPrinted])
  print(String(decoding: json, as: UTF8.self))
}
