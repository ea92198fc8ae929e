import Foundation

/// Cuts text into what can be searched for. `search.js` does the same, character for character;
/// a test compares the two.
///
/// - Letters, marks and digits that stand together are a piece, and so are pieces joined by a
///   hyphen, a dash, an underscore or an apostrophe (`n-gram`, `Kneser–Ney`, `don’t`), and numbers
///   with a point (`1.10`).
/// - A piece of several parts is found whole and by part: `logProbability` as `logprobability`,
///   `log` and `probability`.
/// - Words are folded: lower case, no diacritics, one form for singular, plural and -ing.
/// - Chinese has no spaces: every pair of neighbouring characters is a piece, and the last
///   character of a run. One character is found as the start of a pair.
/// - A marker such as `<s>` is a piece of its own.
enum SearchText {
  /// The pieces of a text, in its order; of each, the whole word and then its parts, if it has any.
  static func pieces(of text: String) -> [[String]] {
    var scanner = SearchScanner(text)
    return scanner.pieces()
  }

  /// A word as it is compared: without diacritics, in lower case, without a plural's ending.
  static func fold(_ word: some Sequence<Unicode.Scalar>) -> String {
    var letters: [UInt8] = []
    for scalar in word {
      guard scalar.isASCII else { return foldBeyondASCII(word) }
      let kind = SearchCharacter(scalar)
      if kind.isKept { letters.append(UInt8(scalar.value) | (kind == .upper ? 32 : 0)) }
    }
    stem(&letters)
    return String(decoding: letters, as: UTF8.self)
  }

  private static func foldBeyondASCII(_ word: some Sequence<Unicode.Scalar>) -> String {
    let text = String(String.UnicodeScalarView(word)).decomposedStringWithCompatibilityMapping
    let kept = text.unicodeScalars.filter { SearchCharacter($0).isKept }
    // A final sigma is no letter of its own.
    var letters = Array(String(kept).lowercased().replacing("ς", with: "σ").utf8)
    stem(&letters)
    return String(decoding: letters, as: UTF8.self)
  }

  /// One form for a word's singular, plural and -ing; what is no English word is left alone.
  private static func stem(_ letters: inout [UInt8]) {
    guard letters.count > 3, letters.allSatisfy({ 97 <= $0 && $0 <= 122 }) else { return }
    if letters.ends(in: ies) {
      letters.removeLast(3)
      letters.append(UInt8(ascii: "y"))
    } else if letters.last == UInt8(ascii: "s"), !beforeOtherS.contains(letters[letters.count - 2])
    {
      letters.removeLast()
    }
    if letters.count > 5, letters.ends(in: ing),
      letters.dropLast(3).contains(where: vowels.contains)
    {
      letters.removeLast(3)
      let last = letters[letters.count - 1]
      if last == letters[letters.count - 2], !oftenDouble.contains(last) { letters.removeLast() }
    } else if letters.count > 4, letters.last == UInt8(ascii: "e") {
      letters.removeLast()
    }
  }

  private static let ies = Array("ies".utf8)
  private static let ing = Array("ing".utf8)
  private static let vowels = Array("aeiouy".utf8)
  /// Letters behind which an s is no plural's: loss, this, corpus.
  private static let beforeOtherS = Array("sui".utf8)
  /// Letters that a word may end in twice: pass, fill, buzz.
  private static let oftenDouble = Array("aeiolsuz".utf8)
}

/// What a character does in a word.
enum SearchCharacter {
  case lower, upper, letter, digit, number, mark, ideograph, point, joint, apostrophe, other

  init(_ scalar: Unicode.Scalar) {
    self = scalar.isASCII ? Self.ascii[Int(scalar.value)] : Self.beyondASCII(scalar)
  }

  var isWord: Bool {
    switch self {
    case .lower, .upper, .letter, .digit, .number, .mark: true
    default: false
    }
  }

  var isLetter: Bool { self == .lower || self == .upper || self == .letter }

  /// Whether folding keeps it.
  var isKept: Bool { isWord && self != .mark || self == .ideograph || self == .point }

  /// Every page asks this of every letter, so the answers are in a table.
  private static let ascii: [SearchCharacter] = (0..<128).map { (value: UInt8) in
    switch value {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "-"), UInt8(ascii: "_"): .joint
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "."): .point
    default: .other
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> SearchCharacter {
    if scalar.properties.isIdeographic { return .ideograph }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return .lower
    case .uppercaseLetter: return .upper
    case .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
    case .decimalNumber: return .digit
    case .letterNumber, .otherNumber: return .number
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: break
    }
    switch scalar {
    case "‐", "‑", "–": return .joint
    case "’": return .apostrophe
    default: return .other
    }
  }
}

extension [UInt8] {
  fileprivate func ends(in ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
