import Chapter1
import Foundation
import Testing
import Text

@Suite("Smoothing")
struct SmoothingTests {
  @Test("smoothed probabilities sum to one after every history", arguments: Corpus.withOrders)
  func sumsToOne(corpus: Corpus, order: Int) {
    let counts = NGramCounts(sentences: corpus.sentences, order: order)
    let addK = AddKModel(counts: counts, k: 0.25)
    let kneserNey = KneserNeyModel(counts: counts)
    for history in corpus.histories {
      #expect(isClose(sum(addK, counts.vocabulary, after: history), 1, relative: 1e-12))
      #expect(isClose(sum(kneserNey, counts.vocabulary, after: history), 1, relative: 1e-12))
    }
  }

  @Test("unsmoothed probabilities sum to one after a history that was seen, to zero after others")
  func unsmoothed() {
    let counts = NGramCounts(sentences: Corpus.cat.sentences, order: 3)
    let model = NGramModel(counts: counts)
    for history in Corpus.cat.histories {
      let wasSeen = counts.contextCount(of: history.suffix(2)) > 0
      let total = sum(model, counts.vocabulary, after: history)
      #expect(abs(total - (wasSeen ? 1 : 0)) < 1e-12)
    }
  }

  @Test("add-one gives (2 + 1) / (4 + 10) to cat after the, and 1/10 after an unseen history")
  func addOne() {
    let counts = NGramCounts(sentences: Corpus.cat.sentences, order: 2)
    let model = AddKModel(counts: counts, k: 1)
    #expect(counts.vocabulary.count == 10)
    #expect(model.probability(of: "cat", after: [Marker.start, "the"]) == 3.0 / 14)
    #expect(model.probability(of: "zebra", after: [Marker.start, "the"]) == 1.0 / 14)
    #expect(model.probability(of: "cat", after: [Marker.start, "zebra"]) == 0.1)
  }

  @Test("discounts by hand: n = 10, 5, 3, 2 gives Y = 1/2 and D = 1/2, 11/10, 5/3")
  func discounts() {
    let discounts = Discounts(countsOfCounts: [10, 5, 3, 2])
    #expect(abs(discounts.one - 0.5) < 1e-12)
    #expect(abs(discounts.two - 1.1) < 1e-12)
    #expect(abs(discounts.threeOrMore - 5.0 / 3) < 1e-12)
    #expect(discounts[0] == 0)
    #expect(discounts[1] == discounts.one)
    #expect(discounts[2] == discounts.two)
    #expect(discounts[3] == discounts.threeOrMore)
    #expect(discounts[100] == discounts.threeOrMore)
  }

  @Test(
    "discounts that cannot be estimated are 0.5, 1 and 1.5",
    arguments: [
      [0, 0, 0, 0], [0, 5, 3, 2], [10, 0, 3, 2], [10, 5, 0, 2], [10, 5, 0, 0], [10, 0, 0, 0],
      [10, 5, 30, 2], [100, 1, 1, 2], [1, 1, 1, 100], [4, 1, 1, 0], [8, 2, 2, 1], [6, 3, 2, 3],
    ])
  func fallback(countsOfCounts: [Int]) {
    #expect(
      Discounts(countsOfCounts: countsOfCounts) == Discounts(one: 0.5, two: 1, threeOrMore: 1.5))
  }

  /// “f e b” and the like: the bigrams of the first corpus have n₁…n₄ = 4, 1, 1, 0, and so D₂ = 0.
  @Test("Kneser–Ney gives every word more than 0 after every history, however few sentences")
  func positive() throws {
    var generator = SeededGenerator(seed: 3)
    var corpora = [[["f", "b"], ["f"], ["f", "e", "b"]]]
    for _ in 0..<400 {
      corpora.append(
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            ["b", "e", "f"].randomElement(using: &generator) ?? "b"
          }
        })
    }
    for (number, sentences) in corpora.enumerated() {
      let order = 1 + (number + 1) % 3
      let model = KneserNeyModel(counts: NGramCounts(sentences: sentences, order: order))
      let trie = KneserNeyTrie(
        trie: NGramTrie(
          sentences: sentences, vocabulary: Vocabulary(forModelOf: sentences), order: order))
      for history in [[Marker.start], [Marker.start, "b"], ["b"], ["f", "e"], ["zebra", "f"]] {
        for word in ["b", "e", "f", Marker.end, Marker.unknown] {
          let (plain, fast) = (
            model.probability(of: word, after: history), trie.probability(of: word, after: history)
          )
          #expect(plain > 1e-6 && fast > 1e-6, "\(word) after \(history) on \(sentences)")
        }
      }
      let arpa = String(decoding: trie.arpa(), as: UTF8.self)
      // Minus 99 stands for impossible: that is <s> alone, which is never predicted.
      #expect(arpa.matches(of: /-99/).count == 1, "\(sentences)")
    }
  }

  @Test("no n₄ is no obstacle: D₃ is 3 then")
  func noFours() {
    #expect(Discounts(countsOfCounts: [10, 5, 3, 0]).threeOrMore == 3)
  }

  @Test("adjusted counts: cat has two words before it, the start of a sentence keeps its count")
  func adjusted() {
    let counts = NGramCounts(sentences: Corpus.cat.sentences, order: 3)
    let adjusted = adjustedCounts(of: counts)
    #expect(adjusted[["cat"]] == 2)  // the cat, a cat
    #expect(adjusted[["the"]] == 2)  // <s> the, over the
    #expect(adjusted[[Marker.end]] == 3)  // jumped, sat, puddle
    #expect(adjusted[[Marker.start, "the"]] == 3)
    #expect(adjusted[["the", "cat"]] == 1)  // <s> the cat, twice
    #expect(adjusted[["cat", "jumped"]] == 2)
    #expect(adjusted[["the", "cat", "sat"]] == 1)
    #expect(adjusted[[Marker.start, "the", "cat"]] == 2)
    #expect(Set(adjusted.keys) == Set(counts.counts.keys))
  }

  @Test("Kneser–Ney by hand: a bigram model of “a b” and “a c”")
  func kneserNeyByHand() {
    // V = {a, b, c, </s>, <unk>}; all discounts fall back to 1/2, 1, 3/2.
    // Adjusted unigrams: a 1 (<s>), b 1, c 1, </s> 2; together 5; freed 3 · 1/2 + 1 = 5/2.
    // P(b) = (1 − 1/2) / 5 + (5/2) / 5 · 1/5 = 1/10 + 1/10 = 1/5.
    // P(b ∣ a) = (1 − 1/2) / 2 + (1/2 + 1/2) / 2 · 1/5 = 1/4 + 1/10 = 7/20.
    let counts = NGramCounts(sentences: [["a", "b"], ["a", "c"]], order: 2)
    let model = KneserNeyModel(counts: counts)
    #expect(abs(model.probability(of: "b", after: [Marker.start, "zebra"]) - 0.2) < 1e-15)
    #expect(abs(model.probability(of: "b", after: [Marker.start, "a"]) - 0.35) < 1e-15)
    #expect(abs(model.probability(of: "zebra", after: [Marker.start, "a"]) - 0.05) < 1e-15)
    // P(a ∣ <s>) = (2 − 1) / 2 + 1/2 · P(a) = 1/2 + 1/10.
    #expect(abs(model.probability(of: "a", after: [Marker.start]) - 0.6) < 1e-15)
  }
}
