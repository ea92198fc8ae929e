/// Cuts running text into sentences, and sentences into lower-case words.
///
/// ```
/// words      [a-z]+('[a-z]+)?        in lower-cased text; a curly apostrophe counts as '
/// sentences  end at [.?!]+\s+ and at every line's end
/// ```
///
/// Digits, punctuation and letters outside a–z separate words: "café" gives "caf". The scanner
/// reads each byte once.
public enum Tokenizer {
  /// The text's sentences, in order; sentences without words are left out.
  ///
  /// - Parameters:
  ///   - text: any text; line ends may be LF, CRLF or CR.
  ///   - minimumLength: sentences with fewer words are left out.
  /// - Complexity: one step per byte.
  public static func sentences(in text: String, minimumLength: Int = 1) -> [[String]] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = Scanner(minimumLength: max(minimumLength, 1))
      var position = 0
      while position < bytes.count { scanner.read(bytes, at: &position) }
      scanner.endSentence()
      return scanner.sentences
    }
  }

  /// The text's words, in order, whatever its sentences.
  ///
  /// - Complexity: one step per byte.
  public static func words(in text: String) -> [String] {
    sentences(in: text).flatMap { $0 }
  }
}

/// Where the tokenizer stands: the words so far, and the one that it is reading.
private struct Scanner {
  let minimumLength: Int
  var sentences: [[String]] = []

  private var sentence: [String] = []
  private var word: [UInt8] = []
  private var hasApostrophe = false
  private var followsStop = false

  init(minimumLength: Int) { self.minimumLength = minimumLength }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) {
    let character = Character(bytes, at: position)
    position += character.length
    switch character.kind {
    case .letter(let letter): word.append(letter)
    case .letterWithMark(let letter):
      word.append(letter)
      endWord()
    case .apostrophe: readApostrophe()
    case .lineEnd: endSentence()
    case .space: if followsStop { endSentence() } else { endWord() }
    case .stop, .other: endWord()
    }
    followsStop = character.kind == .stop
  }

  /// An apostrophe belongs to a word that has letters on both sides of it, and no other one.
  private mutating func readApostrophe() {
    if word.isEmpty || hasApostrophe {
      endWord()
    } else {
      word.append(UInt8(ascii: "'"))
      hasApostrophe = true
    }
  }

  private mutating func endWord() {
    if word.last == UInt8(ascii: "'") { word.removeLast() }
    if !word.isEmpty { sentence.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
    hasApostrophe = false
  }

  mutating func endSentence() {
    endWord()
    if sentence.count >= minimumLength { sentences.append(sentence) }
    sentence = []
  }
}

/// What a character of the text means to the scanner.
private struct Character {
  enum Kind: Equatable {
    case letter(UInt8)
    /// In lower case, a letter and a mark of its own: İ gives i and a combining dot.
    case letterWithMark(UInt8)
    case apostrophe
    case stop
    case space
    case lineEnd
    case other
  }

  let kind: Kind
  /// The number of bytes that the character takes.
  let length: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    let byte = bytes[position]
    if byte < 0x80 {
      (kind, length) = (Self.kind(ofASCII: byte), 1)
    } else if byte < 0xE0 {
      length = 2
      kind = Self.kind(byte, bytes[position + 1])
    } else if byte < 0xF0 {
      length = 3
      kind = Self.kind(byte, bytes[position + 1], bytes[position + 2])
    } else {
      (kind, length) = (.other, 4)
    }
  }

  private static func kind(ofASCII byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .letter(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter(byte | 0x20)
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): .stop
    case 0x0A, 0x0D: .lineEnd
    case 0x20, 0x09, 0x0B, 0x0C, 0x1C...0x1F: .space
    default: .other
    }
  }

  private static func kind(_ first: UInt8, _ second: UInt8) -> Kind {
    switch (first, second) {
    case (0xC2, 0x85), (0xC2, 0xA0): .space  // next line, no-break space
    case (0xC4, 0xB0): .letterWithMark(UInt8(ascii: "i"))  // İ
    default: .other
    }
  }

  private static func kind(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Kind {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x99): .apostrophe  // ’
    case (0xE2, 0x84, 0xAA): .letter(UInt8(ascii: "k"))  // the Kelvin sign, k in lower case
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80):
      .space  // Unicode's other spaces
    default: .other
    }
  }
}
