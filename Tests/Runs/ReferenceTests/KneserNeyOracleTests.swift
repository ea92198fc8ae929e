import Chapter1
import Foundation
import Testing
import Text

/// The numbers of `peers/language-models/kneser_ney.py`, which works from Chen and Goodman's formulas in NumPy and
/// shares no code with ours; `peers/language-models/run --oracle` makes the file again.
private struct Oracle: Decodable, Sendable, CustomTestStringConvertible {
  let order: Int
  let vocabulary: Int
  let distinct: [Int]
  let discounts: [[Double]]
  let perplexity: Double
  let logProbabilities: [[Double]]

  var testDescription: String { "order \(order)" }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "peers/language-models")

  static func all() throws -> [Oracle] {
    let data = try Data(contentsOf: folder.appending(path: "kneser-ney.json"))
    return try JSONDecoder().decode([Oracle].self, from: data)
  }

  static func sentences(_ name: String) throws -> [[String]] {
    try TextCorpus(linesOf: folder.appending(path: name).path).sentences
  }
}

@Suite("Kneser–Ney against an independent computation")
struct KneserNeyOracleTests {
  @Test("there are oracle numbers for orders 1 to 5")
  func orders() throws {
    #expect(try Oracle.all().map(\.order) == [1, 2, 3, 4, 5])
  }

  @Test("discounts agree to 1e-12 and each token's ln P to 1e-11", arguments: 1...5)
  func plain(order: Int) throws {
    let oracle = try #require(try Oracle.all().first { $0.order == order })
    let counts = NGramCounts(sentences: try Oracle.sentences("corpus.txt"), order: order)
    let model = KneserNeyModel(counts: counts)
    #expect(counts.vocabulary.count == oracle.vocabulary)
    #expect((1...order).map { counts.distinct(length: $0) } == oracle.distinct)
    for (ours, theirs) in zip(model.discounts, oracle.discounts) {
      #expect(isClose(ours.one, theirs[0], relative: 1e-12))
      #expect(isClose(ours.two, theirs[1], relative: 1e-12))
      #expect(isClose(ours.threeOrMore, theirs[2], relative: 1e-12))
    }
    let heldOut = try Oracle.sentences("held-out.txt")
    #expect(heldOut.count == oracle.logProbabilities.count)
    for (sentence, expected) in zip(heldOut, oracle.logProbabilities) {
      let tokens = [Marker.start] + sentence + [Marker.end]
      #expect(tokens.count == expected.count + 1)
      for position in 1..<tokens.count {
        let ours = log(
          model.probability(of: tokens[position], after: Array(tokens[..<position])))
        #expect(
          isClose(ours, expected[position - 1], relative: 1e-11),
          "\(sentence), token \(position): \(ours) ≠ \(expected[position - 1])")
      }
    }
    let ours = perplexity(of: heldOut, under: model)
    #expect(isClose(ours, oracle.perplexity, relative: 1e-11))
  }

  @Test("the trie's sentences agree to 1e-6, its perplexity too", arguments: 1...5)
  func trie(order: Int) throws {
    let oracle = try #require(try Oracle.all().first { $0.order == order })
    let train = try Oracle.sentences("corpus.txt")
    let vocabulary = Vocabulary(forModelOf: train)
    let unknown = try #require(vocabulary.id(of: Marker.unknown))
    let model = KneserNeyTrie(
      trie: NGramTrie(sentences: train, vocabulary: vocabulary, order: order))
    let ids = try Oracle.sentences("held-out.txt").map { vocabulary.ids(of: $0, unknown: unknown) }
    for (sentence, expected) in zip(ids, oracle.logProbabilities) {
      let ours = model.logProbability(of: sentence)
      #expect(isClose(ours, expected.reduce(0, +), relative: 1e-6))
    }
    #expect(isClose(model.perplexity(of: ids), oracle.perplexity, relative: 1e-6))
  }
}
