import Chapter1
import Playing

/// The exercises of the chapter, as they take part in answers.
enum Parts {
  static let chainRule = Part("1.3")
  static let unigram = Part("1.4")
  static let bigram = Part("1.5")
  static let nGrams = Part("1.6")
  static let counting = Part("1.7")
  static let nGramModel = Part("1.8")
  static let perplexity = Part("1.10")
  static let addK = Part("1.11")
  static let weightedDraw = Part("1.12")
  static let sampling = Part("1.13")
  static let discounts = Part("1.14")
  static let adjustedCounts = Part("1.15")
  static let kneserNey = Part("1.16")

  /// What counts n-grams.
  static let ofCounts = [nGrams, counting]
  /// What estimates from adjusted counts.
  static let ofEstimation = [discounts, adjustedCounts]
}

/// A model whose exercise is at work whenever it is asked.
struct Watched<Model: LanguageModel>: LanguageModel {
  let model: Model
  let part: Part

  func probability(of word: String, after history: [String]) -> Double {
    part { model.probability(of: word, after: history) }
  }
}

/// A model in the middle of a sentence: some words stand before whatever it is asked.
struct Continuing<Model: LanguageModel>: LanguageModel {
  let model: Model
  let words: [String]

  func probability(of word: String, after history: [String]) -> Double {
    model.probability(of: word, after: [Marker.start] + words + history.dropFirst())
  }
}
