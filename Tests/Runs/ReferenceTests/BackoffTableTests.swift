import Chapter1
import Foundation
import Testing
import Text

@Suite("The table for scoring")
struct BackoffTableTests {
  private func trie(_ sentences: [[String]], order: Int) -> KneserNeyTrie {
    KneserNeyTrie(
      trie: NGramTrie(
        sentences: sentences, vocabulary: Vocabulary(forModelOf: sentences), order: order))
  }

  /// The same numbers are added in another order, in double precision.
  private func expectAgreement(_ model: KneserNeyTrie, on text: [[String]]) throws {
    let table = BackoffTable(model)
    let unknown = try #require(table.vocabulary.id(of: Marker.unknown))
    for sentence in text {
      let ids = table.vocabulary.ids(of: sentence, unknown: unknown)
      let expected = model.logProbability(of: ids)
      #expect(isClose(table.walk(along: ids), expected, relative: 1e-13))
      #expect(isClose(table.logProbability(of: ids), expected, relative: 1e-13))
      let line = sentence.joined(separator: " ")
      #expect(table.logProbability(ofLine: line) == table.logProbability(of: ids))
    }
  }

  @Test("word by word and pass by pass, it scores as the trie does", arguments: Corpus.withOrders)
  func smallCorpora(corpus: Corpus, order: Int) throws {
    let unseen = [words("the zebra jumped over a cat"), [], words("a b a"), words("sat the the")]
    try expectAgreement(
      trie(corpus.sentences, order: order), on: corpus.sentences + corpus.histories + unseen)
  }

  @Test("so it does with tens of thousands of n-grams", arguments: 1...5)
  func random(order: Int) throws {
    var generator = SeededGenerator(seed: 7)
    // Few frequent words and many rare ones, so that histories of every length are met.
    let sentences = (0..<3000).map { _ in
      (0..<Int(generator.nextUniform() * 30)).map { _ in
        "w\(Int(pow(generator.nextUniform(), 3) * 400))"
      }
    }
    let model = trie(Array(sentences.prefix(2500)), order: order)
    try expectAgreement(model, on: Array(sentences.suffix(500)))
  }

  @Test("it takes less memory than the trie and the weights that it stands for")
  func memory() {
    let sentences = (0..<3000).map { ["a\($0 % 700)", "b\($0 % 110)", "c\($0 % 31)"] }
    let model = trie(sentences, order: 3)
    let before = model.bytes + model.trie.levels.reduce(0) { $0 + $1.bytes }
    #expect(BackoffTable(model).bytes < before)
  }

  /// The expected numbers are those of `peers/kneser_ney.py`, which compares code points, to the
  /// base 10; `peers/language-models/run` compares every token of a longer text of this kind.
  @Test("two spellings of é are two words, and each sentence has a probability of its own")
  func spellings() {
    let train = [
      "the caf\u{E9} opens", "the cafe\u{301} shuts", "the caf\u{E9} opens",
      "ohm \u{2126} and \u{3A9}",
    ]
    let table = BackoffTable(trie(train.map(words), order: 2))
    let scores = ["the cafe\u{301} opens", "the caf\u{E9} opens"].map {
      table.logProbability(ofLine: $0) / log(10)
    }
    #expect(isClose(scores[0], -3.4989, relative: 2e-5))
    #expect(isClose(scores[1], -2.5621, relative: 2e-5))
  }
}
