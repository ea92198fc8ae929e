import Chapter2
import Experiments
import Foundation
import Playing
import Text

extension WordPlayer {
  private static let file = ".course/play/map.html"
  private static let mostWords = 80

  /// Draws words in the plane in which they are spread most, into a page for the browser.
  func map(_ asked: [String]) -> String {
    let strangers = asked.filter { learned.id(of: $0) == nil }
    let groups = asked.isEmpty ? frequentWords : neighbourhoods(asked)
    let places = groups.enumerated().flatMap { group, ids in ids.map { (id: $0, group: group) } }
      .prefix(Self.mostWords)
    guard places.count > 2 else {
      return strangers.isEmpty
        ? "A map needs three words or more. Try: map"
        : Paragraph.wrapped(absence(of: Array(strangers.prefix(5))))
    }
    let points = Matrix(places.map { Chapter2.column($0.id, of: learned.inputVectors) })
    let n = points.columns
    let starts = (
      first: [Float](repeating: 1, count: n), second: (0..<n).map { $0 % 2 == 0 ? 1 : -1 as Float }
    )
    noteTraining()
    let plane = Part.all([Parts.lookUp, Parts.components]) {
      planeCoordinates(of: points, starts: starts, iterations: 300)
    }
    guard plane.rows == points.rows, plane.columns == 2, plane.values.allSatisfy(\.isFinite) else {
      return "2.13 gives no two finite numbers for each word: `swift run course check 2.13` looks "
        + "into it."
    }
    let drawing = PointMap(
      title: "A map of \(places.count) words",
      description: "Words whose vectors are alike stand near each other.",
      points: places.enumerated().map { row, place in
        .init(
          learned.words[place.id], x: Double(plane[row, 0]), y: Double(plane[row, 1]),
          group: place.group)
      })
    let note = strangers.isEmpty ? "" : "\n" + absence(of: Array(strangers.prefix(5)))
    return write(drawing.svg(.wide), words: places.count) + note
  }

  /// Frequent words, but for the most frequent of all, which go with everything.
  private var frequentWords: [[Int]] {
    let first = learned.words.count > 300 ? 60 : 0
    return [Array(learned.words.indices.dropFirst(first).prefix(60))]
  }

  /// Each of some words with its nearest neighbours, a group each; no word stands twice.
  private func neighbourhoods(_ words: [String]) -> [[Int]] {
    let asked = Set(words).compactMap { learned.id(of: $0) }.sorted().prefix(8)
    // What was asked for is in no other word's group.
    var seen = Set(asked)
    return asked.map { id in
      [id]
        + nearest(to: id, in: learned.inputVectors, count: 7).map(\.word)
        .filter { seen.insert($0).inserted }
    }
  }

  private func write(_ drawing: String, words: Int) -> String {
    let page = """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>A map of \(words) words</title>
      <style>body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: system-ui }</style>
      <h1>A map of \(words) words</h1>
      <p>Two numbers of each vector’s many: those along which these words are spread most.</p>
      \(drawing)
      </html>

      """
    do throws(TextError) {
      try? FileManager.default.createDirectory(
        atPath: ".course/play", withIntermediateDirectories: true)
      try TextFile.write(Data(page.utf8), to: Self.file)
    } catch { return "\(error)" }
    let url = URL(filePath: Self.file).absoluteString
    return "A map of \(words) words: \(url)\n"
      + (options.isWatched && Browser.open(Self.file)
        ? "It opens in your browser." : "Open it in your browser.")
  }
}
