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

  @Test("two words are the same where their bytes are, as for gensim")
  func bytesDecide() throws {
    for text in [
      "2 2\ncaf\u{E9} 1.0 2.0\ncafe\u{301} 3.0 4.0\n", "2 2\n\u{2126} 1.0 2.0\n\u{3A9} 3.0 4.0\n",
    ] {
      let file = try file(text)
      defer { try? FileManager.default.removeItem(atPath: file) }
      let vectors = try WordVectors(textFile: file)
      #expect(vectors.values == [1, 2, 3, 4])
      #expect(
        vectors.words.map { Array($0.utf8).count } == (text.contains("c") ? [5, 6] : [3, 2]))
      #expect(vectors.words.map { vectors.vector(of: $0).map(Array.init) } == [[1, 2], [3, 4]])
      try vectors.write(textFile: file)
      #expect(try Data(contentsOf: URL(filePath: file)) == Data(text.utf8))
    }
  }

  @Test("only the space separates: a word with a no-break space or a tab is read and written")
  func otherSpaces() throws {
    let text = "4 1\na\u{A0}b 1.0\n\u{3000} 2.0\na\tb 3.0\n\u{85} 4.0\n"
    let file = try file(text)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let vectors = try WordVectors(textFile: file)
    #expect(vectors.words == ["a\u{A0}b", "\u{3000}", "a\tb", "\u{85}"])
    try vectors.write(textFile: file)
    #expect(try String(contentsOfFile: file, encoding: .utf8).utf8.elementsEqual(text.utf8))
  }

  @Test("a word that would be read as another one, or as two, is refused by name and not written")
  func unwritableWords() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    for word in ["", "a b", " ", "a\nb", "a\r\nb", "e \u{301}"] {
      let vectors = WordVectors(words: ["cat", word], size: 1, values: [1, 2])
      let error = TextError(
        file: url.path, problem: .unwritableWord(word, reason: .fieldOfItsOwn))
      #expect(throws: error) { try vectors.write(textFile: url.path) }
      #expect(!FileManager.default.fileExists(atPath: url.path))
    }
    for value in [Float.nan, .infinity, -.infinity] {
      let vectors = WordVectors(words: ["cat"], size: 2, values: [1, value])
      #expect(
        throws: TextError(file: url.path, problem: .unwritableWord("cat", reason: .notFinite))
      ) { try vectors.write(textFile: url.path) }
    }
  }

  @Test("no words at all are written and read again")
  func nothing() throws {
    let file = try file("")
    defer { try? FileManager.default.removeItem(atPath: file) }
    try WordVectors(words: [], size: 3, values: []).write(textFile: file)
    let read = try WordVectors(textFile: file)
    #expect(read.words.isEmpty && read.size == 3)
  }

  @Test("a binary file, or one in UTF-16, is called so; a mark of byte order is no part of it")
  func otherEncodings() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    let binary = Data("1 2\ncat ".utf8) + [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]
    try binary.write(to: url)
    #expect(throws: TextError(file: url.path, problem: .binary(line: 2))) {
      try WordVectors(textFile: url.path)
    }
    try Data("\u{FEFF}1 2\r\ncat 1 2\r\n".utf8).write(to: url)
    let read = try WordVectors(textFile: url.path)
    #expect(read.words == ["cat"] && read.values == [1, 2])
  }

  @Test(
    "a file of another form is named with its line",
    arguments: [
      ("", 1), ("cat 1 2\n", 1), ("1 0\ncat\n", 1), ("-1 2\n", 1),
      // Numbers that no file can keep, and that no sum with them may overflow.
      ("9223372036854775807 2\ncat 1 2\n", 1), ("1 9223372036854775807\ncat 1 2\n", 2),
      ("9223372036854775807 9223372036854775807\ncat 1 2\n", 2),
      ("-9223372036854775808 2\n", 1), ("9223372036854775808 2\n", 1),
      ("1 -9223372036854775808\n", 1),
      ("1e3 2\n", 1), ("nan 2\n", 1), ("1\t2\ncat 1 2\n", 1), ("1 2 3\n", 1), ("1 1\ncat inf\n", 2),
      ("1 1\n 1\n", 2), ("1 2\ncat 1\n", 2),
      ("1 2\ncat 1 2 3\n", 2), ("2 2\ncat 1 2\ndog 1 x\n", 3), ("1 1\ncat nan\n", 2),
      ("2 1\ncat 1\ncat 2\n", 3), ("2 1\ncat 1\n\ndog 2\n", 3), ("3 1\ncat 1\ndog 2\n", 1),
      ("1 1\ncat 1\ndog 2\n", 1),
    ])
  func malformed(text: String, line: Int) throws {
    guard case .malformed(line, _) = try problem(of: text) else {
      Issue.record("\(text.debugDescription): \(String(describing: try problem(of: text)))")
      return
    }
  }

  @Test(
    "whatever is damaged in a file, it is refused or read, and what is read is written the same")
  func chance() throws {
    var generator = SeededGenerator(seed: 6)
    let whole = Array("3 2\ncat 0.5 -1e-05\ncaf\u{E9} 3 4\na\u{A0}b 5 6\n".utf8)
    let marks = Array("0123456789 \t\r\n-+.einfxaN\u{A0}".utf8) + [0, 0xFF]
    let file = try file("")
    defer { try? FileManager.default.removeItem(atPath: file) }
    var (refused, read) = (0, 0)
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = marks.randomElement(using: &generator) ?? 0
        case 1: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeLast(Int.random(in: 0...4, using: &generator))
        }
      }
      try Data(bytes).write(to: URL(filePath: file))
      do throws(TextError) {
        let vectors = try WordVectors(textFile: file)
        try vectors.write(textFile: file)
        let again = try WordVectors(textFile: file)
        #expect(again.words.map { Spelling($0) } == vectors.words.map { Spelling($0) })
        #expect(again.values.map(\.bitPattern) == vectors.values.map(\.bitPattern))
        read += 1
      } catch {
        refused += 1
      }
    }
    #expect(refused > 500 && read > 500, "\(refused) were refused, \(read) read")
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
