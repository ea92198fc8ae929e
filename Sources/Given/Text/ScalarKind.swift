/// What a scalar beyond ASCII means to the tokenizer.
enum ScalarKind: Equatable {
  /// Which letters make a word together.
  enum Cohesion {
    /// All letters but those below.
    case letters
    /// Katakana, of which a run is a word.
    case katakana
    /// Letters that are words by themselves, for want of a dictionary.
    case none
  }

  case letter(Cohesion)
  /// A letter that is another one, or several, in lower case.
  case capital
  /// Stays with the letter before it.
  case mark
  case apostrophe
  /// May stand within a word as an apostrophe may.
  case joiner
  /// Neither part of a word nor its end.
  case invisible
  case space
  /// A full stop that is nothing else, and needs no space behind it.
  case sentenceEnd
  case other

  /// The kind of a scalar.
  static func of(_ scalar: Unicode.Scalar) -> ScalarKind {
    scalar.value < 0x3000 ? commonKinds[Int(scalar.value)] : ScalarKind(scalar)
  }

  /// The kinds of alphabets and their signs, so that each is worked out once.
  private static let commonKinds = (0..<0x3000).map {
    Unicode.Scalar($0).map { ScalarKind($0) } ?? .other
  }

  private init(_ scalar: Unicode.Scalar) {
    if let kind = Self.exceptions(scalar.value) {
      self = kind
      return
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .format: self = .invisible
    default:
      guard scalar.properties.isAlphabetic else {
        self = .other
        return
      }
      self =
        scalar.properties.changesWhenLowercased ? .capital : .letter(Self.cohesion(of: scalar))
    }
  }

  /// Punctuation and spaces that are not what their category says, or need no look at it.
  private static func exceptions(_ value: UInt32) -> ScalarKind? {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x2019: .apostrophe
    // The middle dot of Catalan and of Greek, Hebrew's gershayim, a hyphenation point.
    case 0xB7, 0x387, 0x5F4, 0x2027: .joiner
    // The non-joiner and the joiner shape letters of Persian and Hindi words; Armenian's apostrophe
    // and Hebrew's geresh belong to theirs.
    case 0x200C, 0x200D, 0x55A, 0x5F3: .mark
    // Armenian asks, shouts and stresses by a mark behind a vowel, in the middle of a word.
    case 0x55B, 0x55C, 0x55E: .invisible
    // The space without width ends a word of Thai or Khmer.
    case 0x200B: .other
    // Armenian, Arabic, Urdu, Hindi, Burmese, Ethiopic, Khmer, Chinese and Japanese.
    case 0x589, 0x61F, 0x6D4, 0x964, 0x965, 0x104A, 0x104B, 0x1362, 0x1367, 0x17D4, 0x17D5, 0x3002,
      0xFF01, 0xFF0E, 0xFF1F, 0xFF61:
      .sentenceEnd
    default: nil
    }
  }

  /// With which other letters one makes a word.
  private static func cohesion(of scalar: Unicode.Scalar) -> Cohesion {
    switch scalar.value {
    case 0x30A1...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: .katakana
    // Thai and Lao, Burmese, Khmer, Tai, Ahom: Unicode's line breaking class SA.
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF,
      0xA9E0...0xA9FF, 0xAA60...0xAADF, 0x11700...0x1174F:
      .none
    // Hiragana, and the mark that repeats a Han character.
    case 0x3041...0x309F, 0x1B001...0x1B11F, 0x3005: .none
    default: scalar.properties.isIdeographic ? .none : .letters
    }
  }
}
