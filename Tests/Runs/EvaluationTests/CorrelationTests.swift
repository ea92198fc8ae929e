import Evaluation
import Testing
import Text

@Suite("What word vectors are judged by")
struct CorrelationTests {
  @Test("the same order correlates 1 whatever the distances, the opposite one −1")
  func order() {
    #expect(abs(spearman([1, 2, 3, 4], [1, 10, 100, 1000]) - 1) < 1e-12)
    #expect(abs(spearman([1, 2, 3, 4], [9, 7, 5, -2]) + 1) < 1e-12)
  }

  // Ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: Σ products 4.5, squares 4.5 and 5, ρ = 4.5/√22.5. SciPy
  // 1.15's spearmanr([1, 2, 2, 3], [1, 2, 3, 4]) gives 0.9486832980505138.
  @Test("equal values share the mean of their ranks: 1, 2, 2, 3 against 1, 2, 3, 4 gives 0.9487")
  func ties() {
    #expect(abs(spearman([1, 2, 2, 3], [1, 2, 3, 4]) - 0.948_683_298_050_513_8) < 1e-12)
    #expect(abs(spearman([5, 5, 1, 1], [2, 1, 2, 1])) < 1e-12)
    #expect(abs(spearman([3, 1, 2, 5, 4], [1, 2, 3, 4, 5]) - 0.6) < 1e-12)
  }

  @Test("without two values, or without any spread, there is no correlation")
  func undefined() {
    #expect(spearman([], []).isNaN)
    #expect(spearman([1], [1]).isNaN)
    #expect(spearman([2, 2, 2], [1, 2, 3]).isNaN)
  }

  @Test("a measure is correlated with the judgements over the pairs that it knows")
  func judged() {
    let pairs = WordPairs([
      .init("tiger", "cat", judgement: 7.35), .init("day", "night", judgement: 3),
      .init("x", "y", judgement: 1), .init("sun", "moon", judgement: 5),
    ])
    let known = ["tiger": 1.0, "day": 0.1, "sun": 0.5]
    let result = pairs.correlation { first, _ in known[first] }
    #expect(result.known == 3)
    #expect(abs(result.spearman - 1) < 1e-12)
  }

  @Test("similarity is the cosine, and there is none of an unknown word")
  func similarity() {
    let vectors = WordVectors(
      words: ["a", "b", "c", "o"], size: 2, values: [1, 0, 3, 3, -2, 0, 0, 0])
    #expect(vectors.similarity("a", "c") == -1)
    #expect(vectors.similarity("a", "o") == 0)
    #expect(abs((vectors.similarity("a", "b") ?? 0) - 0.5.squareRoot()) < 1e-12)
    #expect(vectors.similarity("a", "x") == nil)
  }
}
