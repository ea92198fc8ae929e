import Chapter2
import Foundation
import Testing
import Text

@Suite("The space of word vectors")
struct WordSpaceTests {
  // Columns: (1, 0), (2, 2), (0, 3), (−1, 0), (0, 0), (5, 5).
  let vectors = Matrix([[1, 2, 0, -1, 0, 5], [0, 2, 3, 0, 0, 5]])

  @Test("neighbours go by the angle alone, equal ones by their ids, and never hold the word itself")
  func neighbours() {
    let all = nearestNeighbours(of: 0, in: vectors, count: 9)
    #expect(all.map(\.word) == [1, 5, 2, 4, 3])
    let half = Float(0.5).squareRoot()
    #expect(areClose(all.map(\.similarity), [half, half, 0, 0, -1]))
    #expect(nearestNeighbours(of: 1, in: vectors, count: 1).map(\.word) == [5])
    #expect(nearestNeighbours(of: 4, in: vectors, count: 5).map(\.word) == [0, 1, 2, 3, 5])
    #expect(nearestNeighbours(of: 0, in: vectors, count: 0).isEmpty)
  }

  // Points on a line through (3, 4) with some spread across it: the components are (3, 4)/5 and
  // (−4, 3)/5, and the coordinates the numbers that the points are made of.
  static let alongs: [Float] = [-4, -2, 0, 2, 4]
  static let acrosses: [Float] = [0.5, -1, 1, -1, 0.5]
  static func points(offset: Float) -> Matrix {
    Matrix(
      zip(alongs, acrosses).map { along, across in
        [(3 * along - 4 * across) / 5 + offset, (4 * along + 3 * across) / 5 - offset]
      })
  }

  @Test("the first component is the direction of greatest spread, on the start's side")
  func firstComponent() {
    let points = Self.points(offset: 0)
    let component = principalComponent(of: points, start: [1, 0], iterations: 50)
    #expect(areClose(component, [0.6, 0.8], tolerance: 1e-5))
    let opposite = principalComponent(of: points, start: [-1, 0], iterations: 50)
    #expect(areClose(opposite, [-0.6, -0.8], tolerance: 1e-5))
  }

  @Test("without any spread the start is all there is, at length one")
  func noSpread() {
    let points = Matrix(rows: 3, columns: 2)
    #expect(principalComponent(of: points, start: [3, 4], iterations: 5) == [0.6, 0.8])
    #expect(principalComponent(of: points, start: [0, 2], iterations: 0) == [0, 1])
  }

  @Test("coordinates in the plane are those along and across, wherever the points' middle is")
  func plane() {
    for offset: Float in [0, 100] {
      let plane = planeCoordinates(
        of: Self.points(offset: offset), starts: ([1, 0], [0, 1]), iterations: 50)
      let expected = Matrix(zip(Self.alongs, Self.acrosses).map { [$0, $1] })
      #expect(areClose(plane, expected, tolerance: 1e-4))
    }
  }

  @Test("the plane's axes are uncorrelated, and the first is spread more")
  func uncorrelated() {
    var generator = SeededGenerator(seed: 8)
    let points = Matrix(
      rows: 40, columns: 6,
      values: (0..<240).map { Float($0 % 6 + 1) * Float(generator.nextUniform() + 3) })
    let start = [Float](repeating: 1, count: 6)
    let plane = planeCoordinates(of: points, starts: (start, [1, 0, 0, 0, 0, 0]), iterations: 300)
    let (x, y) = (column(0, of: plane), column(1, of: plane))
    func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(dot(x, x) > dot(y, y))
    #expect(abs(dot(x, y)) < 1e-3 * dot(y, y))
    #expect(abs(x.reduce(0, +)) < 1e-3 && abs(y.reduce(0, +)) < 1e-3)
  }
}
