import Chapter2
import Foundation
import Playing

extension WordPlayer {
  /// The ten words nearest to a word.
  func neighbours(of word: String) -> String {
    guard let id = learned.id(of: word) else { return Paragraph.wrapped(absence(of: [word])) }
    let found = nearest(to: id, in: learned.inputVectors, count: 10)
    var table = Columns([word, "cosine"])
    for neighbour in found {
      table.add([
        learned.words[neighbour.word], Figure.decimal(Double(neighbour.similarity), digits: 3),
      ])
    }
    return table.text
  }

  func nearest(to word: Int, in vectors: Matrix, count: Int) -> [Neighbour] {
    noteTraining()
    return Part.all([Parts.lookUp, Parts.neighbours]) {
      nearestNeighbours(of: word, in: vectors, count: count)
    }
  }

  /// The word that is least like the others; of two words, how alike they are.
  func oddOneOut(_ line: [String]) -> String {
    var words: [String] = []
    for word in line where !words.contains(word) { words.append(word) }
    let strangers = words.filter { learned.id(of: $0) == nil }
    let known = words.filter { learned.id(of: $0) != nil }.prefix(Self.mostWords).map(\.self)
    guard known.count > 1 else {
      return Paragraph.wrapped(
        absence(of: Array(strangers.prefix(5))) + " For a gap, write “_” in its place.")
    }
    let vectors = Matrix(
      known.compactMap { learned.id(of: $0) }.map { Chapter2.column($0, of: learned.inputVectors) }
    ).transposed()
    let means = known.indices.map { place in
      let others = nearest(to: place, in: vectors, count: known.count - 1)
      return others.reduce(0.0) { $0 + Double($1.similarity) } / Double(max(others.count, 1))
    }
    let left =
      strangers.isEmpty ? "" : "\n\n" + Paragraph.wrapped(absence(of: Array(strangers.prefix(5))))
    if known.count == 2 {
      return "The cosine of “\(known[0])” and “\(known[1])” is "
        + "\(Figure.decimal(means[0], digits: 3))." + left
    }
    let order = known.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    var table = Columns(["word", "mean cosine with the others"])
    for place in order { table.add([known[place], Figure.decimal(means[place], digits: 3)]) }
    return "The odd one out is “\(known[order[0]])”.\n\n" + table.text + left
  }

  private static let mostWords = 40
}
