import Grading

/// What exercise 2.13 asks for: the direction of greatest spread, and a map in the plane.
public struct PrincipalComponents: Sendable {
  /// A unit vector, from points, a start and a number of rounds.
  public typealias Component =
    @Sendable (_ points: Rows, _ start: [Float], _ iterations: Int) -> [Float]
  /// Two coordinates for each point, from points, two starts and a number of rounds.
  public typealias Plane =
    @Sendable (_ points: Rows, _ first: [Float], _ second: [Float], _ iterations: Int) -> Rows

  let component: Component
  let plane: Plane

  /// Collects the two functions.
  public init(component: @escaping Component, plane: @escaping Plane) {
    self.component = component
    self.plane = plane
  }
}

/// The grader of exercise 2.13, two principal components by power iteration.
///
/// The cross has XᵀX = ((18, 0), (0, 2)): a round multiplies the first number by 9 against the
/// second. From (1, 1), one round gives (9, 1) / √82, and 30 rounds give (1, 0) as far as a Float
/// can tell. Moved by (10, 5), its two coordinates are those of the cross itself.
public let principalComponentsExercise = Exercise<PrincipalComponents>(
  "2.13", section: "map",
  examine: { components, examination in
    examineComponent(components, &examination)
    examinePlane(components, &examination)
    examineSpace(components, &examination)
    examination.checkAgreement(
      samples: 25, tolerance: rounding * 3, drawing: { $0.pointsForComponent() },
      claim: \.componentClaim,
      computed: { components.component($0.points, $0.starts.first, $0.iterations) },
      expected: \.component)
    examination.checkAgreement(
      samples: 30, tolerance: roundingOfMap, scale: .largest, drawing: { $0.pointsForPlane() },
      claim: \.planeClaim,
      computed: { components.plane($0.points, $0.starts.first, $0.starts.second, $0.iterations) },
      expected: \.plane)
    examination.checkGrowth(
      of: "two rounds of power iteration with n points", from: 50, to: 1600,
      preparing: { flipped(pattern(rows: 3, columns: $0, seed: 2)) },
      working: { _ = components.component($0, [1, 0.5, 0.25], 2) })
  },
  mistakes: principalComponentsMistakes,
  conventions: principalComponentsConventions,
  alternatives: [
    .init(
      "the matrix XᵀX made once, its mean taken, in Double",
      PCA { $0.iterate = { pca, points, rounds in pca.roundsOfCovariance(points, rounds) } }
        .functions),
    .init(
      "the point's part in a direction summed up, point by point",
      PCA { $0.iterate = { pca, points, rounds in pca.roundsOfPoints(points, rounds) } }.functions),
    .init(
      "the greatest number made 1 in each round, and the length at the end",
      PCA { $0.iterate = { pca, points, rounds in pca.roundsOfGreatest(points, rounds) } }
        .functions),
    .init("in Float throughout, the rounds by recursion", functionsInFloat),
  ],
  tooSlow: [
    .init(
      "the products of all points with all points, X Xᵀ",
      PCA { $0.iterate = { pca, points, rounds in pca.roundsOfPairs(points, rounds) } }.functions)
  ])

private let cross: Rows = [[3, 0], [-3, 0], [0, 1], [0, -1]]
private let movedCross: Rows = [[13, 5], [7, 5], [10, 6], [10, 4]]

private func examineComponent(
  _ components: PrincipalComponents, _ examination: inout Examination
) {
  func check(
    _ points: Rows, _ start: [Float], _ iterations: Int, _ remark: String, is expected: [Float]
  ) {
    examination.check(
      "principalComponent(of: \(written(points)), start: \(written(start)), "
        + "iterations: \(iterations))\(remark)",
      components.component(points, start, iterations), is: expected, tolerance: rounding)
  }
  check([[1, 0], [-1, 0]], [1, 1], 1, "", is: [1, 0])
  check([[1, 0], [-1, 0]], [3, 4], 0, ", the start made a unit vector", is: [0.6, 0.8])
  check(cross, [1, 1], 1, ", (18, 2) at length 1", is: [0.9938837, 0.1104315])
  check(cross, [1, 1], 2, ", (81, 1) at length 1", is: [0.9999238, 0.0123448])
  check(cross, [1, 1], 30, "", is: [1, 0])
  check(cross, [-1, 1], 30, ", on the side of its start", is: [-1, 0])
  check([[1, 2], [-1, -2], [2, 4], [-2, -4]], [0, 3], 5, "", is: [0.4472136, 0.8944272])
  check([[0, 0], [0, 0]], [3, 4], 5, ", no spread at all", is: [0.6, 0.8])
  check([[1, 0], [-1, 0]], [0, 2], 5, ", no spread in the start's direction", is: [0, 1])
  check([[0, 0, 0]], [2, -1, 2], 5, ", a single point", is: [0.6666667, -0.3333333, 0.6666667])
  check([[0.7, 0.4], [-0.7, -0.4]], [-2, 0], 3, "", is: [-0.8682431, -0.4961389])
  check([[5], [-2], [-3]], [-7], 4, ", where there is only one direction", is: [-1])
  check([[1000, 0], [-1000, 0], [0, 1], [0, -1]], [1, 1], 20, "", is: [1, 0])
}

private func examinePlane(_ components: PrincipalComponents, _ examination: inout Examination) {
  func check(
    _ points: Rows, _ first: [Float], _ second: [Float], _ remark: String, is expected: Rows
  ) {
    examination.check(
      "planeCoordinates(of: \(written(points)), starts: (\(written(first)), \(written(second))), "
        + "iterations: 30)\(remark)",
      components.plane(points, first, second, 30), is: expected, tolerance: roundingOfMap)
  }
  let across: Rows = [[3, 0], [-3, 0], [0, 1], [0, -1]]
  check(cross, [1, 1], [1, 1], ", which has its mean at 0", is: across)
  check(movedCross, [1, 1], [1, 1], ", the same moved by (10, 5)", is: across)
  check(
    movedCross, [-1, 1], [1, -1], ", seen from the other side",
    is: across.map { $0.map { -$0 } })
  check(
    movedCross.map { $0.reversed() }, [1, 1], [1, 1], ", now widest in the second number",
    is: across)
}

private func examineSpace(_ components: PrincipalComponents, _ examination: inout Examination) {
  func check(_ points: Rows, _ iterations: Int, _ remark: String, is expected: Rows) {
    examination.check(
      "planeCoordinates(of: \(written(points)), starts: ([3, 4, 0], [0, 0, 2]), "
        + "iterations: \(iterations))\(remark)",
      components.plane(points, [3, 4, 0], [0, 0, 2], iterations), is: expected,
      tolerance: roundingOfMap)
  }
  check([[4, 7, -2]], 5, ", a single point", is: [[0, 0]])
  check(
    Array(repeating: [0.5, 0.25, 2], count: 4), 5, ", the same point again and again",
    is: Array(repeating: [0, 0], count: 4))
  check(
    [[1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 0, -1]], 0, ", along the starts at length 1",
    is: [[0.6, 0], [-0.6, 0], [0, 1], [0, -1]])
  // Three spreads that differ, in directions at right angles, moved by (1, 2, 3).
  check(
    [[4, 2, 3], [-2, 2, 3], [1, 4, 3], [1, 0, 3], [1, 2, 4], [1, 2, 2]], 1,
    ", after one round (27, 16, 0), and from what is left its second",
    is: PCA().functions.plane(
      [[4, 2, 3], [-2, 2, 3], [1, 4, 3], [1, 0, 3], [1, 2, 4], [1, 2, 2]], [3, 4, 0], [0, 0, 2], 1))
  // Rounds are few, so that what was not rounded off yet shows.
  for iterations in [1, 4] {
    examination.check(
      "planeCoordinates of 6 points of 3 numbers, \(iterations) iterations",
      components.plane(flipped(sixWords.input), [1, 0, 0], [0, 1, 1], iterations),
      is: PCA().functions.plane(flipped(sixWords.input), [1, 0, 0], [0, 1, 1], iterations),
      tolerance: roundingOfMap)
  }
}

/// Points of size 10 are off by 10 · 2⁻²⁴ as soon as their mean is taken away, and every sum over
/// them adds as much: ten times what numbers of about 1 are off by.
private let roundingOfMap = 1e-4
