import Chapter2
import Experiments
import Foundation

extension WindowTable {
  /// The table as `figures/window.js` reads it.
  ///
  /// ```
  /// n, size, halfWidth    numbers to a vector, |V|, m
  /// sentences             as text
  /// words                 the words of all predictions, the most used first
  /// vectors               the input vectors of the sentences' words, in order of appearance, in
  ///                       hundredths; packed, below 0 as odd numbers
  /// predictions           for each gap and each choice of context, packed: the score of the first
  ///                       word, ln Σ exp less it, −ln of the probability of all words but the
  ///                       eight, the eight words, the falls from score to score,
  ///                       the covered word's place among the eight; 0, its rank and its fall from
  ///                       the last score where it is not among them
  /// ```
  var packed: ResultValue {
    var vectors = PackedNumbers()
    for id in spokenIDs {
      for number in strip(of: id) { vectors.append(Self.natural(number)) }
    }
    let shown = shownIDs
    let places = Dictionary(uniqueKeysWithValues: zip(shown, 0...))
    var text = PackedNumbers()
    for (_, prediction) in gaps.flatMap(\.predictions) {
      let scores = prediction.scores
      text.append(Self.natural(scores[0]))
      text.append(max(0, prediction.logSum - scores[0]))
      text.append(max(0, prediction.rest))
      for id in prediction.top { text.append(places[id, default: 0]) }
      for (before, score) in zip(scores, scores.dropFirst()) { text.append(before - score) }
      if prediction.rank <= scores.count {
        text.append(prediction.rank)
      } else {
        text.append(0)
        text.append(prediction.rank)
        text.append(scores[scores.count - 1] - prediction.centreScore)
      }
    }
    return .table([
      ("n", .integer(model.embeddingSize)), ("size", .integer(vocabulary.count)),
      ("halfWidth", .integer(halfWidth)),
      ("sentences", .list(sentences.map { .text($0.joined(separator: " ")) })),
      ("words", .text(shown.map { vocabulary.words[$0] }.joined(separator: " "))),
      ("vectors", .text(vectors.text)), ("predictions", .text(text.text)),
    ])
  }
}

extension WindowTable {
  /// The words of the sentences, each once, in order of appearance.
  private var spokenIDs: [Int] {
    var seen: Set<Int> = []
    return ids.joined().filter { seen.insert($0).inserted }
  }

  /// The words of the predictions, the most used first, so that they take one character.
  private var shownIDs: [Int] {
    var uses: [Int: Int] = [:]
    for (_, prediction) in gaps.flatMap(\.predictions) {
      for id in prediction.top { uses[id, default: 0] += 1 }
    }
    return uses.keys.sorted { (uses[$1, default: 0], $0) < (uses[$0, default: 0], $1) }
  }

  /// A word's input vector in hundredths.
  func strip(of id: Int) -> [Int] {
    column(id, of: model.inputVectors).map { Int(($0 * 100).rounded()) }
  }

  /// Whole numbers as those from 0 on: 0, −1, 1, −2 become 0, 1, 2, 3.
  private static func natural(_ number: Int) -> Int { number < 0 ? -2 * number - 1 : 2 * number }

  /// A sum in which every number of the table has a weight of its own.
  var checksum: Int {
    let shown = Dictionary(uniqueKeysWithValues: zip(shownIDs, 1...))
    return zip(1..., gaps.flatMap(\.predictions)).reduce(0) { sum, entry in
      let prediction = entry.1.prediction
      let top = zip(1..., zip(prediction.top, prediction.scores)).reduce(0) {
        $0 + $1.0 * (shown[$1.1.0, default: 0] + $1.1.1)
      }
      return sum + entry.0
        * (top + prediction.logSum + 2 * prediction.centreScore + 3 * prediction.rank + 5
          * prediction.rest)
    }
  }
}
