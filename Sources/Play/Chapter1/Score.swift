import Chapter1
import Foundation
import Playing

extension SentencePlayer {
  /// A sentence's factors under four models, and what makes it impossible.
  func score(_ words: [String]) -> String {
    let tokens = words + [Marker.end]
    let columns = scorers.map { scorer in
      tokens.indices.map { place in
        scorer.probability(tokens[place], [Marker.start] + tokens[..<place])
      }
    }
    let sums = scorers.map { $0.logProbability(words) }
    var table = Columns(["P of each token"] + scorers.map(\.name))
    for (place, token) in tokens.enumerated() {
      table.add([Self.name(token)] + columns.map { Figure.probability($0[place]) })
    }
    table.add(["ln P of the sentence"] + sums.map { Figure.decimal($0) })
    table.add(
      ["per token"] + sums.map { Figure.decimal($0 / Double(tokens.count), digits: 2) })
    let deaths = zip(scorers, columns).compactMap { scorer, factors in
      factors.firstIndex(of: 0).map { place in
        let history = ([Marker.start] + tokens[..<place]).suffix(scorer.order - 1)
        return "\(scorer.name): \(Self.quoted(tokens[place])) kills it, for the text never has "
          + Self.quoted(history: history, tokens[place]) + "."
      }
    }
    let verdict =
      deaths.isEmpty
      ? "No factor is 0: every model thinks it possible."
      : deaths.map { Paragraph.wrapped($0) }.joined(separator: "\n")
    return table.text + "\n\n" + verdict
  }

  private static func quoted(_ token: String) -> String {
    token == Marker.end ? "the end" : "“\(Paragraph.shown(token))”"
  }

  /// An n-gram in words.
  private static func quoted(history: ArraySlice<String>, _ token: String) -> String {
    let words = history.filter { $0 != Marker.start } + (token == Marker.end ? [] : [token])
    let phrase = "“\(Paragraph.shown(words))”"
    let places = [
      history.first == Marker.start ? "at a sentence's beginning" : nil,
      token == Marker.end ? "at its end" : nil,
    ].compactMap(\.self)
    return words.isEmpty
      ? "an empty sentence" : ([phrase] + places).joined(separator: " ")
  }

  /// A model with a name, and ways to ask it.
  struct Scorer {
    let name: String
    /// Its n.
    let order: Int
    let probability: (String, [String]) -> Double
    let logProbability: ([String]) -> Double

    init(_ name: String, order: Int, _ model: some LanguageModel) {
      (self.name, self.order) = (name, order)
      probability = { model.probability(of: $0, after: $1) }
      logProbability = { words in
        Parts.chainRule { Chapter1.logProbability(of: words, under: model) }
      }
    }
  }

  /// The four models that judge a sentence.
  var scorers: [Scorer] {
    [
      Scorer("n = 1", order: 1, models.unigram), Scorer("n = 2", order: 2, models.bigram),
      Scorer("n = 3", order: 3, models.nGram(3)),
      Scorer("Kneser–Ney, n = 3", order: 3, models.kneserNey(3)),
    ]
  }
}
