import Chapter1
import Experiments
import Foundation
import Text

/// Scores a sentence that makes sense and one that does not, word by word.
func scoreSentences(
  _ corpus: ExperimentCorpus, _ models: CountedModels, _ experiment: Experiment
) throws {
  let sentences = [
    ("sensible", "the cat jumped over the puddle"), ("senseless", "stock boil fish is toy"),
  ]
  for (name, text) in sentences {
    let words = text.split(separator: " ").map(String.init)
    let ids = ExperimentCorpus.ids(of: words, in: corpus.vocabulary)
    let key = "sentences.\(name)"
    experiment.results.set("\(key).text", to: .text(text))
    experiment.results.set(
      "\(key).tokens", to: .list((words + [Marker.end]).map { .text($0) }))
    experiment.results.set(
      "\(key).unknownWords",
      to: .list(words.filter { corpus.vocabulary.id(of: $0) == nil }.map { .text($0) }))
    for (model, order) in [("unigram", 1), ("bigram", 2), ("trigram", 3)] {
      let factors = models.counts[order - 1].counts(inSentence: ids, order: order).map {
        $0.context == 0 ? 0 : Double($0.word) / Double($0.context)
      }
      write(factors, "\(key).\(model)", experiment)
    }
    let kneserNey = models.kneserNey[2]
    let history = [Marker.start] + words
    write(
      zip(1..., words + [Marker.end]).map { position, word in
        kneserNey.probability(of: word, after: Array(history.prefix(position)))
      }, "\(key).kneserNey", experiment)
  }
  for model in ["unigram", "bigram", "trigram", "kneserNey"] {
    guard case .number(let sensible) = experiment.results["sentences.sensible.\(model).perToken"],
      case .number(let senseless) = experiment.results["sentences.senseless.\(model).perToken"]
    else { continue }
    let difference = sensible - senseless
    experiment.results.set(
      "sentences.perTokenDifference.\(model)",
      to: difference.isNaN ? "both impossible" : .number(difference))
  }
}

/// Writes a sentence's factors, the logarithm of their product and that of their geometric mean.
private func write(_ factors: [Double], _ key: String, _ experiment: Experiment) {
  let sum = factors.reduce(0) { $0 + log($1) }
  experiment.results.set("\(key).logProbability", to: .number(sum))
  // Sentences of different lengths compare by token.
  experiment.results.set("\(key).perToken", to: .number(sum / Double(factors.count)))
  experiment.results.set("\(key).factors", to: .list(factors.map { .number($0) }))
}
