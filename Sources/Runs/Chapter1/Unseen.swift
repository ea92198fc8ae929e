import Chapter1
import Experiments
import Text

/// Measures the share of held-out n-grams that the training text never showed.
func measureUnseen(
  _ corpus: ExperimentCorpus, _ counted: CountLookup, _ experiment: Experiment
) throws {
  let sentences = corpus.heldOut.map { ExperimentCorpus.ids(of: $0, in: corpus.allWords) }
  var bars: [BarChart.Bar] = []
  for length in 1...ExperimentCorpus.greatestOrder {
    let share = try experiment.step("looking for unseen n-grams of length \(length)") {
      unseenShare(of: sentences, length: length, in: counted)
    }.value
    experiment.results.set("unseen.\(length)", to: .number(share))
    bars.append(.init("n = \(length)", parts: [share], label: Axis.percent(share)))
  }
  let labels = bars.map { "\($0.name): \($0.label)" }.joined(separator: ", ")
  let chart = BarChart(
    title: "Held-out n-grams never seen in training",
    description: "The share of n-grams in held-out sentences that the training text never showed: "
      + "\(labels). " + experiment.provenance,
    label: "length of the n-gram",
    y: Axis("share of held-out n-grams", ticks: [0, 0.25, 0.5, 0.75, 1], format: Axis.percent),
    bars: bars)
  try experiment.draw("unseen", chart.svg())
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
