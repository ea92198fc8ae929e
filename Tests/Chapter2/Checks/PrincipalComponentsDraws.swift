import Grading

/// A random cloud of points with where the rounds start, and how many there are.
struct DrawnPoints {
  let points: Rows
  let starts: (first: [Float], second: [Float])
  var iterations: Int

  /// What the oracle makes of the points.
  var component: [Float] { PCA().functions.component(points, starts.first, iterations) }

  /// The coordinates by the oracle.
  var plane: Rows { PCA().functions.plane(points, starts.first, starts.second, iterations) }

  var componentClaim: String {
    "principalComponent(of: \(written(points)), start: \(written(starts.first)), "
      + "iterations: \(iterations))"
  }

  var planeClaim: String {
    "planeCoordinates(of: \(written(points)), starts: (\(written(starts.first)), "
      + "\(written(starts.second))), iterations: \(iterations))"
  }

  /// The same with fewer rounds, as few as it takes for rounding not to matter.
  ///
  /// Where the start holds next to nothing of the greatest spread, each round multiplies what
  /// rounding has put there; with no rounds at all it cannot.
  fileprivate func steadied(_ value: (DrawnPoints) -> [Float]) -> DrawnPoints {
    var steady = self
    while steady.iterations > 0,
      [3, 5].contains(where: { period in
        let shaken = value(steady.shaken(period))
        let calm = value(steady)
        let largest = calm.map(abs).max() ?? 0
        return zip(shaken, calm).contains { abs($0 - $1) > 5e-6 * max(largest, 1e-10) }
      })
    {
      steady.iterations /= 2
    }
    return steady
  }

  /// Points and starts with each number off by about what rounding makes of it.
  private func shaken(_ period: Int) -> DrawnPoints {
    var place = 0
    func shaken(_ numbers: [Float]) -> [Float] {
      numbers.map { number in
        place += 1
        return number * (place % period < period / 2 ? 1 + 5e-7 : 1 - 5e-7)
      }
    }
    return DrawnPoints(
      points: points.map(shaken),
      starts: (first: shaken(starts.first), second: shaken(starts.second)),
      iterations: iterations)
  }
}

extension Draws {
  /// Points with their mean at 0, as far as a Float can tell.
  mutating func pointsForComponent() -> DrawnPoints {
    let size = integer(1...4)
    let scale: Float = element(of: [1, 1e-4, 1000])
    var points: Rows = matrix(integer(0...5), size, scale: scale)
    points.append((0..<size).map { place in -points.reduce(0) { $0 + $1[place] } })
    let drawn = DrawnPoints(
      points: points, starts: (first: numbers(size), second: []), iterations: rounds())
    return drawn.steadied(\.component)
  }

  /// Points anywhere, the first and the last of which lie far apart, so that there is a spread.
  mutating func pointsForPlane() -> DrawnPoints {
    let size = integer(1...4)
    let scale: Float = element(of: [1, 1e-4, 1000])
    func farOut(_ numbers: [Float]) -> [Float] { numbers.map { abs($0) + scale } }
    let (one, other) = (farOut(numbers(size, scale: scale)), farOut(numbers(size, scale: scale)))
    let points = [one] + matrix(integer(0...4), size, scale: scale) + [other.map { -$0 }]
    // A start between the two, or the opposite, so that there are first coordinates.
    let side: Float = truth() ? -1 : 1
    let first: [Float] = numbers(size).map { side * abs($0) }
    let drawn = DrawnPoints(
      points: points, starts: (first: first, second: numbers(size)), iterations: rounds())
    return drawn.steadied { $0.plane.flatMap(\.self) }
  }

  private mutating func rounds() -> Int { element(of: [1, 0, 2, 3, 8]) }
}
