import Testing
import Text

@Suite("Spelling")
struct SpellingTests {
  /// Pairs that Swift's `==` calls equal: é, the sign for ohm and omega, Å, two marks in two orders.
  private static let twins = [
    ("caf\u{E9}", "cafe\u{301}"), ("\u{2126}", "\u{3A9}"), ("\u{212B}", "\u{C5}"),
    ("a\u{323}\u{307}", "a\u{307}\u{323}"),
  ]

  @Test("what Swift calls equal and other programs do not has two spellings", arguments: twins)
  func differ(one: String, other: String) {
    #expect(one == other)
    #expect(Spelling(one) != Spelling(other))
    #expect(Set([Spelling(one), Spelling(other), Spelling(one)]).count == 2)
    #expect((Spelling(one) < Spelling(other)) != (Spelling(other) < Spelling(one)))
  }

  @Test("equal bytes are one spelling, wherever they are stored, and sort by their scalars")
  func equal() {
    let long = String(repeating: "é", count: 40)
    #expect(Spelling(long) == Spelling(("x" + long).dropFirst()))
    #expect(Set([Spelling(long), Spelling(("x" + long).dropFirst())]).count == 1)
    let sorted: [Spelling] = ["", "Z", "a", "ab", "z", "é", "日", "😀"]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
