import Chapter1
import Testing

/// The small corpora over which the models are compared.
struct Corpus: Sendable, CustomTestStringConvertible {
  let name: String
  let sentences: [[String]]

  var testDescription: String { name }

  static let cat = Corpus(
    "cat", "the cat jumped", "the cat sat", "a cat jumped over the puddle", "the dog sat")
  static let oneWord = Corpus("one word", "stop")
  static let oneSentence = Corpus("one sentence", "the cat jumped over the puddle")
  static let repeated = Corpus("one word, again and again", "a a a a a a", "a a", "a")
  static let withEmptySentence = Corpus("with an empty sentence", "a b", "", "b a")
  static let empty = Corpus(name: "no sentences", sentences: [])
  static let all = [cat, oneWord, oneSentence, repeated, withEmptySentence, empty]

  /// Every corpus at every order from 1 to 5, also orders longer than its sentences.
  static let withOrders = all.flatMap { corpus in (1...5).map { (corpus, $0) } }

  init(name: String, sentences: [[String]]) {
    self.name = name
    self.sentences = sentences
  }

  private init(_ name: String, _ lines: String...) {
    self.init(name: name, sentences: lines.map(words))
  }

  /// Histories that were seen, that were not, and with words that the corpus lacks.
  var histories: [[String]] {
    let seen = (sentences + [[]]).flatMap { sentence in
      (0...sentence.count).map { [Marker.start] + sentence.prefix($0) }
    }
    let vocabulary = Set(sentences.joined()).sorted()
    let pairs = vocabulary.flatMap { first in vocabulary.map { [Marker.start, first, $0] } }
    let unseen = [[Marker.start, "zebra"], [Marker.start, "the", "zebra", "cat", "the", "cat"]]
    return seen + pairs + unseen
  }
}

/// The words of a line.
func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

/// Whether two numbers are equal up to a share of the greater one; never where one is not a number.
func isClose(_ a: Double, _ b: Double, relative: Double) -> Bool {
  a == b || abs(a - b) <= relative * max(abs(a), abs(b))
}

/// The model's probabilities over all that it may predict, added up.
func sum(_ model: some LanguageModel, _ vocabulary: Set<String>, after history: [String]) -> Double
{
  vocabulary.reduce(0) { $0 + model.probability(of: $1, after: history) }
}
