import Chapter2
import Experiments
import Text

/// Finds the plane in which some words are spread most, and the true neighbours of each of them.
func mapWords(_ learned: LearnedWords, _ experiment: Experiment) throws {
  let groups = [
    ("numbers", ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]),
    ("kin", ["father", "mother", "brother", "sister", "son", "daughter", "wife", "husband"]),
    ("the body", ["head", "eye", "ear", "hand", "foot", "arm", "mouth", "heart", "tongue"]),
    ("animals", ["horse", "dog", "sheep", "ox", "fish", "bird", "lion", "ass", "cattle"]),
    ("the land", ["river", "sea", "mountain", "lake", "island", "coast", "valley", "hill"]),
  ]
  let known = groups.enumerated().flatMap { group, entry in
    entry.1.compactMap { word in learned.vocabulary.id(of: word).map { (word, Int($0), group) } }
  }
  guard known.count > 2 else { return }
  let points = Matrix(known.map { column($0.1, of: learned.model.inputVectors) })
  let n = points.columns
  let starts = (
    first: [Float](repeating: 1, count: n), second: (0..<n).map { $0 % 2 == 0 ? 1 : -1 as Float }
  )
  let plane = try experiment.step("drawing the map") {
    planeCoordinates(of: points, starts: starts, iterations: 500)
  }.value
  func spread(_ values: [Float]) -> Double { values.reduce(0) { $0 + Double($1 * $1) } }
  let means = (0..<n).map { column($0, of: points).reduce(0, +) / Float(points.rows) }
  let all = (0..<points.rows).reduce(0) { sum, row in
    sum + spread(zip(points.row(row), means).map { $0 - $1 })
  }
  let neighbours = try known.map { word, id, _ in
    try experiment.step("looking for neighbours of \(word)") {
      nearestNeighbours(of: id, in: learned.model.inputVectors, count: 5)
    }.value
  }
  let values: [(String, ResultValue)] = [
    ("words", .integer(known.count)), ("spreadShare", .number(spread(plane.values) / all)),
    ("groups", .list(groups.map { .text($0.0) })),
    ("names", .list(known.map { .text($0.0) })), ("kinds", .list(known.map { .integer($0.2) })),
    ("places", .list((0..<plane.rows).map { list(plane.row($0)) })),
  ]
  for (key, value) in values { experiment.results.set("map.\(key)", to: value) }
  try experiment.write(
    dataOf: "map",
    .list(
      zip(known, neighbours).map { entry, found in
        .table([
          ("word", .text(entry.0)),
          ("near", .list(found.map { .text(learned.vocabulary.words[$0.word]) })),
          (
            "cosines",
            .list(found.map { .number((Double($0.similarity) * 100).rounded() / 100) })
          ),
        ])
      }))
}
