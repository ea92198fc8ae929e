import Chapter1
import Testing

/// The numbers that the page on smoothing works out by hand on its three sentences.
@Suite("Sat after dog, by hand")
struct DogSatTests {
  private let sentences = [
    "the cat jumped over the puddle", "the cat sat", "the dog jumped over the cat",
  ].map(words)

  private func model(order: Int) -> KneserNeyModel {
    KneserNeyModel(counts: NGramCounts(sentences: sentences, order: order))
  }

  @Test("of the bigrams 8, 2, 2 and 0 were seen once to four times, and the formulas fail on them")
  func bigramDiscounts() {
    let counts = NGramCounts(sentences: sentences, order: 2)
    let seen = (1...4).map { times in
      counts.counts.count { $0.key.count == 2 && $0.value == times }
    }
    #expect(seen == [8, 2, 2, 0])
    #expect(model(order: 2).discounts[1] == Discounts(one: 0.5, two: 1, threeOrMore: 1.5))
  }

  @Test("the single words' own discounts are 5/9, 7/6 and 3")
  func unigramDiscounts() {
    let discounts = model(order: 2).discounts[0]
    #expect(isClose(discounts.one, 5.0 / 9, relative: 1e-15))
    #expect(isClose(discounts.two, 7.0 / 6, relative: 1e-15))
    #expect(discounts.threeOrMore == 3)
  }

  @Test("P(sat) = 109/972, P(sat | dog) = 109/1944, and jumped pays for it")
  func recursion() {
    let model = model(order: 2)
    func probability(_ word: String, after history: String) -> Double {
      model.probability(of: word, after: words(history))
    }
    #expect(isClose(probability("sat", after: "<s> zebra"), 109.0 / 972, relative: 1e-14))
    #expect(isClose(probability("sat", after: "<s> the dog"), 109.0 / 1944, relative: 1e-14))
    #expect(isClose(probability("jumped", after: "<s> zebra"), 281.0 / 1944, relative: 1e-14))
    #expect(isClose(probability("jumped", after: "<s> the dog"), 2225.0 / 3888, relative: 1e-14))
  }

  @Test("in the trigram model, the cat counts 2, one for each token before it")
  func adjusted() {
    let adjusted = adjustedCounts(of: NGramCounts(sentences: sentences, order: 3))
    #expect(adjusted[words("the cat")] == 2)
    #expect(adjusted[words("<s> the cat")] == 2)
    #expect(adjusted[words("over the cat")] == 1)
    #expect(adjusted[words("<s> the")] == 3)
  }
}
