import Foundation
import Testing
import Text

@Suite("Judged pairs of words")
struct WordPairsTests {
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

  @Test("a file's comments are left out, its words lower-cased, and unknown pairs not counted")
  func file() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    let text = "# head\nTiger\tcat\t7.35\nday\tNight\t3\r\nx\ty\t1\nsun\tmoon\t5\n"
    try Data(text.utf8).write(to: url)
    let pairs = try WordPairs(file: url.path)
    #expect(pairs.pairs.prefix(2).map(\.judgement) == [7.35, 3])
    #expect(pairs.pairs[0].first == "tiger" && pairs.pairs[1].second == "night")
    let known = ["tiger": 1.0, "day": 0.1, "sun": 0.5]
    let result = pairs.correlation { first, _ in known[first] }
    #expect(result.known == 3)
    #expect(abs(result.spearman - 1) < 1e-12)
  }

  @Test("a line of another form is named, and so is a file without pairs")
  func malformed() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    for (text, line) in [("a\tb\n", 1), ("# x\na\tb\tc\n", 2), ("a b 1\n", 1), ("a\tb\tnan\n", 1)] {
      try Data(text.utf8).write(to: url)
      #expect(
        throws: TextError(
          file: url.path, problem: .malformed(line: line, expected: "word⇥word⇥number"))
      ) { try WordPairs(file: url.path) }
    }
    try Data("# only a comment\n".utf8).write(to: url)
    #expect(throws: TextError(file: url.path, problem: .empty)) { try WordPairs(file: url.path) }
    #expect(throws: TextError(file: "no/such", problem: .missing)) {
      try WordPairs(file: "no/such")
    }
  }
}
