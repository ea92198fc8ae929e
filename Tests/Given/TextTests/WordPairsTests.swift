import Foundation
import Testing
import Text

@Suite("Judged pairs of words")
struct WordPairsTests {
  @Test("a file's comments are left out, and its words lower-cased")
  func file() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    let text = "# head\nTiger\tcat\t7.35\nday\tNight\t3\r\nx\u{2028}\u{85}\ty\t1\nsun\tmoon\t5\n"
    try Data(text.utf8).write(to: url)
    let pairs = try WordPairs(file: url.path)
    #expect(pairs.pairs.prefix(2).map(\.judgement) == [7.35, 3])
    #expect(pairs.pairs[0].first == "tiger" && pairs.pairs[1].second == "night")
    #expect(pairs.pairs.count == 4 && pairs.pairs[2].first == "x\u{2028}\u{85}")
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
