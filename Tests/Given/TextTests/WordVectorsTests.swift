import Foundation
import Testing
import Text

@Suite("Word vectors")
struct WordVectorsTests {
  let vectors = WordVectors(
    words: ["cat", "dog", "l'été"], size: 2,
    values: [0.1, -0.25, 3e-20, 1 / 3, .greatestFiniteMagnitude, -0])

  private func file(_ text: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".txt")
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func problem(of text: String) throws -> TextError.Problem? {
    let file = try file(text)
    defer { try? FileManager.default.removeItem(atPath: file) }
    do throws(TextError) {
      _ = try WordVectors(textFile: file)
      return nil
    } catch {
      #expect(error.file == file)
      return error.problem
    }
  }

  @Test("written and read again are the same words and the same numbers to the bit")
  func roundTrip() throws {
    let file = try file("")
    defer { try? FileManager.default.removeItem(atPath: file) }
    try vectors.write(textFile: file)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix("3 2\ncat 0.1 -0.25\ndog 3e-20 "))
    let read = try WordVectors(textFile: file)
    #expect(read.words == vectors.words)
    #expect(read.size == 2)
    #expect(read.values.map(\.bitPattern) == vectors.values.map(\.bitPattern))
  }

  @Test("a space at a line's end, as word2vec leaves it, and Windows line ends are no numbers")
  func otherWriters() throws {
    for text in ["1 2\ncat 1 2 \n", "1 2\r\ncat 1 2\r\n", "1 2\ncat 1 2"] {
      let file = try file(text)
      defer { try? FileManager.default.removeItem(atPath: file) }
      #expect(try WordVectors(textFile: file).values == [1, 2])
    }
  }

  @Test(
    "a file of another form is named with its line",
    arguments: [
      ("", 1), ("cat 1 2\n", 1), ("1 0\ncat\n", 1), ("-1 2\n", 1), ("1 2\ncat 1\n", 2),
      ("1 2\ncat 1 2 3\n", 2), ("2 2\ncat 1 2\ndog 1 x\n", 3), ("1 1\ncat nan\n", 2),
      ("2 1\ncat 1\ncat 2\n", 3), ("2 1\ncat 1\n\ndog 2\n", 3), ("3 1\ncat 1\ndog 2\n", 4),
      ("1 1\ncat 1\ndog 2\n", 4),
    ])
  func malformed(text: String, line: Int) throws {
    guard case .malformed(line, _) = try problem(of: text) else {
      Issue.record("\(text.debugDescription): \(String(describing: try problem(of: text)))")
      return
    }
  }

  @Test("a file that is missing or cannot be written is said to be so")
  func missing() throws {
    #expect(throws: TextError(file: "no/such/file", problem: .missing)) {
      try WordVectors(textFile: "no/such/file")
    }
    #expect(throws: TextError(file: "no/such/file", problem: .unwritable)) {
      try vectors.write(textFile: "no/such/file")
    }
  }

  @Test("a word's vector is found, and there is none of an unknown word")
  func vector() {
    let vectors = WordVectors(words: ["a", "b"], size: 2, values: [1, 0, 3, 3])
    #expect(vectors.vector(of: "b").map(Array.init) == [3, 3])
    #expect(vectors.vector(of: "x") == nil)
  }
}
