import Chapter1
import Foundation
import Testing
import Text

@Suite("The trie and its plain twins")
struct KneserNeyTrieTests {
  /// ln p and ln γ are stored as Float, 24 bits, and up to five of them are added.
  private let tolerance = 2e-6

  private func trie(_ corpus: Corpus, order: Int) -> NGramTrie {
    NGramTrie(
      sentences: corpus.sentences, vocabulary: Vocabulary(forModelOf: corpus.sentences),
      order: order)
  }

  /// The trie's n-grams as words, with their counts.
  private func counts(of trie: NGramTrie) -> [[String]: Int] {
    var counts: [[String]: Int] = [:]
    for (index, level) in trie.levels.enumerated() {
      for entry in level.entries where entry.count > 0 {
        var nGram = [trie.vocabulary[entry.word]]
        var prefix = Int(entry.prefix)
        for shorter in trie.levels[..<index].reversed() {
          nGram.insert(trie.vocabulary[shorter.entries[prefix].word], at: 0)
          prefix = Int(shorter.entries[prefix].prefix)
        }
        counts[nGram] = Int(entry.count)
      }
    }
    return counts
  }

  @Test("the trie counts what the dictionaries count", arguments: Corpus.withOrders)
  func counting(corpus: Corpus, order: Int) {
    let plain = NGramCounts(sentences: corpus.sentences, order: order)
    let trie = trie(corpus, order: order)
    #expect(counts(of: trie) == plain.counts)
    #expect(trie.predictedCount == plain.vocabulary.count)
    for length in 1...order {
      #expect(trie.distinct(length: length) == plain.distinct(length: length))
    }
  }

  @Test("the table finds its entries again after it has grown many times")
  func growth() {
    var generator = SeededGenerator(seed: 5)
    let sentences = (0..<2000).map { _ in
      (0..<20).map { _ in "w\(Int(generator.nextUniform() * 300))" }
    }
    let plain = NGramCounts(sentences: sentences, order: 3)
    let trie = trie(Corpus(name: "random", sentences: sentences), order: 3)
    #expect(trie.distinct(length: 3) > 30_000)
    #expect(counts(of: trie) == plain.counts)
    for (index, entry) in trie.levels[2].entries.enumerated() {
      #expect(trie.levels[2].entry(prefix: entry.prefix, word: entry.word) == Int32(index))
    }
  }

  @Test("both models have the same discounts and probabilities", arguments: Corpus.withOrders)
  func probabilities(corpus: Corpus, order: Int) {
    let plain = KneserNeyModel(counts: NGramCounts(sentences: corpus.sentences, order: order))
    let fast = KneserNeyTrie(trie: trie(corpus, order: order))
    #expect(fast.discounts == plain.discounts)
    for history in corpus.histories {
      for word in plain.counts.vocabulary.union(["zebra"]) {
        let expected = plain.probability(of: word, after: history)
        let actual = fast.probability(of: word, after: history)
        #expect(
          isClose(expected, actual, relative: tolerance),
          "P(\(word) ∣ \(history)) = \(actual) ≠ \(expected)")
      }
    }
  }

  @Test("both models score sentences alike, also with unknown words", arguments: Corpus.withOrders)
  func sentences(corpus: Corpus, order: Int) throws {
    let plain = KneserNeyModel(counts: NGramCounts(sentences: corpus.sentences, order: order))
    let fast = KneserNeyTrie(trie: trie(corpus, order: order))
    let vocabulary = fast.trie.vocabulary
    let unknown = try #require(vocabulary.id(of: Marker.unknown))
    let text = corpus.sentences + [words("the zebra jumped over a cat"), [], words("a b a")]
    let ids = text.map { vocabulary.ids(of: $0, unknown: unknown) }
    for (sentence, ids) in zip(text, ids) {
      let expected = logProbability(of: sentence, under: plain)
      #expect(isClose(fast.logProbability(of: ids), expected, relative: tolerance))
    }
    let expected = perplexity(of: text, under: plain)
    #expect(isClose(fast.perplexity(of: ids), expected, relative: 10 * tolerance))
  }

  @Test("rare words count as the unknown word, in both models alike")
  func minimumCount() throws {
    let sentences = Corpus.cat.sentences
    let vocabulary = Vocabulary(forModelOf: sentences, minimumCount: 2)
    let replaced = sentences.map { $0.map { vocabulary.id(of: $0) == nil ? Marker.unknown : $0 } }
    let plain = KneserNeyModel(counts: NGramCounts(sentences: replaced, order: 3))
    let fast = KneserNeyTrie(
      trie: NGramTrie(sentences: sentences, vocabulary: vocabulary, order: 3))
    let history = [Marker.start, "the"]
    let expected = plain.probability(of: Marker.unknown, after: history)
    #expect(isClose(fast.probability(of: "dog", after: history), expected, relative: tolerance))
    #expect(plain.counts.vocabulary.count == fast.trie.predictedCount)
  }

  @Test("the ARPA file lists every n-gram once, with its numbers to the base 10")
  func arpa() throws {
    let model = KneserNeyTrie(trie: trie(Corpus.cat, order: 2))
    let text = String(decoding: model.arpa(), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "\\data\\")
    #expect(lines.last == "\\end\\")
    #expect(lines.contains("ngram 1=11"))  // 8 words, </s>, <unk>, <s>
    #expect(lines.contains("ngram 2=\(model.trie.distinct(length: 2))"))
    let start = try #require(lines.first { $0.hasPrefix("-99.0\t<s>\t") })
    #expect(start.split(separator: "\t").count == 3)
    let pair = try #require(lines.first { $0.hasSuffix("\tthe cat") })
    let logarithm = try #require(Double(pair.prefix { $0 != "\t" }))
    let expected = model.probability(of: "cat", after: [Marker.start, "the"])
    #expect(abs(logarithm - log10(expected)) < 1e-6)
    #expect(lines.count == 5 + 11 + model.trie.distinct(length: 2) + 1)
  }
}
