import Chapter1
import Playing
import Text

extension SentencePlayer {
  /// What each length of n-grams makes of a sentence's beginning: the most probable next tokens, and
  /// draws.
  mutating func continuation(of words: [String]) -> String {
    let vocabulary = models.vocabulary
    var blocks = ["“\(Paragraph.shown(words))” goes on, by bare counts:"]
    for order in 1...CountedModels.longest {
      let model = models.nGram(order)
      let history = [Marker.start] + words
      let weights = vocabulary.map { model.probability(of: $0, after: history) }
      guard weights.contains(where: { $0 > 0 }) else {
        blocks.append(silence(after: history.suffix(order - 1), from: order))
        break
      }
      let next = weights.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
        .prefix(5).filter { weights[$0] > 0 }
        .map { "\(Self.name(vocabulary[$0])) \(Figure.percent(weights[$0]))" }
      var lines = ["  n = \(order)   \(next.joined(separator: " · "))"]
      for _ in 0..<2 { lines.append("          … " + draw(from: model, after: words)) }
      blocks.append(lines.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n")
  }

  /// A token as a reader knows it.
  static func name(_ token: String) -> String {
    token == Marker.end ? "(end)" : Paragraph.shown(token)
  }

  private static let mostDrawn = 12

  private mutating func draw(
    from model: Watched<NGramModel>, after words: [String]
  ) -> String {
    var generator = self.generator
    let drawn = Part.all([Parts.weightedDraw, Parts.sampling]) {
      sampleSentence(
        from: Continuing(model: model, words: words), vocabulary: models.vocabulary,
        maximumLength: Self.mostDrawn, draw: { generator.nextUniform() })
    }
    self.generator = generator
    if drawn.isEmpty { return Self.name(Marker.end) }
    let text = drawn.joined(separator: " ")
    return drawn.count < Self.mostDrawn ? "\(text)." : "\(text) …"
  }

  /// Why longer n-grams know nothing.
  private func silence(after history: ArraySlice<String>, from order: Int) -> String {
    let longest = CountedModels.longest
    let orders = order == longest ? "n = \(order)" : "n = \(order) to \(longest)"
    let words = Paragraph.shown(history.filter { $0 != Marker.start })
    let place = history.first == Marker.start ? " at a sentence's beginning" : ""
    return Paragraph.wrapped(
      "\(orders): nothing, for the text never has “\(words)”\(place), and no count says what comes "
        + "next.", indent: 2)
  }
}
