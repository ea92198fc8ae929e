import Chapter1
import Playing

/// The chapter's models of a text, each made when it is first asked for.
final class CountedModels {
  /// The longest n-grams that are counted.
  static let longest = 5
  /// What add-k adds.
  static let k = 0.01

  let sentences: [[String]]
  private var counted: NGramCounts?
  private var keptUnigram: UnigramModel?
  private var keptBigram: BigramModel?
  private var keptKneserNey: [Int: KneserNeyModel] = [:]
  private var keptVocabulary: [String] = []

  init(_ sentences: [[String]]) { self.sentences = sentences }

  /// The counts of every length, by exercises 1.6 and 1.7.
  var counts: NGramCounts {
    Part.note(Parts.ofCounts)
    if let counted { return counted }
    let counts = Self.count(sentences)
    counted = counts
    return counts
  }

  /// Counts sentences up to the longest length.
  static func count(_ sentences: [[String]]) -> NGramCounts {
    Part.all(Parts.ofCounts) {
      NGramCounts(sentences: sentences, order: longest)
    }
  }

  /// Every token that can be drawn, in one order for ever.
  var vocabulary: [String] {
    if keptVocabulary.isEmpty {
      keptVocabulary = counts.vocabulary.subtracting([Marker.unknown]).sorted()
    }
    return keptVocabulary
  }

  var unigram: Watched<UnigramModel> {
    let model = keptUnigram ?? Parts.unigram { UnigramModel(sentences: sentences) }
    keptUnigram = model
    return Watched(model: model, part: Parts.unigram)
  }

  var bigram: Watched<BigramModel> {
    let model = keptBigram ?? Parts.bigram { BigramModel(sentences: sentences) }
    keptBigram = model
    return Watched(model: model, part: Parts.bigram)
  }

  /// Bare counts of n-grams.
  func nGram(_ order: Int) -> Watched<NGramModel> {
    Watched(model: NGramModel(counts: shortened(to: order)), part: Parts.nGramModel)
  }

  func addK(_ order: Int) -> Watched<AddKModel> {
    Watched(model: AddKModel(counts: shortened(to: order), k: Self.k), part: Parts.addK)
  }

  func kneserNey(_ order: Int) -> Watched<KneserNeyModel> {
    Part.note(Parts.ofCounts + Parts.ofEstimation)
    let model =
      keptKneserNey[order]
      ?? Part.all(Parts.ofEstimation) { KneserNeyModel(counts: cut(to: order)) }
    keptKneserNey[order] = model
    return Watched(model: model, part: Parts.kneserNey)
  }

  /// The same tables, asked for shorter n-grams only.
  private func shortened(to order: Int) -> NGramCounts {
    NGramCounts(
      order: order, counts: counts.counts, contextCounts: counts.contextCounts,
      vocabulary: counts.vocabulary)
  }

  /// Tables without longer n-grams, for who goes through all of them.
  private func cut(to order: Int) -> NGramCounts {
    NGramCounts(
      order: order, counts: counts.counts.filter { $0.key.count <= order },
      contextCounts: counts.contextCounts.filter { $0.key.count < order },
      vocabulary: counts.vocabulary)
  }
}
