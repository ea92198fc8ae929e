import Foundation
import Testing
import Text

@Suite("Tokenizer")
struct TokenizerTests {
  /// The expected words are those of Python's `re`, with the regular expressions of the
  /// tokenizer's documentation, on text with its line ends made LF, as `open` reads it.
  @Test(
    "text is cut as the two regular expressions cut it",
    arguments: [
      ("The cat jumped. Over the puddle!", ["the cat jumped", "over the puddle"]),
      (
        "Don't. I won’t; O’Neil’s rock'n'roll 'tis dogs' a''b",
        ["don't", "i won't o'neil s rock'n roll tis dogs a b"]
      ),
      ("3.5 miles, 2nd place, v1.2b U.S. army", ["miles nd place v b u s", "army"]),
      ("café naïve Straße Ωmega", ["caf na ve stra e mega"]),
      ("One\u{D}\u{A}two\u{D}three\u{A}\u{A}\u{A}four", ["one", "two", "three", "four"]),
      ("What?! No... Yes.) Maybe", ["what", "no", "yes maybe"]),
      ("\u{212A}elvin \u{130}stanbul x'\u{130}a", ["kelvin i stanbul x'i a"]),
      (
        "end.\u{A0}Next.\u{2003}Third.\u{3000}Fourth.\u{85}Fifth.\u{200B}sixth",
        ["end", "next", "third", "fourth", "fifth sixth"]
      ),
      ("...", []),
      ("", []),
      ("  \u{A} \u{9}", []),
      ("a.\u{9}b.\u{B}c.\u{1C}d", ["a", "b", "c", "d"]),
      ("don‘t x’", ["don t x"]),
      ("日本語 word 🎉party", ["word party"]),
      ("ALL-CAPS Under_score e-mail", ["all caps under score e mail"]),
      ("a'b'c'd'", ["a'b c'd"]),
      ("no newline at end", ["no newline at end"]),
      ("’quoted’ ''", ["quoted"]),
      ("Mr. Smith  went.home", ["mr", "smith went home"]),
    ])
  func table(text: String, expected: [String]) {
    #expect(Tokenizer.sentences(in: text).map { $0.joined(separator: " ") } == expected)
    #expect(
      Tokenizer.words(in: text) == expected.flatMap { $0.split(separator: " ").map(String.init) })
  }

  @Test("sentences with fewer words than the minimum are left out")
  func minimumLength() {
    let text = "One. Two words. Three words here."
    #expect(Tokenizer.sentences(in: text, minimumLength: 2).map(\.count) == [2, 3])
    #expect(Tokenizer.sentences(in: text, minimumLength: 0).count == 3)
  }

  @Test("a million words take well under the time limit")
  func long() {
    let text = String(repeating: "The cat didn’t jump. ", count: 250_000)
    #expect(Tokenizer.sentences(in: text).count == 250_000)
  }
}
