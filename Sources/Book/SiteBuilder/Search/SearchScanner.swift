/// Goes through a text once and cuts it into pieces.
struct SearchScanner {
  private let scalars: [Unicode.Scalar]
  private let kinds: [SearchCharacter]
  private var index = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    kinds = scalars.map { SearchCharacter($0) }
  }

  /// The pieces; of each, the whole word and then its parts, if it has any.
  mutating func pieces() -> [[String]] {
    var pieces: [[String]] = []
    while index < scalars.count {
      let start = index
      if let end = markerEnd() {
        index = end
        pieces.append([
          String(String.UnicodeScalarView(scalars[start..<end])),
          SearchText.fold(scalars[start..<end]),
        ])
      } else if kinds[index] == .ideograph {
        while kind(0) == .ideograph { index += 1 }
        for first in start..<index {
          pieces.append([SearchText.fold(scalars[first..<min(first + 2, index)])])
        }
      } else if kinds[index].isWord {
        readWord()
        let words = words(start..<index)
        if !words.isEmpty { pieces.append(words) }
      } else {
        index += 1
      }
    }
    return pieces
  }

  private func kind(_ offset: Int) -> SearchCharacter {
    let place = index + offset
    return place >= 0 && place < kinds.count ? kinds[place] : .other
  }

  /// The end of `<s>` or `</s>`, where one starts here.
  private func markerEnd() -> Int? {
    guard scalars[index] == "<" else { return nil }
    var end = index + 1
    if end < scalars.count, scalars[end] == "/" { end += 1 }
    let name = end
    while end < scalars.count, kinds[end] == .lower { end += 1 }
    return end > name && end < scalars.count && scalars[end] == ">" ? end + 1 : nil
  }

  private mutating func readWord() {
    while true {
      while kind(0).isWord { index += 1 }
      switch kind(0) {
      case .joint, .apostrophe:
        guard kind(1).isLetter else { return }
      case .point:
        guard kind(-1) == .digit, kind(1) == .digit else { return }
      default: return
      }
      index += 1
    }
  }

  /// The whole piece, folded, and its parts where it has more than one.
  private func words(_ range: Range<Int>) -> [String] {
    var parts: [String] = []
    var start = range.lowerBound
    func add(to end: Int) {
      let part = SearchText.fold(scalars[start..<end])
      if !part.isEmpty { parts.append(part) }
    }
    for place in range.dropFirst() {
      if kinds[place] == .joint {
        add(to: place)
        start = place + 1
      } else if kinds[place] == .upper, startsPart(place, before: range.upperBound) {
        add(to: place)
        start = place
      }
    }
    add(to: range.upperBound)
    return parts.count > 1 ? [SearchText.fold(scalars[range])] + parts : parts
  }

  /// Whether a part of camelCase starts at a capital: `log|Probability`, `ARPA|File`.
  private func startsPart(_ place: Int, before end: Int) -> Bool {
    switch kinds[place - 1] {
    case .lower, .digit, .number: true
    case .upper: place + 2 < end && kinds[place + 1] == .lower && kinds[place + 2] == .lower
    default: false
    }
  }
}
