import Testing
import Text

@Suite("Vocabulary")
struct VocabularyTests {
  private let sentences = [["b", "a", "c"], ["c", "a", "d"], ["c"]]

  @Test("words are numbered by falling count, then by alphabet")
  func order() {
    let vocabulary = Vocabulary(countingWordsOf: sentences)
    #expect(vocabulary.words == ["c", "a", "b", "d"])
    #expect(vocabulary.counts == [3, 2, 1, 1])
    #expect(vocabulary.count == 4)
    #expect(vocabulary.id(of: "b") == 2)
    #expect(vocabulary[2] == "b")
    #expect(vocabulary.id(of: "zebra") == nil)
  }

  @Test("markers come first and are kept, whatever their count; rare words are not")
  func markers() {
    let vocabulary = Vocabulary(
      countingWordsOf: sentences + [["<s>", "<s>", "<s>", "<s>"]], minimumCount: 2,
      markers: ["<unk>", "<s>"])
    #expect(vocabulary.words == ["<unk>", "<s>", "c", "a"])
    #expect(vocabulary.counts == [0, 4, 3, 2])
    #expect(vocabulary.markerCount == 2)
  }

  @Test("a word without an entry is left out, or stands as the unknown word")
  func unknownWords() {
    let vocabulary = Vocabulary(countingWordsOf: sentences, markers: ["<unk>"])
    #expect(vocabulary.ids(of: ["a", "zebra", "c"]) == [2, 1])
    #expect(vocabulary.ids(of: ["a", "zebra", "c"], unknown: 0) == [2, 0, 1])
  }

  @Test("no sentences give no words")
  func empty() {
    #expect(Vocabulary(countingWordsOf: []).words.isEmpty)
    #expect(Vocabulary(countingWordsOf: [], markers: ["<unk>"]).words == ["<unk>"])
  }

  @Test("two spellings of a letter are two words, in the order of their scalars")
  func spellings() {
    let vocabulary = Vocabulary(
      countingWordsOf: [["caf\u{E9}", "cafe\u{301}", "caf\u{E9}"], ["\u{2126}", "\u{3A9}"]])
    #expect(vocabulary.counts == [2, 1, 1, 1])
    #expect(
      vocabulary.words.map { Array($0.unicodeScalars) }
        == ["caf\u{E9}", "cafe\u{301}", "\u{3A9}", "\u{2126}"].map { Array($0.unicodeScalars) })
    #expect(vocabulary.id(of: "cafe\u{301}") == 1)
  }

  @Test("names are equal strings only where the words are the same bytes")
  func names() {
    let vocabulary = Vocabulary(countingWordsOf: [["caf\u{E9}", "cafe\u{301}", "caf\u{E9}"]])
    let names = vocabulary.names(
      of: ["cafe\u{301}", "caf\u{E9}", "zebra", "cafe\u{301}"], unknown: "<unk>")
    #expect(names == ["1", "0", "<unk>", "1"])
  }

  @Test("words that were counted elsewhere get the same numbers")
  func countedElsewhere() {
    let vocabulary = Vocabulary(
      counts: [("d", 1), ("<s>", 5), ("c", 3), ("b", 1), ("a", 2)], minimumCount: 2,
      markers: ["<unk>", "<s>"])
    #expect(vocabulary.words == ["<unk>", "<s>", "c", "a"])
    #expect(vocabulary.counts == [0, 5, 3, 2])
  }

  @Test("a line's words have the ids that its sentence's words have")
  func lines() {
    let vocabulary = Vocabulary(countingWordsOf: sentences, markers: ["<unk>"])
    #expect(vocabulary.ids(ofLine: " c\ta  zebra b", unknown: 0) == [1, 2, 0, 3])
    #expect(vocabulary.ids(ofLine: "", unknown: 0).isEmpty)
    #expect(vocabulary.ids(ofLine: " \t ", unknown: 0).isEmpty)
  }
}
