import Foundation
import Weaving

/// Writes what `search.js` reads: `assets/search-index.js`, and for each page the texts that its
/// results are excerpts of, `assets/search-text-0.js`.
///
/// The index, as `window.book.searchIndex`:
///
/// - `pages`: path and label of each page.
/// - `sections`: for each page a list of `anchor title`. Sections are counted over all pages.
/// - `symbols`: for each page a list of `anchor name name …`. Their numbers go on behind those of
///   the sections.
/// - `words`: in order, apart by spaces; each starts with the number of letters, in base 36, that
///   it has in common with the word before.
/// - `places`: for each word the sections that have it, apart by spaces. A section is written as
///   2 × (its distance to the one before) + (1 if the word counts more there), in digits: the last
///   is a character from `#` on, in base 57; those before it from `]` on, in base 34.
/// - `stopWords`: words that are in no list, since they stand everywhere.
///
/// Titles are not in the word list: the script cuts them up itself.
struct SearchIndex: Sendable {
  let pages: [SearchPage]

  /// Words that stand everywhere and tell nothing; folded, as the tokeniser leaves them.
  static let stopWords = Set(
    SearchText.pieces(
      of: """
        a an and any are as at be been both but by can do does each for from had has have if in \
        into is it its just may more most no nor not of on one only or other our out over own same \
        so some still such than that the their them then there these they this those to too up us \
        was we were what when where which while who whose why will with would you your
        """
    ).joined())

  /// The files, by their paths in the site.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let postings = postings
    files["assets/search-index.js"] = try script(
      "searchIndex=",
      Index(
        pages: pages.map { [$0.path, $0.label] },
        sections: pages.map { $0.sections.map { "\($0.anchor) \($0.title)" } },
        symbols: pages.map(Self.symbols), words: Self.list(postings.map(\.word)),
        places: postings.map { Self.places($0.sections) }.joined(separator: " "),
        stopWords: Self.stopWords.sorted().joined(separator: " ")))
    for (number, page) in pages.enumerated() {
      files["assets/search-text-\(number).js"] = try script(
        "searchTexts[\(number)]=", (page.sections + page.symbols).map(\.excerpt))
    }
    return files
  }

  /// Every place that a result leads to.
  var targets: [(page: String, anchor: String)] {
    pages.flatMap { page in
      (page.sections + page.symbols).map { (page.path, $0.anchor) }
    }
  }

  private struct Index: Encodable {
    let pages: [[String]]
    let sections: [[String]]
    let symbols: [[String]]
    let words: String
    let places: String
    let stopWords: String
  }

  private func script(_ target: String, _ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Data("(window.book=window.book||{}).\(target)".utf8) + (try encoder.encode(value))
      + Data(";\n".utf8)
  }

  private static func symbols(of page: SearchPage) -> [String] {
    var lines: [String] = []
    var anchor: String?
    for symbol in page.symbols {
      if symbol.anchor == anchor {
        lines[lines.count - 1] += " " + symbol.title
      } else {
        lines.append(symbol.anchor + " " + symbol.title)
      }
      anchor = symbol.anchor
    }
    return lines
  }

  /// A section that has a word, and whether the word counts more there.
  private typealias Place = (number: Int, isStrong: Bool)

  /// The sections that each word stands in, words in order.
  private var postings: [(word: String, sections: [Place])] {
    var postings: [String: [Place]] = [:]
    for (number, section) in pages.flatMap(\.sections).enumerated() {
      for (word, count) in section.words {
        postings[word, default: []].append(
          (number, count > 2 || section.strongWords.contains(word)))
      }
    }
    // By code units, not as the reader's language would have it.
    return postings.map { ($0.key, $0.value) }
      .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
  }

  private static func list(_ words: [String]) -> String {
    var before: [UInt16] = []
    return words.map { word in
      let letters = Array(word.utf16)
      // Never half a character of two units.
      var common = min(zip(before, letters).prefix { $0 == $1 }.count, 35)
      if common > 0, UTF16.isLeadSurrogate(letters[common - 1]) { common -= 1 }
      before = letters
      return String(common, radix: 36) + String(decoding: letters[common...], as: UTF16.self)
    }.joined(separator: " ")
  }

  private static func places(_ sections: [Place]) -> String {
    var before = -1
    return sections.map { section in
      defer { before = section.number }
      return digits(2 * (section.number - before - 1) + (section.isStrong ? 1 : 0))
    }.joined()
  }

  private static func digits(_ value: Int) -> String {
    var digits = [Unicode.Scalar(UInt8(35 + value % 57))]
    var rest = value / 57
    while rest > 0 {
      digits.insert(Unicode.Scalar(UInt8(93 + (rest - 1) % 34)), at: 0)
      rest = (rest - 1) / 34
    }
    return String(String.UnicodeScalarView(digits))
  }
}
