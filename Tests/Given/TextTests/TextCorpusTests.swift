import Foundation
import Testing
import Text

@Suite("Text corpus")
struct TextCorpusTests {
  /// Runs `body` on a file that holds these bytes and is removed afterwards.
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "text-\(UUID()).txt")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path)
  }

  @Test("a line is a sentence, and spaces part its words; empty lines are none")
  func lines() throws {
    try withFile(Array("the cat\r\n\n  Über  all \n\tdon't\tstop".utf8)) { file in
      let corpus = try TextCorpus(linesOf: file)
      #expect(corpus.sentences == [["the", "cat"], ["Über", "all"], ["don't", "stop"]])
      #expect(corpus.wordCount == 6)
    }
  }

  @Test("running text is cut by the tokenizer")
  func tokenized() throws {
    try withFile(Array("The cat sat. No!\nThe end".utf8)) { file in
      let corpus = try TextCorpus(tokenizing: file, minimumLength: 2)
      #expect(corpus.sentences == [["the", "cat", "sat"], ["the", "end"]])
    }
  }

  @Test("a missing file, a folder, and a file without words are told apart")
  func unreadable() throws {
    let missing = "no/such/file.txt"
    #expect(throws: TextError(file: missing, problem: .missing)) {
      try TextCorpus(linesOf: missing)
    }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: TextError(file: folder, problem: .unreadable)) {
      try TextCorpus(linesOf: folder)
    }
    for bytes in [[], Array(" \n\r\n\t".utf8)] {
      try withFile(bytes) { file in
        #expect(throws: TextError(file: file, problem: .empty)) { try TextCorpus(linesOf: file) }
        #expect(throws: TextError(file: file, problem: .empty)) { try TextCorpus(tokenizing: file) }
      }
    }
  }

  @Test("a file beyond the limit is refused; one at the limit is read")
  func tooLarge() throws {
    try withFile(Array("the cat".utf8)) { file in
      #expect(throws: TextError(file: file, problem: .tooLarge(bytes: 7, limit: 6))) {
        try TextCorpus(linesOf: file, maximumBytes: 6)
      }
      let atLimit = try TextCorpus(linesOf: file, maximumBytes: 7)
      #expect(atLimit.wordCount == 2)
    }
  }

  @Test("text that is no UTF-8 is reported with its first bad line")
  func notUTF8() throws {
    try withFile(Array("one\ntwo\ncaf".utf8) + [0xE9, 0x0A]) { file in
      #expect(throws: TextError(file: file, problem: .notUTF8(line: 3))) {
        try TextCorpus(linesOf: file)
      }
    }
  }

  @Test("an error names the file and says what to do")
  func description() {
    let error = TextError(file: "corpus.txt", problem: .notUTF8(line: 3))
    #expect(error.description.hasPrefix("corpus.txt:3: error: "))
    #expect(error.description.contains("iconv"))
    let large = TextError(file: "corpus.txt", problem: .tooLarge(bytes: 7, limit: 6))
    #expect(large.description.contains("maximumBytes"))
  }

  @Test("a split shares no sentence, loses none, and depends on the seed alone")
  func split() {
    let corpus = TextCorpus(sentences: (0..<100).map { ["w\($0)"] } + [[]])
    let (train, heldOut) = corpus.split(heldOutShare: 0.1, seed: 7)
    #expect(heldOut.sentences.count == 10)
    #expect(Set(train.sentences + heldOut.sentences) == Set(corpus.sentences))
    #expect(train.sentences.count == 90)
    #expect(corpus.split(heldOutShare: 0.1, seed: 7).heldOut.sentences == heldOut.sentences)
    #expect(corpus.split(heldOutShare: 0.1, seed: 8).heldOut.sentences != heldOut.sentences)
    #expect(corpus.split(heldOutShare: 0, seed: 7).train.sentences == corpus.sentences)
    #expect(corpus.split(heldOutShare: 1, seed: 7).heldOut.sentences == corpus.sentences)
  }
}
