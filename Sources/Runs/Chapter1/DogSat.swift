import Chapter1
import Experiments
import Text

/// The chapter's example of Kneser–Ney by hand: *sat* after *dog*, which three sentences lack.
struct DogSat {
  /// The text that the chapter works on by hand.
  static let sentences = [
    "the cat jumped over the puddle", "the cat sat", "the dog jumped over the cat",
  ].map { $0.split(separator: " ").map(String.init) }

  /// All types, in the order of the chapter's table, and the one for words without a count.
  let words = [
    "the", "cat", Marker.end, "jumped", "over", "puddle", "sat", "dog", Marker.unknown,
  ]
  let history = "dog"
  let word = "sat"
  let model = KneserNeyModel(counts: NGramCounts(sentences: DogSat.sentences, order: 2))

  /// The adjusted count of each word after a history.
  func counts(after history: [String]) -> [Int] {
    words.map { model.adjusted[history + [$0]] ?? 0 }
  }

  /// What is taken off each of them.
  func discounts(after history: [String]) -> [Double] {
    counts(after: history).map { model.discounts[history.count][$0] }
  }

  /// The share of a history's counts that is taken off.
  func gamma(_ history: [String]) -> Double {
    Double(discounts(after: history).reduce(0, +))
      / Double(counts(after: history).reduce(0, +))
  }

  /// What the chapter's function says of each word.
  var probabilities: [Double] {
    words.map { model.probability(of: $0, after: [Marker.start, "the", history]) }
  }

  /// Writes the numbers for the figure.
  func write(to results: inout Results) {
    results.set("dogSat.words", to: .list(words.map { .text($0) }))
    for (name, history) in [("pair", [history]), ("single", [])] {
      let key = "dogSat.\(name)"
      let counts = counts(after: history).map { ResultValue.integer($0) }
      let discounts = discounts(after: history).map { ResultValue.number($0) }
      results.set("\(key).counts", to: .list(counts))
      results.set("\(key).discounts", to: .list(discounts))
      results.set("\(key).gamma", to: .number(gamma(history)))
    }
    results.set("dogSat.probabilities", to: .list(probabilities.map { .number($0) }))
  }
}
