import Chapter2
import Foundation
import Playing
import Text

/// The mark of a gap in a line.
enum Gap {
  /// Whether a piece of a line marks the gap, with punctuation behind it or not.
  static func isMark(_ piece: String) -> Bool {
    let mark = piece.filter { !".,;:!?".contains($0) }
    return !mark.isEmpty && mark.allSatisfy { "_▢□".contains($0) }
  }
}

extension WordPlayer {
  private static let halfWidth = 4

  /// What the model expects in a gap, from the whole context and from each word of it.
  func fill(_ pieces: [String]) -> String {
    guard pieces.count(where: Gap.isMark) == 1,
      let place = pieces.firstIndex(where: Gap.isMark)
    else { return "One gap at a time, please. Try: the cat _ over the puddle" }
    guard let model = learned.model else {
      return Paragraph.wrapped(
        "A gap needs the output vectors too, and this run kept the input vectors only; `swift run "
          + "course run 2` keeps both.")
    }
    let before = pieces[..<place].flatMap { Tokenizer.words(in: $0) }
    let after = pieces[(place + 1)...].flatMap { Tokenizer.words(in: $0) }
    let strangers = (before + after).filter { learned.id(of: $0) == nil }
    let left = before.compactMap { learned.id(of: $0) }.suffix(Self.halfWidth)
    let right = after.compactMap { learned.id(of: $0) }.prefix(Self.halfWidth)
    guard !(left + right).isEmpty else {
      return strangers.isEmpty
        ? "A gap needs words around it. Try: the cat _ over the puddle"
        : Paragraph.wrapped(absence(of: Array(strangers.prefix(5))))
    }
    // Whatever stands in the gap, it is no part of its own context.
    let found = Parts.windows { windows(of: left + [0] + right, halfWidth: Self.halfWidth) }
    guard found.indices.contains(left.count) else {
      return "2.1 gives no window around the gap: `swift run course check 2.1` looks into it."
    }
    let context = found[left.count].context
    var lines = [(name: "all together", guesses: expected(in: context, model, count: 8))]
    var seen: Set<Int> = []
    for word in context where seen.insert(word).inserted {
      lines.append((learned.words[word] + " alone", expected(in: [word], model, count: 4)))
    }
    let width = lines.map(\.name.count).max() ?? 0
    let text = lines.map { name, guesses in
      let label = "  " + name.padding(toLength: width + 3, withPad: " ", startingAt: 0)
      let body = Paragraph.wrapped(guesses, indent: label.count)
      return label + body.dropFirst(label.count)
    }.joined(separator: "\n")
    guard !strangers.isEmpty else { return text }
    return text + "\n\n" + Paragraph.wrapped(absence(of: Array(strangers.prefix(5))))
  }

  /// The most probable words in a context.
  private func expected(in context: [Int], _ model: CBOWModel, count: Int) -> String {
    noteTraining()
    let shares = Part.all(Parts.ofPrediction) { probabilities(of: context, in: model) }
    return shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }.prefix(count)
      .map {
        "\(learned.words[$0])\u{A0}\(Figure.percent(Double(shares[$0])).replacing(" ", with: "\u{A0}"))"
      }
      .joined(separator: " · ")
  }
}
