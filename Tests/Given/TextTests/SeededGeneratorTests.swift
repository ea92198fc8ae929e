import Testing
import Text

@Suite("Seeded generator")
struct SeededGeneratorTests {
  /// The numbers come from the algorithm's published C code, worked in Python's whole numbers.
  @Test("the numbers are SplitMix64's")
  func published() {
    var generator = SeededGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test("uniform numbers lie in 0..<1, with mean 1/2 and variance 1/12")
  func uniform() {
    var generator = SeededGenerator(seed: 0)
    let numbers = (0..<100_000).map { _ in generator.nextUniform() }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    let mean = numbers.reduce(0, +) / 100_000
    #expect(abs(mean - 0.5) < 0.005)
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
    #expect(abs(variance - 1.0 / 12) < 0.002)
  }
}
