import Chapter1
import Chapter1Checks
import Grading

/// The chapter's functions, each under the grader that judges it, in the chapter's order.
let boundExercises: [BoundExercise] = [
  oneHotExercise.judging { oneHot($0, size: $1) },
  cosineSimilarityExercise.judging { cosineSimilarity($0, $1) },
  logProbabilityExercise.judging { logProbability(of: $0, under: GivenModel(answer: $1)) },
  unigramExercise.judging { sentences in
    let model = UnigramModel(sentences: sentences)
    return UnigramAnswer(counts: model.counts, total: model.total) {
      model.probability(of: $0, after: $1)
    }
  },
  bigramExercise.judging { sentences in
    let model = BigramModel(sentences: sentences)
    return BigramAnswer(counts: model.counts) { model.probability(of: $0, after: $1) }
  },
  nGramsExercise.judging { nGrams(of: $0, length: $1) },
  nGramCountsExercise.judging { sentences, order in
    let counts = NGramCounts(sentences: sentences, order: order)
    return NGramCountsAnswer(
      order: counts.order, counts: counts.counts, contextCounts: counts.contextCounts,
      vocabulary: counts.vocabulary)
  },
  nGramModelExercise.judging { corpus in
    let model = NGramModel(counts: NGramCounts(corpus))
    return { model.probability(of: $0, after: $1) }
  },
  unseenShareExercise.judging { unseenShare(of: $0, length: $1, in: NGramCounts($2)) },
  perplexityExercise.judging { perplexity(of: $0, under: GivenModel(answer: $1)) },
  addKExercise.judging { corpus, k in
    let model = AddKModel(counts: NGramCounts(corpus), k: k)
    return { model.probability(of: $0, after: $1) }
  },
  sampleIndexExercise.judging { sampleIndex(at: $0, in: $1) },
  sampleSentenceExercise.judging { model, vocabulary, maximumLength, draw in
    sampleSentence(
      from: GivenModel(answer: model), vocabulary: vocabulary, maximumLength: maximumLength,
      draw: draw)
  },
  discountsExercise.judging { countsOfCounts in
    let discounts = Discounts(countsOfCounts: countsOfCounts)
    return [discounts.one, discounts.two, discounts.threeOrMore]
  },
  adjustedCountsExercise.judging { adjustedCounts(of: NGramCounts($0)) },
  kneserNeyExercise.judging { corpus in
    let model = KneserNeyModel(
      counts: NGramCounts(corpus), adjusted: corpus.adjustedCounts,
      discounts: corpus.discounts.map { Discounts(one: $0[0], two: $0[1], threeOrMore: $0[2]) })
    return { model.probability(of: $0, after: $1) }
  },
]

/// A model whose answers the checks give.
private struct GivenModel: LanguageModel {
  let answer: WordProbability

  func probability(of word: String, after history: [String]) -> Double { answer(word, history) }
}

extension NGramCounts {
  /// Counts made by the checks, so that no exercise has to wait for exercise 1.7, or pays for it.
  fileprivate init(_ corpus: CountedCorpus) {
    self.init(
      order: corpus.order, counts: corpus.counts, contextCounts: corpus.contextCounts,
      vocabulary: corpus.vocabulary)
  }
}
