/// Where the tokenizer stands: the words so far, and the one that it is reading.
struct TextScanner {
  let minimumLength: Int
  private(set) var sentences: [[String]] = []

  private var sentence: [String] = []
  private var word: [UInt8] = []
  /// How many bytes the word's joiner takes, where it comes last.
  private var openJoiner = 0
  private var hasJoiner = false
  private var cohesion = ScalarKind.Cohesion.letters
  private var followsStop = false
  /// Whether the word's last letter was a capital Σ, which becomes ς at a word's end and σ within it.
  private var endsWithCapitalSigma = false

  init(minimumLength: Int) { self.minimumLength = minimumLength }

  /// Reads a scalar of valid UTF-8, and moves behind it.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) {
    let start = position
    if bytes[start] >= 0x80 {
      let scalar = Unicode.Scalar(decoding: bytes, at: &position)
      take(ScalarKind.of(scalar), scalar, bytes[start..<position])
    } else if bytes[start].isSmallLetter {
      // Most of an English text: all small letters that follow, at once.
      while position < bytes.count, bytes[position].isSmallLetter { position += 1 }
      append(bytes[start..<position])
      followsStop = false
    } else {
      position += 1
      readASCII(bytes[start])
    }
  }

  private mutating func readASCII(_ byte: UInt8) {
    var isStop = false
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(CollectionOfOne(byte | 0x20))
    case UInt8(ascii: "'"): join(CollectionOfOne(byte))
    case 0x0A, 0x0D: endSentence()
    case 0x20, 0x09, 0x0B, 0x0C, 0x1C...0x1F: readSpace()
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
      endWord()
      isStop = true
    default: endWord()
    }
    followsStop = isStop
  }

  private mutating func take(
    _ kind: ScalarKind, _ scalar: Unicode.Scalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    switch kind {
    case .letter(let cohesion): append(bytes, cohesion)
    case .capital:
      append(scalar.properties.lowercaseMapping.utf8)
      endsWithCapitalSigma = scalar == "Σ"
    case .mark:
      if openJoiner > 0 { endWord() }
      if !word.isEmpty { word.append(contentsOf: bytes) }
      endsWithCapitalSigma = false
    case .apostrophe: join(CollectionOfOne(UInt8(ascii: "'")))
    case .joiner: join(bytes)
    case .invisible: break
    case .space: readSpace()
    case .sentenceEnd: endSentence()
    case .other: endWord()
    }
    if kind != .invisible { followsStop = false }
  }

  private mutating func append(
    _ letters: some Collection<UInt8>, _ cohesion: ScalarKind.Cohesion = .letters
  ) {
    if cohesion != self.cohesion || cohesion == .none {
      endWord()
      self.cohesion = cohesion
    }
    openJoiner = 0
    endsWithCapitalSigma = false
    word.append(contentsOf: letters)
  }

  /// A joiner belongs to a word that has letters on both sides of it, and no other one.
  private mutating func join(_ bytes: some Collection<UInt8>) {
    if word.isEmpty || hasJoiner || cohesion != .letters {
      endWord()
    } else {
      word.append(contentsOf: bytes)
      openJoiner = bytes.count
      hasJoiner = true
    }
  }

  private mutating func readSpace() {
    if followsStop { endSentence() } else { endWord() }
  }

  private mutating func endWord() {
    if openJoiner > 0 { word.removeLast(openJoiner) }
    if endsWithCapitalSigma, word.count > 2 {
      word.replaceSubrange(word.count - 2..<word.count, with: "ς".utf8)
    }
    endsWithCapitalSigma = false
    if !word.isEmpty { sentence.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
    openJoiner = 0
    hasJoiner = false
  }

  mutating func endSentence() {
    endWord()
    if sentence.count >= minimumLength { sentences.append(sentence) }
    sentence = []
  }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z") }
}

extension Unicode.Scalar {
  /// Reads a scalar of more than one byte from valid UTF-8, and moves behind it.
  fileprivate init(decoding bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) {
    let first = bytes[position]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    position += length
    self = Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
