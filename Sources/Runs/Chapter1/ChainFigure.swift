import Experiments
import Text

extension Chapter1Figures {
  /// The article's sentence as a chain: each word after those before it, by the best of the models.
  static func chain(_ results: Results) throws -> ChainDiagram {
    let tokens = try results.texts("sentences.sensible.tokens")
    let factors = try results.numbers("sentences.sensible.kneserNey.factors")
    guard tokens.count == factors.count else {
      throw RunError("error: a sentence's tokens and factors differ; run the chapter again")
    }
    let told = zip(tokens, factors).map { "\($0) \(Magnitude.small($1))" }
    return ChainDiagram(
      title: "The probability of a sentence, word by word",
      description: "Each word has a probability after the words before it: "
        + told.joined(separator: ", ")
        + ". Their product, \(Magnitude.small(factors.reduce(1, *))), is the sentence's "
        + "probability. " + results.provenance,
      tokens: tokens, factors: factors)
  }

  /// The trie of the chapter's three sentences.
  static func trie(_ results: Results) throws -> TrieDiagram {
    func tokens(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let nGrams = try results.texts("trie.nGrams")
    let counts = try results.numbers("trie.counts")
    let shown = tokens(try results.text("trie.shown"))
    let ways: [ArraySlice<String>] = [
      shown.dropLast(), shown.suffix(1), shown.dropFirst(), [],
    ]
    let entry = zip(try results.numbers("trie.entry"), ways).map { number, words in
      (["\(Int(number))"] + (words.isEmpty ? [] : [words.joined(separator: " ")]))
        .joined(separator: ": ")
    }
    let told = zip(nGrams, counts).map { "\($0): \(Int($1))" }
    return TrieDiagram(
      title: "A part of the trie of three sentences",
      description: "N-grams as paths from left to right, with their counts: "
        + told.joined(separator: ", ") + ". The entry of “\(shown.joined(separator: " "))” has "
        + "four numbers: its prefix's entry, its last word's id, its suffix's entry and its count. "
        + results.provenance,
      nodes: zip(nGrams, counts).map { .init(tokens($0), count: Int($1)) }, shown: shown,
      entry: Array(zip(["prefix", "word", "suffix", "count"], entry)))
  }
}
