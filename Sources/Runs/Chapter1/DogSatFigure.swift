import Experiments

extension Chapter1Figures {
  /// Kneser–Ney by hand: what is taken off the counts, gathered, and given out along a shorter history.
  static func dogSat(_ results: Results) throws -> BackoffDiagram {
    let words = try results.texts("dogSat.words")
    let probabilities = try results.numbers("dogSat.probabilities")
    guard let followed = words.firstIndex(of: "sat"), probabilities.count == words.count else {
      throw RunError("error: the results of “dogSat” lack “sat”; run the chapter again")
    }
    func level(_ name: String, _ key: String, _ unit: String) throws -> BackoffDiagram.Level {
      .init(
        name, unit: unit, counts: try results.numbers("dogSat.\(key).counts"),
        discounts: try results.numbers("dogSat.\(key).discounts"),
        gamma: try results.number("dogSat.\(key).gamma"))
    }
    let pair = try level("after dog", "pair", "times seen")
    let single = try level("after anything", "single", "words it was seen after")
    let share = Array(repeating: 1 / Double(words.count), count: words.count)
    let uniform = BackoffDiagram.Level(
      "any word", unit: "all alike", counts: share,
      discounts: share.map { _ in 0 }, gamma: 0)
    let gammas = try ["pair", "single"].map {
      Magnitude.fraction(try results.number("dogSat.\($0).gamma"))
    }
    return BackoffDiagram(
      title: "The probability of sat after dog, which was never seen there",
      description: "Three levels. After dog, jumped was seen once and loses half of its count: "
        + "γ is \(gammas[0]). That is given out by the number of words that each word was seen "
        + "after; these counts are discounted too, and γ, \(gammas[1]), goes to all "
        + "\(words.count) types alike. Sat gets 0 from the first level, and from all together "
        + "\(Magnitude.plain(probabilities[followed], digits: 2)); jumped has "
        + "\(Magnitude.plain(probabilities[3], digits: 2)). " + results.provenance,
      words: words, followed: followed, levels: [pair, single, uniform], sumName: "P(w | dog)")
  }
}
