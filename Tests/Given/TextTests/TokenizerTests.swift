import Foundation
import Testing
import Text

@Suite("Tokenizer")
struct TokenizerTests {
  /// The expected words are those of Python's `re`, with `[a-z]+('[a-z]+)?` and `[.?!]+\\s+`, on text
  /// with its line ends made LF, as `open` reads it.
  @Test(
    "text in letters a–z is cut as two regular expressions cut it",
    arguments: [
      ("The cat jumped. Over the puddle!", ["the cat jumped", "over the puddle"]),
      (
        "Don't. I won’t; O’Neil’s rock'n'roll 'tis dogs' a''b",
        ["don't", "i won't o'neil s rock'n roll tis dogs a b"]
      ),
      ("3.5 miles, 2nd place, v1.2b U.S. army", ["miles nd place v b u s", "army"]),
      ("One\u{D}\u{A}two\u{D}three\u{A}\u{A}\u{A}four", ["one", "two", "three", "four"]),
      ("What?! No... Yes.) Maybe", ["what", "no", "yes maybe"]),
      (
        "end.\u{A0}Next.\u{2003}Third.\u{3000}Fourth.\u{85}Fifth.\u{200B}sixth",
        ["end", "next", "third", "fourth", "fifth sixth"]
      ),
      ("...", []),
      ("", []),
      ("  \u{A} \u{9}", []),
      ("a.\u{9}b.\u{B}c.\u{1C}d", ["a", "b", "c", "d"]),
      ("don‘t x’", ["don t x"]),
      ("🎉party", ["party"]),
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

  @Test(
    "words of every script are kept whole",
    arguments: [
      ("café naïve Straße Ωmega", ["café naïve straße ωmega"]),
      ("Bürger über die Straße und Größe", ["bürger über die straße und größe"]),
      ("Мама мыла раму. Ёлка!", ["мама мыла раму", "ёлка"]),
      ("Η γλώσσα μου", ["η γλώσσα μου"]),
      // A capital Σ is ς at a word's end, as Python's lower() has it, and σ within it and alone.
      ("Ο ΣΊΣΥΦΟΣ, ΑΣ' ΣΑΣ Σ ΟΔΟΣΑ", ["ο σίσυφος ας σας σ οδοσα"]),
      // Two ways to write é stay two; Swift's == does not see it, the bytes below do.
      ("CAFE\u{301} caf\u{E9}", ["cafe\u{301} caf\u{E9}"]),
      ("\u{212A}elvin \u{130}stanbul x'\u{130}a", ["kelvin i\u{307}stanbul x'i\u{307}a"]),
      ("м’ята об'єкт col·lecció צה״ל", ["м'ята об'єкт col·lecció צה״ל"]),
      ("שלום עולם، مرحبا بالعالم؟ نعم", ["שלום עולם مرحبا بالعالم", "نعم"]),
      ("می\u{200C}خواهم हिन्दी भाषा। क्ष", ["می\u{200C}خواهم हिन्दी भाषा", "क्ष"]),
      ("Ի՞նչ է, ո՛չ։ Այո", ["ինչ է ոչ", "այո"]), ("צ׳ק ג׳", ["צ׳ק ג׳"]),
      ("한국어 문장", ["한국어 문장"]),
      ("co\u{AD}operate \u{200E}a\u{200F}b \u{FEFF}c", ["cooperate ab c"]),
      ("Ⅷ x² №5 ½ 10€ ٣", ["ⅷ x"]),
      ("\u{1D400}\u{10400} 👩‍👩‍👦 e\u{301}'\u{301}a", ["\u{1D400}\u{10428} e\u{301} a"]),
      // By Unicode's rules, without a dictionary: a character is a word.
      ("東京大学。日本語のカタカナ", ["東 京 大 学", "日 本 語 の カタカナ"]),
      ("iPhone機能ラーメンabc", ["iphone 機 能 ラーメン abc"]),
      ("สวัสดี ก\u{200B}ข", ["ส วั ส ดี ก ข"]),
      ("人々 a人b 中.国", ["人 々 a 人 b 中 国"]),
      ("好！是？对．a。b", ["好", "是", "对", "a", "b"]),
      ("\u{301}a '\u{301}b \u{200D}c", ["a b c"]),
      ("é'", ["é"]), ("a·", ["a"]), ("日'本 ·é", ["日 本 é"]), ("é.é é. é", ["é é é", "é"]),
    ])
  func scripts(text: String, expected: [String]) {
    let found = Tokenizer.sentences(in: text).map { $0.joined(separator: " ") }
    #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "\(found)")
  }

  /// Vowel signs are letters for Unicode; those without a letter before them belong to no word.
  private func letterCount(_ text: String) -> Int {
    text.unicodeScalars.count {
      let category = $0.properties.generalCategory
      return $0.properties.isAlphabetic && category != .nonspacingMark && category != .spacingMark
    }
  }

  @Test("no letter is lost, and no word is empty, whatever scalars follow each other")
  func noLetterIsLost() {
    var generator = SeededGenerator(seed: 5)
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x24F, 0x300...0x52F, 0x590...0x6FF, 0x900...0xEFF, 0x1000...0x109F,
      0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x4E20, 0xAC00...0xAC20, 0x1F600...0x1F64F,
    ]
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 1...12, using: &generator)).compactMap { _ in
        blocks.randomElement(using: &generator).flatMap {
          Unicode.Scalar(UInt32.random(in: $0, using: &generator))
        }
      }
      let text = String(String.UnicodeScalarView(scalars))
      let words = Tokenizer.words(in: text)
      let kept = letterCount(words.joined())
      let there = letterCount(text.lowercased())
      #expect(kept == there, "\(scalars) gives \(words)")
      #expect(!words.contains(""))
    }
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
