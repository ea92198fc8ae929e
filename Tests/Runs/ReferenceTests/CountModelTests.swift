import Chapter1
import Foundation
import Testing

@Suite("Count models")
struct CountModelTests {
  @Test("one-hot vectors are orthogonal, and each is its own nearest neighbour")
  func oneHotVectors() {
    #expect(oneHot(2, size: 5) == [0, 0, 1, 0, 0])
    #expect(oneHot(0, size: 1) == [1])
    for i in 0..<4 {
      for j in 0..<4 {
        #expect(cosineSimilarity(oneHot(i, size: 4), oneHot(j, size: 4)) == (i == j ? 1 : 0))
      }
    }
  }

  @Test("cosine similarity is 24/25 for (3, 4) and (4, 3), whatever their lengths")
  func cosine() {
    #expect(abs(cosineSimilarity([3, 4], [4, 3]) - 0.96) < 1e-6)
    #expect(abs(cosineSimilarity([30, 40], [0.4, 0.3]) - 0.96) < 1e-6)
    #expect(abs(cosineSimilarity([1, 2], [-2, -4]) + 1) < 1e-6)
    #expect(cosineSimilarity([0, 0], [1, 2]) == 0)
    #expect(cosineSimilarity([], []) == 0)
  }

  @Test("a unigram model counts one end per sentence: 3 cats in 19 tokens")
  func unigram() {
    let model = UnigramModel(sentences: Corpus.cat.sentences)
    #expect(model.total == 19)
    #expect(model.counts["cat"] == 3)
    #expect(model.counts[Marker.end] == 4)
    #expect(model.counts[Marker.start] == nil)
    #expect(model.probability(of: "cat", after: [Marker.start]) == 3.0 / 19)
    #expect(model.probability(of: "zebra", after: [Marker.start]) == 0)
    #expect(UnigramModel(sentences: []).probability(of: "cat", after: [Marker.start]) == 0)
  }

  @Test("a bigram model divides by what followed: three of four sentences start with the")
  func bigram() {
    let model = BigramModel(sentences: Corpus.cat.sentences)
    #expect(model.probability(of: "the", after: [Marker.start]) == 0.75)
    #expect(model.probability(of: "cat", after: [Marker.start, "a", "the"]) == 0.5)
    #expect(model.probability(of: Marker.end, after: [Marker.start, "sat"]) == 1)
    #expect(model.probability(of: "cat", after: [Marker.start, "zebra"]) == 0)
    #expect(model.probability(of: "zebra", after: [Marker.start, "the"]) == 0)
    #expect(model.counts[Marker.end] == nil)
  }

  @Test("the chain rule multiplies the factors: 3/4 · 1/2 · 2/3 · 1/2 = 1/8")
  func chainRule() {
    let model = BigramModel(sentences: Corpus.cat.sentences)
    #expect(abs(logProbability(of: words("the cat jumped"), under: model) - log(0.125)) < 1e-12)
    #expect(logProbability(of: words("cat the"), under: model) == -.infinity)
    #expect(logProbability(of: [], under: model) == -.infinity)
    let withEmpty = BigramModel(sentences: Corpus.withEmptySentence.sentences)
    #expect(abs(logProbability(of: [], under: withEmpty) - log(1.0 / 3)) < 1e-12)
  }

  @Test("n-grams are the windows of the padded sentence, without the lone start")
  func windows() {
    let sentence = ["the", "cat"]
    #expect(nGrams(of: sentence, length: 1) == [["the"], ["cat"], [Marker.end]])
    #expect(
      nGrams(of: sentence, length: 3)
        == [[Marker.start, "the", "cat"], ["the", "cat", Marker.end]])
    #expect(nGrams(of: sentence, length: 4) == [[Marker.start, "the", "cat", Marker.end]])
    #expect(nGrams(of: sentence, length: 5).isEmpty)
    #expect(nGrams(of: [], length: 1) == [[Marker.end]])
    #expect(nGrams(of: [], length: 2) == [[Marker.start, Marker.end]])
  }

  @Test("a context's count is the sum of the counts of its n-grams", arguments: Corpus.withOrders)
  func contextCounts(corpus: Corpus, order: Int) {
    let counts = NGramCounts(sentences: corpus.sentences, order: order)
    var sums: [[String]: Int] = [:]
    for (nGram, count) in counts.counts { sums[nGram.dropLast(), default: 0] += count }
    #expect(counts.contextCounts == sums)
    #expect(
      counts.vocabulary == Set(corpus.sentences.joined()).union([Marker.end, Marker.unknown]))
    let tokens = corpus.sentences.reduce(0) { $0 + $1.count + 1 }
    #expect(counts.contextCount(of: []) == tokens)
    #expect(counts.contextCount(of: [Marker.start]) == (order > 1 ? corpus.sentences.count : 0))
  }

  @Test("an n-gram model of order 1 or 2 is the unigram or the bigram model")
  func nGramTwins() {
    let sentences = Corpus.cat.sentences
    let one = NGramModel(counts: NGramCounts(sentences: sentences, order: 1))
    let two = NGramModel(counts: NGramCounts(sentences: sentences, order: 2))
    let unigram = UnigramModel(sentences: sentences)
    let bigram = BigramModel(sentences: sentences)
    for history in Corpus.cat.histories {
      for word in one.counts.vocabulary {
        let expected = unigram.probability(of: word, after: history)
        #expect(one.probability(of: word, after: history) == expected)
        let pair = bigram.probability(of: word, after: history)
        #expect(two.probability(of: word, after: history) == pair)
      }
    }
  }

  @Test(
    "perplexity is √3 for two tokens at 1/2 and 2/3, and infinite beside an impossible one")
  func perplexityByHand() {
    // P(a ∣ <s>) = 2/4 and P(</s> ∣ a) = 2/3: together 1/3, for two tokens.
    let model = BigramModel(sentences: [["a"], ["b"], ["a", "a"], ["b", "b"]])
    #expect(abs(perplexity(of: [["a"]], under: model) - 3.0.squareRoot()) < 1e-12)
    #expect(perplexity(of: [["a", "b"], ["a"]], under: model) == .infinity)
  }

  @Test("the unseen share counts tokens: one of four words, two of four bigrams")
  func unseen() {
    let counts = NGramCounts(sentences: Corpus.cat.sentences, order: 2)
    let heldOut = [words("the zebra sat")]
    #expect(unseenShare(of: heldOut, length: 1, in: counts) == 0.25)
    #expect(unseenShare(of: heldOut, length: 2, in: counts) == 0.5)
    #expect(unseenShare(of: Corpus.cat.sentences, length: 2, in: counts) == 0)
    #expect(unseenShare(of: [], length: 2, in: counts) == 0)
  }
}
