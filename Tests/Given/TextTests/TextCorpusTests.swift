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

  @Test("a no-break space is part of a word; ASCII's white characters separate")
  func spaces() throws {
    try withFile(Array("a\u{A0}b c\u{B}d\u{C}e\u{3000}".utf8)) { file in
      let corpus = try TextCorpus(linesOf: file)
      #expect(corpus.sentences == [["a\u{A0}b", "c", "d", "e\u{3000}"]])
    }
  }

  @Test("a marker in the text is refused with its line, however lines end")
  func markers() throws {
    for (text, marker, line) in [
      ("a b\nc <s> d\n", "<s>", 2), ("a\r\nb\r\n\r\n</s>\r\n", "</s>", 4),
      ("a\rb\r<unk>", "<unk>", 3), ("<s>", "<s>", 1), ("a\n\n\n <s>\n<unk>", "<s>", 4),
    ] {
      try withFile(Array(text.utf8)) { file in
        let error = TextError(file: file, problem: .reservedWord(marker, line: line))
        #expect(throws: error) {
          try TextCorpus(linesOf: file, refusing: ["<unk>", "<s>", "</s>"])
        }
        #expect(error.description.hasPrefix("\(file):\(line): error: “\(marker)” "))
        // Who has no markers may call a word what he likes.
        #expect(throws: Never.self) { try TextCorpus(linesOf: file) }
      }
    }
    try withFile(Array("<S> s> <s ‹s› <<s>>".utf8)) { file in
      let corpus = try TextCorpus(linesOf: file, refusing: ["<s>"])
      #expect(corpus.wordCount == 5)
    }
  }

  @Test("a mark of byte order at the start is no part of the first word")
  func byteOrderMark() throws {
    try withFile([0xEF, 0xBB, 0xBF] + Array("the cat".utf8)) { file in
      let (lines, running) = (try TextCorpus(linesOf: file), try TextCorpus(tokenizing: file))
      #expect(lines.sentences == [["the", "cat"]] && running.sentences == [["the", "cat"]])
      #expect(lines.sentences[0][0].utf8.count == 3)
    }
    try withFile([0xEF, 0xBB, 0xBF]) { file in
      #expect(throws: TextError(file: file, problem: .empty)) { try TextCorpus(linesOf: file) }
    }
  }

  @Test("zero bytes, as UTF-16 has them, are reported with their line")
  func zeroBytes() throws {
    for (bytes, line) in [
      (Array("one\ntw".utf8) + [0], 2), ([0xFF, 0xFE, 0x61, 0, 0x0A, 0], 1),
      (Array("a\n\n".utf8) + [0xE9, 0], 3),
    ] {
      try withFile(bytes) { file in
        #expect(throws: TextError(file: file, problem: .binary(line: line))) {
          try TextCorpus(linesOf: file)
        }
      }
    }
  }

  @Test("a pipe and a device are refused, and nobody waits for them; a link is followed")
  func otherFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appending(path: "pipe").path
    try #require(mkfifo(pipe, 0o600) == 0)
    for file in [pipe, "/dev/zero", "/dev/null"] {
      #expect(throws: TextError(file: file, problem: .unreadable)) {
        try TextCorpus(linesOf: file)
      }
    }
    let link = folder.appending(path: "link").path
    try withFile(Array("the cat".utf8)) { file in
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      // The link is longer than the file: what counts is the file.
      #expect(throws: TextError(file: link, problem: .tooLarge(bytes: 7, limit: 6))) {
        try TextCorpus(linesOf: link, maximumBytes: 6)
      }
      let corpus = try TextCorpus(linesOf: link, maximumBytes: 7)
      #expect(corpus.wordCount == 2)
    }
  }

  @Test("what is written to a pipe goes into it; the pipe stays one")
  func writtenToPipe() throws {
    let pipe = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try #require(mkfifo(pipe, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: pipe) }
    // A pipe that nobody reads would make the writer wait.
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try TextFile.write(Data("the cat".utf8), to: pipe)
    var bytes = [UInt8](repeating: 0, count: 16)
    #expect(read(reader, &bytes, 16) == 7 && bytes.starts(with: "the cat".utf8))
    var status = stat()
    #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
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
