import Chapter1
import Experiments
import Text

/// Measures the share of held-out n-grams that the training text never showed.
func measureUnseen(
  _ corpus: ExperimentCorpus, _ counted: CountLookup, _ experiment: Experiment
) throws {
  let sentences = corpus.heldOut.map { ExperimentCorpus.ids(of: $0, in: corpus.allWords) }
  for length in 1...ExperimentCorpus.greatestOrder {
    let share = try experiment.step("looking for unseen n-grams of length \(length)") {
      unseenShare(of: sentences, length: length, in: counted)
    }.value
    experiment.results.set("unseen.\(length)", to: .number(share))
  }
}

/// The twin of ``unseenShare(of:length:in:)`` on ids.
func unseenShare(of sentences: [[Int32]], length: Int, in counted: CountLookup) -> Double {
  var all = 0
  var unseen = 0
  for words in sentences {
    let tokens = [counted.start] + words + [counted.end]
    // The window that holds `<s>` alone is no n-gram: nothing predicts it.
    for first in stride(from: length == 1 ? 1 : 0, through: tokens.count - length, by: 1) {
      all += 1
      if !counted.contains(tokens[first..<first + length]) { unseen += 1 }
    }
  }
  return all == 0 ? 0 : Double(unseen) / Double(all)
}
