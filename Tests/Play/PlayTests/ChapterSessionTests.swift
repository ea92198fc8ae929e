import Foundation
import Testing
import Weaving

/// Each chapter's session, with the reference.
struct ChapterSessionTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("every chapter plays, and what a play needs are exercises", arguments: [1, 2])
  func declared(chapter: Int) throws {
    let reference = try ReferenceModule(chapter: chapter, root: Self.root)
    #expect(DeclaredPlay.faults(of: reference, root: Self.root).map(\.message) == [])
    let plays = DeclaredPlay.all(of: chapter, root: Self.root)
    // What `course check` reads is what the session says.
    let help = try Played("Chapter\(chapter)Play", lines: "")
    for play in plays.prefix(3) { #expect(help.output.contains("to \(play.does)\n")) }
  }

  /// Bare counts that a reader can count.
  private static let text = Data("the cat sat\nthe dog sat\nthe cat ran\nthe cat sat\n".utf8)

  @Test("Chapter 1 continues a sentence, and shows each factor of it")
  func sentences() throws {
    let played = try Played(
      "Chapter1Play", ["--corpus", "small.txt"],
      lines: "the cat\nscore the cat sat\nscore the dog ran\n", files: ["small.txt": Self.text])
    #expect(played.status == 0 && played.errors == "")
    #expect(played.output.contains("The text: the 12 words in small.txt."))
    #expect(played.output.contains("n = 3   sat 67% · ran 33%"))
    let rows = played.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains { $0.prefix(4) == ["cat", "0.188", "0.750", "0.750"] })
    // ln(4/16 · 3/16 · 3/16 · 4/16), and ln(1 · 3/4 · 2/3 · 1).
    #expect(rows.contains { $0.dropFirst(5).prefix(3) == ["−6.1", "−0.7", "−0.7"] })
    #expect(
      played.output.contains("n = 2: “ran” kills it, for the text never has “dog ran”.\n"))
    #expect(
      played.output.contains("n = 3: “ran” kills it, for the text never has “the dog ran”.\n"))
  }

  @Test("Chapter 1 compares, judges by a text, and counts")
  func judges() throws {
    let played = try Played(
      "Chapter1Play", ["--corpus", "small.txt"],
      lines: """
        compare the cat sat | sat the cat
        perplexity other.txt
        perplexity the cat sat.
        perplexity nowhere.txt
        growth
        arpa

        """, files: ["small.txt": Self.text, "other.txt": Data("The cat ran.".utf8)])
    #expect(played.output.contains("n = 1: both are equally probable."))
    #expect(played.output.contains("n = 2: the first is possible, the second is not."))
    #expect(played.output.contains("The perplexity of other.txt, 3 words in a sentence"))
    // (1 · 3/4 · 1/3 · 1) to the power −1/4.
    #expect(played.output.contains("n = 2           1.4"))
    #expect(played.output.contains("nowhere.txt: error: there is no such file"))
    #expect(played.output.contains(".course/play/model.arpa holds the Kneser–Ney model"))
    // In all 12 words, 5 different ones and the end; 8 pairs, <s> among them.
    #expect(played.output.contains("  12                          6       8"))
  }

  @Test(
    "any script plays",
    arguments: ["мама мыла раму. мама спала.", "猫跳。猫睡。", "ماما نامت. ماما أكلت."])
  func scripts(text: String) throws {
    let played = try Played(
      "Chapter1Play", ["--corpus", "text.txt"], lines: "score \(text)\n\(text)\n",
      files: ["text.txt": Data(text.replacing(". ", with: ".\n").utf8)])
    #expect(played.status == 0 && played.errors == "")
    #expect(played.output.contains("n = 1   "))
  }

  @Test("a file that is no text is named", arguments: ["Chapter1Play", "Chapter2Play"])
  func files(program: String) throws {
    for (content, words) in [
      (Data(), "x: error: this file holds no words"), (Data([0, 1, 2]), "x:1: error: a zero byte"),
      (Data([0xFF, 0xFE, 0x41]), "x:1: error: this is no UTF-8 text"),
    ] {
      let played = try Played(program, ["--corpus", "x"], lines: "cat\n", files: ["x": content])
      #expect(played.status == 1 && played.output == "")
      #expect(played.errors.contains(words))
    }
    let missing = try Played(program, ["--corpus", "nowhere"], lines: "cat\n")
    #expect(missing.status == 1 && missing.errors.contains("nowhere: error: there is no such file"))
  }

  /// Vectors of which one can see who is next to whom, as the chapter's run writes them.
  private static let vectors = [
    ".course/vectors/cbow.txt": Data("4 2\ncat 1 0\ndog 0.9 0.1\nfish 0 1\nbread 0.1 0.9\n".utf8),
    ".course/vectors/cbow-output.txt":
      Data("4 2\ncat 0 0\ndog 0 9\nfish 0 0\nbread 9 0\n".utf8),
  ]

  @Test("Chapter 2 answers from the vectors that a run has kept")
  func words() throws {
    let played = try Played(
      "Chapter2Play", lines: "cat\nfish bread cat\ncat dog\nfish _\ncheck\nmap\nxyzzy\n_ _\n",
      files: Self.vectors)
    #expect(played.status == 0 && played.errors == "")
    #expect(played.output.contains("4 words, 2 numbers each, that `course run 2` has trained"))
    #expect(played.output.contains("cat     cosine\n  dog      0.994\n"))
    #expect(played.output.contains("The odd one out is “cat”."))
    #expect(played.output.contains("The cosine of “cat” and “dog” is 0.994."))
    #expect(played.output.contains("all together   dog\u{A0}100%"))
    #expect(played.output.components(separatedBy: "All 10 agree.").count == 3)
    #expect(played.output.contains("A map of 4 words: file:///"))
    #expect(played.output.contains("“xyzzy”: no vector for this word."))
    #expect(played.output.contains("One gap at a time, please."))
  }

  @Test("Chapter 2 says what a gap needs where a run has kept the input vectors only")
  func half() throws {
    let played = try Played(
      "Chapter2Play", lines: "fish _\n", files: Self.vectors.filter { $0.key.hasSuffix("cbow.txt") }
    )
    #expect(played.output.contains("A gap needs the output vectors too"))
  }

  @Test("Chapter 2 trains on a text of one's own once, and keeps it")
  func training() throws {
    let sentences = (0..<400).map { number in
      let animal = ["cat", "dog", "fox", "hen"][number % 4]
      let words = (0..<20).map { "w" + String(UnicodeScalar(97 + UInt8(($0 + number) % 20))) }
      return "the \(animal) sat by the \(words[0]) \(words[1])."
    }
    let text = Data(sentences.joined(separator: "\n").utf8)
    let played = try Played(
      "Chapter2Play", ["--corpus", "own.txt"], lines: "cat\nthe _ sat\n", files: ["own.txt": text])
    #expect(played.status == 0)
    #expect(played.errors.contains("for some seconds, once"))
    #expect(played.output.contains("trained for seconds on the 2,800 words"))
    #expect(played.output.contains("all together   "))
    let short = try Played(
      "Chapter2Play", ["--corpus", "x"], lines: "cat\n", files: ["x": Data("a b c".utf8)])
    #expect(short.status == 1 && short.errors.contains("are too few to learn from"))
  }
}
