import Testing

@testable import Text

@Suite("Table of words")
struct WordTableTests {
  private func table(_ words: [String]) -> WordTable {
    var table = WordTable()
    for word in words { _ = table.insert(word) }
    return table
  }

  @Test("words are numbered in the order in which they come, each once")
  func numbers() {
    var table = WordTable()
    #expect(["b", "a", "b", "c", "a"].map { table.insert($0) } == [0, 1, 0, 2, 1])
    #expect(table.words == ["b", "a", "c"])
    #expect(table.id(of: "c") == 2)
    #expect(table.id(of: "d") == nil)
  }

  @Test("what looks alike and has other bytes is another word")
  func canonicalEquivalents() {
    let spellings = [
      "caf\u{E9}", "cafe\u{301}", "\u{2126}", "\u{3A9}", "\u{AC00}", "\u{1100}\u{1161}",
    ]
    let table = table(spellings)
    #expect(table.count == 6)
    for (place, spelling) in spellings.enumerated() {
      #expect(table.id(of: spelling) == Int32(place))
    }
    // The same words are three to a dictionary.
    #expect(Set(spellings).count == 3)
  }

  @Test("every byte tells words apart, the ninth and the last too, and a zero byte from none")
  func everyByte() {
    let long = Array("internationalisation".utf8)
    var words = [String(decoding: long, as: UTF8.self), "", "\0", "a", "a\0", "a\0\0"]
    for place in long.indices {
      var other = long
      other[place] = UInt8(ascii: "X")
      words.append(String(decoding: other, as: UTF8.self))
      words.append(String(decoding: long[..<place], as: UTF8.self))
    }
    let distinct = Set(words.map { Array($0.utf8) })
    let table = table(words)
    #expect(table.count == distinct.count)
    for word in words {
      #expect(table.id(of: word).map { Array(table.words[Int($0)].utf8) } == Array(word.utf8))
    }
  }

  @Test("a part of a text is found as the word that it spells, wherever it stands")
  func partsOfTexts() {
    let table = table(["a", "ab", "abcdefgh", "abcdefghi", "bcdefghij"])
    var text = "xabcdefghijk"
    text.withUTF8 { bytes in
      for (range, id) in [1..<2: 0, 1..<3: 1, 1..<9: 2, 1..<10: 3, 2..<11: 4] {
        #expect(table.id(ofUTF8: bytes, in: range) == Int32(id))
      }
      for range in [0..<1, 1..<4, 1..<8, 1..<11, 11..<12, 4..<4] {
        #expect(table.id(ofUTF8: bytes, in: range) == nil)
      }
    }
  }

  @Test("thirty thousand words are found again after the table has grown many times")
  func growth() {
    // Lengths from 1 to 5 bytes and from 13 to 17.
    let words = (0..<30_000).map { $0.isMultiple(of: 2) ? "\($0)" : "unforgivable\($0)" }
    let table = table(words)
    #expect(table.words == words)
    #expect(words.enumerated().allSatisfy { table.id(of: $1) == Int32($0) })
    #expect((30_000..<60_000).allSatisfy { table.id(of: "\($0)") == nil })
  }

  @Test("a line is cut at spaces and tabs, wherever they stand")
  func lines() {
    var generator = SeededGenerator(seed: 3)
    let characters = Array("  \tabcdefghijklm\u{A0}é!\u{1F}\u{8}")
    for _ in 0..<2000 {
      let length = Int(generator.nextUniform() * 40)
      var line = String(
        (0..<length).map { _ in characters[Int(generator.nextUniform() * Double(characters.count))]
        }
      )
      let expected = line.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { Array($0) }
      let words = line.withUTF8 { bytes in LineWords(bytes).map { Array(bytes[$0]) } }
      #expect(words == expected, "\(line.debugDescription)")
    }
  }
}
