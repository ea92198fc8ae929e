import Experiments
import Foundation

/// The run in a few lines, for the person who waited for it.
func summary(of results: Results) -> String {
  func number(_ key: String) -> String {
    switch results[key] {
    case .number(let value)? where value.isFinite: String(format: "%10.1f", value)
    default: "         ∞"
    }
  }
  func text(_ key: String) -> String {
    if case .text(let text)? = results[key] { text } else { "" }
  }
  func logProbability(_ sentence: String) -> String {
    number("sentences.\(sentence).kneserNey.logProbability")
  }
  let orders = 1...ExperimentCorpus.greatestOrder
  let perplexities = orders.map { order in
    "  \(order)   " + number("perplexity.maximumLikelihood.\(order).perplexity")
      + number("perplexity.addOne.\(order)") + number("perplexity.addK.\(order)")
      + number("perplexity.kneserNey.\(order)")
  }
  let sentences = ["sensible", "senseless"].map { sentence in
    "  \(logProbability(sentence))   \(text("sentences.\(sentence).text"))"
  }
  return
    (["", "Perplexity on held-out sentences", "  n   most likely   add one     add k  Kneser–Ney"]
    + perplexities + ["", "ln P by Kneser–Ney, n = 3"] + sentences + [""])
    .joined(separator: "\n")
}
