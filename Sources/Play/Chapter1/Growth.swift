import Chapter1
import Playing

extension SentencePlayer {
  /// How the number of different n-grams grows with the text.
  func growth() -> String {
    let sentences = models.sentences
    var table = Columns(["words of text", "words", "pairs", "triples", "4-grams", "5-grams"])
    var rows: [[Int]] = []
    for part in [16, 8, 4, 2, 1] {
      // Every 16th sentence, every 8th …, so that each part is a sample of the whole.
      let sample =
        part == 1
        ? sentences : stride(from: 0, to: sentences.count, by: part).map { sentences[$0] }
      let counts = part == 1 ? models.counts : CountedModels.count(sample)
      // Asked here also for what an answer before has counted already.
      let distinct = Parts.counting {
        (1...CountedModels.longest).map { counts.distinct(length: $0) }
      }
      rows.append(distinct)
      table.add(([sample.reduce(0) { $0 + $1.count }] + distinct).map(Figure.count))
    }
    let growth = zip(rows[rows.count - 2], rows[rows.count - 1]).map { half, whole in
      Figure.decimal(Double(whole) / Double(max(half, 1)), digits: 2)
    }
    table.add(["twice the text, times"] + growth)
    return "Different n-grams, by how much of the text is counted:\n\n" + table.text
      + "\n\n"
      + Paragraph.wrapped(
        "A factor of 2 would say that every n-gram of the second half is new. The longer the n-grams, "
          + "the nearer they come to it: more text brings more of them that stand there once.")
  }
}
