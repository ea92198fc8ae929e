import Chapter1
import Foundation
import Playing
import Text

extension SentencePlayer {
  /// Two sentences under four models.
  mutating func comparison(of line: String) -> String {
    let sentences = line.split(separator: "|").map { Tokenizer.words(in: String($0)) }
    guard sentences.count == 2, sentences.allSatisfy({ !$0.isEmpty }) else {
      return "Two sentences have “|” between them. Try: compare the boy ate fish | fish ate the boy"
    }
    sentences.forEach { keep($0) }
    let scorers = scorers
    let sums = sentences.map { words in scorers.map { $0.logProbability(words) } }
    var table = Columns(["ln P"] + scorers.map(\.name))
    for (name, sum) in zip(["first", "second"], sums) {
      table.add([name] + sum.map { Figure.decimal($0) })
    }
    if sentences[0].count != sentences[1].count {
      for (name, (words, sum)) in zip(["first", "second"], zip(sentences, sums)) {
        table.add(
          ["\(name), per token"]
            + sum.map { Figure.decimal($0 / Double(words.count + 1), digits: 2) })
      }
    }
    let verdicts = scorers.enumerated().map { place, scorer in
      "\(scorer.name): " + Self.verdict(sums[0][place], sums[1][place])
    }
    return table.text + "\n\n" + verdicts.joined(separator: "\n")
  }

  private static func verdict(_ first: Double, _ second: Double) -> String {
    if first == -.infinity, second == -.infinity { return "both are impossible." }
    let (name, other) = first > second ? ("first", "second") : ("second", "first")
    if min(first, second) == -.infinity {
      return "the \(name) is possible, the \(other) is not."
    }
    let ratio = exp(abs(first - second))
    if ratio < 1.005 { return "both are equally probable." }
    return "the \(name) is \(Figure.times(ratio)) times as probable."
  }
}
