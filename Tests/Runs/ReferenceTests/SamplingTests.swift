import Chapter1
import Testing
import Text

@Suite("Sampling")
struct SamplingTests {
  @Test("a draw falls on the weight that covers it")
  func draws() {
    let weights = [1.0, 0, 2, 1]
    #expect(sampleIndex(at: 0, in: weights) == 0)
    #expect(sampleIndex(at: 0.2499, in: weights) == 0)
    #expect(sampleIndex(at: 0.25, in: weights) == 2)
    #expect(sampleIndex(at: 0.7499, in: weights) == 2)
    #expect(sampleIndex(at: 0.75, in: weights) == 3)
    #expect(sampleIndex(at: 0, in: [0, 0, 5]) == 2)
  }

  @Test("the greatest draw below 1 never falls on a weight of 0")
  func greatestDraw() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let weights = (0..<7).map { _ in generator.nextUniform() } + [0, 0]
      #expect(sampleIndex(at: 1.0.nextDown, in: weights) == 6)
    }
    // 0.9 times the least number above 0 is rounded to that number.
    #expect(sampleIndex(at: 0.9, in: [.leastNonzeroMagnitude, 0]) == 0)
  }

  @Test("indices are drawn as often as their weights say, within five standard deviations")
  func frequencies() {
    var generator = SeededGenerator(seed: 1)
    let weights = [1.0, 2, 0, 5]
    let draws = 80_000
    var counts = [0.0, 0, 0, 0]
    for _ in 0..<draws { counts[sampleIndex(at: generator.nextUniform(), in: weights)] += 1 }
    for (weight, count) in zip(weights, counts) {
      let share = weight / 8
      let deviation = (Double(draws) * share * (1 - share)).squareRoot()
      #expect(abs(count - Double(draws) * share) <= 5 * deviation)
    }
  }

  @Test("a sentence is drawn until its end, one draw per token")
  func sentence() {
    let model = BigramModel(sentences: [["a", "b"]])
    var draws = 0
    let drawn = sampleSentence(
      from: model, vocabulary: ["a", "b", Marker.end], maximumLength: 10
    ) {
      draws += 1
      return 0.5
    }
    #expect(drawn == ["a", "b"])
    #expect(draws == 3)
  }

  @Test("a sentence is cut at its maximum length", arguments: [0, 1, 4])
  func maximumLength(length: Int) {
    let model = BigramModel(sentences: [["a", "a", "a", "a", "a", "a", "a"]])
    let drawn = sampleSentence(from: model, vocabulary: ["a"], maximumLength: length) { 0.3 }
    #expect(drawn.count == length)
  }
}
