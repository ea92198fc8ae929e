import Foundation
import Testing

@testable import SiteBuilder

@Suite("Text, for the search,")
struct SearchTextTests {
  /// Texts and their pieces: words apart by spaces, pieces by `|`.
  static let table: [(text: String, pieces: String)] = [
    ("", ""), ("Word", "word"), ("a b", "a|b"), ("  two,words! ", "two|word"),
    ("n-gram", "ngram n gram"), ("n-grams", "ngram n gram"), ("trade‑off", "tradeoff trad off"),
    ("Kneser–Ney", "kneserney kneser ney"), ("pages 3–5", "page|3|5"), ("a -- b-", "a|b"),
    ("max_count", "maxcount max count"), ("__init__", "init"),
    ("don’t don't", "dont|dont"), ("the model’s", "the|model"), ("‘quoted’ “word”", "quoted|word"),
    ("1.10", "1.10"), ("0.5.", "0.5"), ("1,234", "1|234"), ("v1.2b", "v1.2b"),
    ("end.Start", "end|start"),
    ("<s> the </s>", "<s> s|the|</s> s"), ("<unk>", "<unk> unk"), ("Array<Int>", "array|int"),
    ("< s >", "s"),
    ("logProbability(of:under:)", "logprobability log probability|of|under"),
    ("KneserNeyModel", "kneserneymodel kneser ney model"), ("ARPAFile", "arpafil arpa file"),
    ("LMs and URLs", "lms|and|url"), ("word2Vec", "word2vec word2 vec"), ("word2vec", "word2vec"),
    ("GloVe", "glov glo ve"), ("KenLM", "kenlm ken lm"), ("oneHot(_:size:)", "onehot one hot|size"),
    ("naïve Ångström", "naiv|angstrom"), ("cafe\u{301}", "cafe"), ("\u{301}", ""), ("ﬁle", "file"),
    ("ÉCOLE", "ecol"), ("İstanbul", "istanbul"), ("ΣΟΦΟΣ", "σοφοσ"), ("Straße", "straße"),
    ("ｗｉｄｅ", "wide"),
    ("½ ² ①", "12|2|1"), ("x₁", "x1"), ("Ⅳ", "iv"), ("語", "語"), ("词是向量。", "词是|是向|向量|量"),
    ("用Swift写", "用|swift|写"), ("词-a 3词", "词|a|3|词"), ("𠮷野家", "𠮷野|野家|家"), ("〇一", "〇一|一"),
    ("ことば", "ことは"), ("👩‍💻 code 🇨🇳", "code"), ("❤️", ""), ("1️⃣", "1"), ("don‍t", "don|t"),
    ("counts counting count", "count|count|count"), ("sentences sentence", "sentenc|sentenc"),
    ("probabilities probability", "probability|probability"), ("smoothing smooth", "smooth|smooth"),
    ("sampling samples sample", "sampl|sampl|sampl"), ("embedding", "embed"),
    ("passing pass", "pass|pass"),
    ("loss corpus this bias", "loss|corpus|this|bia"), ("string king sing", "string|king|sing"),
    ("losses loss", "loss|loss"), ("dies", "dy"), ("is as us", "is|as|us"),
    ("note code", "note|code"),
  ]

  @Test("falls into the pieces that readers look for", arguments: table.indices)
  func pieces(_ number: Int) {
    let row = Self.table[number]
    let pieces = SearchText.pieces(of: row.text).map { $0.joined(separator: " ") }
    #expect(pieces.joined(separator: "|") == row.pieces, "\(row.text)")
  }

  @Test("falls into the same pieces in the reader's browser")
  func agreement() throws {
    var generator = Generator(state: 20_261_123)
    let bits = Array(
      "aAbBzZsSeEiIngInG019.,-–_‐’'<>/ \n\u{301}éÉßΣς词是向量𠮷〇ﬁ½②が👩‍💻🇨🇳(:)"
    ).map(String.init)
    let texts =
      Self.table.map(\.text)
      + (0..<3000).map { _ in
        (0..<Int.random(in: 1...14, using: &generator)).map { _ in
          bits.randomElement(using: &generator) ?? ""
        }.joined()
      }
    for (text, theirs) in zip(texts, try SearchScript.pieces(of: texts)) {
      let ours = SearchText.pieces(of: text)
      guard ours != theirs else { continue }
      Issue.record("“\(text)” is \(ours) here, \(theirs) in search-find.js")
      break
    }
  }

  /// Random numbers that are the same on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
