import Chapter2
import Foundation
import Text

/// What a model expects in every gap of some sentences, from every choice of words around the gap.
///
/// Scores are whole thousandths, so a probability that is made of them, exp(z − ln Σ exp), is the
/// model's up to a thousandth of itself.
struct WindowTable {
  /// A sentence with one word covered, and what is expected there from each choice of context.
  struct Gap {
    let sentence: Int
    let centre: Int
    let predictions: [(choice: Choice, prediction: Prediction)]
  }

  /// The words that are looked at: bit i stands for the word at place i of the sentence.
  struct Choice: Hashable {
    let bits: Int

    /// The places, from left to right.
    var places: [Int] { (0..<bits.bitWidth).filter { bits >> $0 & 1 == 1 } }

    /// Every choice of at least one word within `halfWidth` places of the centre, by rising bits.
    static func all(around centre: Int, of length: Int, halfWidth: Int) -> [Choice] {
      let near = Choice.window(around: centre, of: length, halfWidth: halfWidth).bits
      return (1..<1 << length).filter { $0 & ~near == 0 }.map { Choice(bits: $0) }
    }

    /// All words within `halfWidth` places of the centre.
    static func window(around centre: Int, of length: Int, halfWidth: Int) -> Choice {
      let places = (0..<length).filter { $0 != centre && abs($0 - centre) <= halfWidth }
      return Choice(bits: places.reduce(0) { $0 | 1 << $1 })
    }
  }

  /// What a model expects in a gap.
  struct Prediction {
    /// How many of the most probable words are kept.
    static let topCount = 8

    /// The ids of the most probable words, the most probable first.
    let top: [Int]
    /// Their scores, in thousandths.
    let scores: [Int]
    /// ln Σ_j exp(z_j) over the whole vocabulary, in thousandths.
    let logSum: Int
    /// −ln of the probability of all words but these, in thousandths.
    let rest: Int
    /// The score of the word that is covered, in thousandths.
    let centreScore: Int
    /// The covered word's place among all words by falling probability, from 1.
    let rank: Int

    /// The probability of a word with this score.
    func probability(ofScore score: Int) -> Double { exp(Double(score - logSum) / 1000) }
    /// The probability of all words but the top ones.
    var restProbability: Double { exp(-Double(rest) / 1000) }
    /// −ln of the covered word's probability, in nats.
    var loss: Double { Double(logSum - centreScore) / 1000 }
  }

  let model: CBOWModel
  let vocabulary: Vocabulary
  let halfWidth: Int
  /// Sentences of words that the vocabulary has, and the same as ids.
  let sentences: [[String]]
  let ids: [[Int]]
  /// One for each word of each sentence, in order.
  let gaps: [Gap]

  /// Works out the table.
  ///
  /// - Parameter sentences: those with a word that the vocabulary has not are left out.
  init(_ learned: LearnedWords, sentences: [[String]], halfWidth: Int) {
    let (model, vocabulary) = (learned.model, learned.vocabulary)
    let known = sentences.filter { $0.allSatisfy { vocabulary.id(of: $0) != nil } }
    let ids = known.map { vocabulary.ids(of: $0).map(Int.init) }
    gaps = ids.enumerated().flatMap { number, sentence in
      sentence.indices.map { centre in
        let choices = Choice.all(around: centre, of: sentence.count, halfWidth: halfWidth)
        return Gap(
          sentence: number, centre: centre,
          predictions: choices.map { choice in
            let window = Self.window(sentence, centre, choice)
            return (choice, Prediction(of: window, in: model))
          })
      }
    }
    (self.model, self.vocabulary, self.halfWidth) = (model, vocabulary, halfWidth)
    (self.sentences, self.ids) = (known, ids)
  }

  /// The window of the model that a choice makes.
  func window(_ gap: Gap, _ choice: Choice) -> Window {
    Self.window(ids[gap.sentence], gap.centre, choice)
  }

  private static func window(_ sentence: [Int], _ centre: Int, _ choice: Choice) -> Window {
    Window(centre: sentence[centre], context: choice.places.map { sentence[$0] })
  }
}

extension WindowTable.Prediction {
  /// What the model expects, by the plain functions of the chapter.
  init(of window: Window, in model: CBOWModel) {
    let scores = Chapter2.scores(of: window.context, in: model)
    func thousandths(_ number: Float) -> Int { Int((number * 1000).rounded()) }
    let best = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    top = Array(best.prefix(Self.topCount))
    self.scores = top.map { thousandths(scores[$0]) }
    centreScore = thousandths(scores[window.centre])
    let maximum = Double(scores[best[0]])
    let sums = best.map { exp(Double(scores[$0]) - maximum) }
    let restSum = sums.dropFirst(Self.topCount).reduce(0, +)
    rest = thousandths(Float(log(sums.reduce(0, +)) - log(restSum)))
    logSum = thousandths(Chapter2.loss(of: window, in: model) + scores[window.centre])
    rank = 1 + (best.firstIndex(of: window.centre) ?? 0)
  }
}
