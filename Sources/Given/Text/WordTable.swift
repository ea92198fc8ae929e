/// Words, each once and with a number, told apart by their bytes.
///
/// ```
/// "é"    U+00E9           C3 A9       one word …
/// "é"    U+0065 U+0301    65 CC 81    … and another
/// ```
///
/// To Swift's `==`, and so to a dictionary keyed by strings, these two are equal: it compares what a
/// reader sees. Text files, and the programs that exchange them with us, compare bytes. So wherever
/// words of a real text get their numbers, this table decides which are the same; behind it there are
/// numbers alone.
///
/// A hash table with open addressing. It can be asked for bytes that are no `String` yet, such as a
/// part of a line or of a word.
public struct WordTable: Sendable {
  /// The words, in the order in which they came; a word's index is its number.
  public private(set) var words: [String] = []

  /// A power of two of places, at least half of them empty.
  private var places = [Place](repeating: .empty, count: 16)

  /// A word's number, and enough to tell whether it is the one that is asked for: all of a word of up
  /// to eight bytes, so that one access to memory settles most questions.
  private struct Place {
    let head: UInt64
    let length: Int32
    let id: Int32

    static let empty = Place(head: 0, length: 0, id: -1)
  }

  /// A table without words.
  public init() {}

  /// The number of words.
  public var count: Int { words.count }

  /// The number of a word, or nil where the table has not got it.
  public func id(of word: String) -> Int32? {
    var word = word
    return word.withUTF8 { id(ofUTF8: $0, in: 0..<$0.count) }
  }

  /// The number of the word that a part of a text spells, or nil where the table has not got it.
  ///
  /// - Complexity: one step for every eight bytes of the word, however many words there are.
  public func id(ofUTF8 text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int32? {
    let id = places[place(of: text, range)].id
    return id < 0 ? nil : id
  }

  /// The number of a word, which the table takes in where it has not got it yet.
  public mutating func insert(_ word: String) -> Int32 {
    var spelling = word
    return spelling.withUTF8 { bytes in
      let range = 0..<bytes.count
      let place = place(of: bytes, range)
      guard places[place].id < 0 else { return places[place].id }
      let id = Int32(words.count)
      words.append(word)
      places[place] = Place(
        head: ByteChunk.load(bytes, range), length: Int32(range.count), id: id)
      if words.count * 2 > places.count { grow() }
      return id
    }
  }

  /// Where a word stands, or the empty place where it belongs.
  private func place(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let head = ByteChunk.load(text, range)
    var place = firstPlace(head, text, range)
    while places[place].id >= 0 {
      let found = places[place]
      if found.head == head && Int(found.length) == range.count
        && (range.count <= 8 || words[Int(found.id)].utf8.elementsEqual(text[range]))
      {
        break
      }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  /// Where to look for a word first.
  private func firstPlace(
    _ head: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    // Multiplicative hashing: the upper bits of a product depend on every bit of the factor.
    var hash = head &* 0x9E37_79B9_7F4A_7C15
    for start in stride(from: range.lowerBound + 8, to: range.upperBound, by: 8) {
      let chunk = ByteChunk.load(text, start..<range.upperBound)
      hash = (hash ^ hash >> 32 ^ chunk) &* 0x9E37_79B9_7F4A_7C15
    }
    return Int(truncatingIfNeeded: hash >> 32) & (places.count - 1)
  }

  /// Doubles the table, so that at least half of its places stay empty.
  private mutating func grow() {
    let old = places
    places = [Place](repeating: .empty, count: old.count * 2)
    for entry in old where entry.id >= 0 {
      var word = words[Int(entry.id)]
      word.withUTF8 { places[place(of: $0, 0..<$0.count)] = entry }
    }
  }
}
