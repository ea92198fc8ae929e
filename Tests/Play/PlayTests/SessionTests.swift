import Foundation
import Testing

/// What learners' functions do costs an answer, and never the session.
struct SessionTests {
  private func play(_ lines: String, _ arguments: [String] = []) throws -> Played {
    try Played("HostilePlay", arguments, lines: lines)
  }

  @Test(
    "what ends an answer is told with its exercise, and the session goes on",
    arguments: [
      ("trap", "Your 9.2 stopped"), ("inner", "Your 9.3 stopped"),
      ("loop", "Your 9.4 had no answer after 1 s"),
      ("memory", "Your 9.5 used memory that is not its own"),
      ("leave", "Your 9.6 left the program with exit code 3"),
      ("stub", "Your 9.1 met a part of it that is not written yet"),
    ])
  func endings(line: String, words: String) throws {
    let played = try play("one\n\(line)\ntwo\n", ["--seconds", "1"])
    #expect(played.status == 0)
    let exercise = words.prefix { $0 != " " } == "Your" ? words.split(separator: " ")[1] : ""
    let errors = played.errors.replacing("\n", with: " ")
    #expect(errors.contains(words))
    #expect(errors.contains("`swift run course check \(exercise)`"))
    #expect(played.output.contains("1. 3 characters: one"))
    #expect(played.output.contains("1. 3 characters: two"), "the next line has no answer")
  }

  @Test("a fault of the session's own is not laid at the learner's door")
  func ours() throws {
    let played = try play("ours\ntwo\n")
    #expect(played.errors.contains("That is no fault of yours."))
    #expect(!played.errors.contains("9."))
    #expect(played.output.contains("characters: two"))
  }

  @Test("what stops before every answer ends the session")
  func preparation() throws {
    let played = try play("one\ntwo\nthree\n", ["--corpus", "trap"])
    #expect(played.status == 1)
    #expect(played.errors.contains("Your 9.7 stopped"))
    #expect(played.errors.contains("nothing to play with until that is mended"))
  }

  @Test("a session that cannot begin says why, and no more")
  func beginning() throws {
    let played = try play("one\n", ["--corpus", "no text"])
    #expect(played.status == 1)
    #expect(played.errors == "no text: error: this is no text\n")
    #expect(played.output == "")
  }

  @Test("what a learner prints is seen, in its place")
  func prints() throws {
    let played = try play("print\n")
    #expect(played.output.contains("a learner's print\n1. 5 characters: print"))
    #expect(played.errors == "a learner's complaint\n")
  }

  @Test("lines of any length and any bytes have an answer each")
  func lines() throws {
    let long = String(repeating: "é", count: 500_000)
    var bytes = Data("\(long)\n\n   \r\nמה שלום\r\n".utf8)
    bytes += [0xFF, 0xFE, 0x41, 0x00, 0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x0A]
    bytes += Data("the last, without an end".utf8)
    let played = try Played("HostilePlay", bytes: bytes)
    #expect(played.status == 0 && played.errors == "")
    #expect(played.output.contains("1. 500000 characters: ééé"))
    #expect(played.output.contains("2. 7 characters: מה שלום"))
    #expect(played.output.contains("3. 9 characters: \u{FFFD}\u{FFFD}A  [31m"))
    #expect(played.output.contains("characters: the last, without an end"))
    #expect(!played.output.contains("\u{1B}"))
  }

  @Test("a pipe sees no prompt, and `quit` ends it")
  func quit() throws {
    let played = try play("one\nquit\ntwo\n")
    #expect(played.status == 0)
    #expect(!played.output.contains("> ") && !played.output.contains("two"))
  }

  @Test("it is said whose functions answer: at the start, and under an answer")
  func ownership() throws {
    let all = "9.1,9.2,9.3,9.4,9.5"
    let mixed = try play("one\n", ["--exercises", all, "--lent", "9.1,9.5", "--changed", "9.5"])
    #expect(mixed.output.contains("Yours: 9.2 to 9.4.\n"))
    #expect(mixed.output.contains("The reference's, for now: 9.1 and 9.5.\n"))
    #expect(mixed.output.contains("9.5 was changed since it passed"))
    #expect(
      mixed.output.contains("9.1 is the reference's: write yours, and this answer is yours."))
    let own = try play("one\n", ["--exercises", all])
    #expect(own.output.contains("computed by your own functions, 9.1 to 9.5."))
    #expect(!own.output.contains("this answer is yours"))
    let none = try play("one\n", ["--exercises", all, "--lent", all])
    #expect(none.output.contains("None of the exercises is done yet"))
  }
}
