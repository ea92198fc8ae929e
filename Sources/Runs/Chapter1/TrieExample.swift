import Chapter1
import Experiments
import Text

/// The trie of the chapter's three sentences, as far as its figure shows it.
enum TrieExample {
  /// The n-grams that are drawn, in the order of their rows.
  static let nGrams = [
    "the", "the dog", "the dog jumped", "the puddle", "the puddle </s>", "the cat",
    "the cat </s>", "the cat jumped", "the cat sat", "cat", "cat sat", "cat jumped", "cat </s>",
  ]
  /// The one whose entry is shown.
  static let shown = "the cat sat"

  /// Writes each n-gram's count, and the four numbers of one entry.
  ///
  /// - Throws: ``RunError`` where the three sentences lack one of them.
  static func write(to results: inout Results) throws(RunError) {
    let vocabulary = Vocabulary(forModelOf: DogSat.sentences)
    let lookup = CountLookup(
      NGramTrie(sentences: DogSat.sentences, vocabulary: vocabulary, order: 3))
    func entry(_ text: String) throws(RunError) -> NGramLevel.Entry {
      let ids = text.split(separator: " ").compactMap { vocabulary.id(of: String($0)) }
      guard let place = lookup.entry(of: ids[...]) else {
        throw RunError("error: the trie of three sentences lacks “\(text)”")
      }
      return lookup.trie.levels[ids.count - 1].entries[Int(place)]
    }
    var counts: [ResultValue] = []
    for nGram in nGrams { counts.append(.integer(Int(try entry(nGram).count))) }
    results.set("trie.nGrams", to: .list(nGrams.map { .text($0) }))
    results.set("trie.counts", to: .list(counts))
    let one = try entry(shown)
    results.set("trie.shown", to: .text(shown))
    results.set(
      "trie.entry",
      to: .list([one.prefix, one.word, one.suffix, one.count].map { .integer(Int($0)) }))
  }
}
