import Grading

private typealias Points = [[Double]]

/// What goes wrong in exercise 2.13.
let principalComponentsMistakes: [NamedImplementation<PrincipalComponents>] =
  centringMistakes + deflatingMistakes + secondMistakes + lengthMistakes + directionMistakes
  + mapMistakes

private let centringMistakes: [NamedImplementation<PrincipalComponents>] = [
  .of("the points' mean is not subtracted, and the first direction is that of the mean") {
    $0.centre = { points in points }
  },
  .of("each row's mean is subtracted, not each column's") {
    $0.centre = { points in points.map { less($0, average($0)) } }
  },
  .of("the mean of all numbers is subtracted from each, not each column's own") {
    $0.centre = { points in
      let mean = average(Array(points.joined()))
      return points.map { less($0, mean) }
    }
  },
  .of("the sum of each column is subtracted, not its mean") {
    $0.centre = { points in
      flipped(flipped(points).map { column in less(column, column.reduce(0, +)) })
    }
  },
  .of("the sum of each column is divided by N − 1, not by N, for its mean") {
    $0.centre = { points in
      flipped(
        flipped(points).map { column in
          less(column, column.reduce(0, +) / Double(max(column.count - 1, 1)))
        })
    }
  },
  .of("the first point is subtracted, not the mean") {
    $0.centre = { points in points.map { point in zip(point, points[0]).map { $0 - $1 } } }
  },
  .of("the coordinates are those of the points as they were before their mean was subtracted") {
    $0.coordinates = { _, given, direction in given.map { dot($0, direction) } }
  },
]

private let deflatingMistakes: [NamedImplementation<PrincipalComponents>] = [
  .of("the first component is not taken out, and the second is the first once more") {
    $0.deflate = { points, _, _ in points }
  },
  .of("the first component is added to the points, in place of being taken out") {
    $0.deflate = { points, along, direction in minus(points, along.map { -$0 }, direction) }
  },
  .of("the direction itself is subtracted from each point, not times the point's coordinate") {
    $0.deflate = { points, along, direction in minus(points, along.map { _ in 1 }, direction) }
  },
]

private let secondMistakes: [NamedImplementation<PrincipalComponents>] = [
  .of("y is made of the centred points, in place of what is left of them") {
    $0.coordinates = { _, given, direction in centred(given).map { dot($0, direction) } }
  },
  .of("the first component is taken out of the second start, but not of the points") {
    $0.deflate = { points, _, _ in points }
    $0.secondStart = { starts, first in
      zip(starts[1], first).map { $0 - dot(starts[1], first) * $1 }
    }
  },
  .of("both components start from the first of the two starts") {
    $0.secondStart = { starts, _ in starts[0] }
  },
  .of("the second component starts from the first one") { $0.secondStart = { _, first in first } },
]

private let lengthMistakes: [NamedImplementation<PrincipalComponents>] = [
  .of("w is not divided by its length, and grows without end") {
    $0.unit = { vector in vector }
  },
  .of("w is divided by the square of its length, the root being forgotten") {
    $0.unit = { vector in divided(vector, by: dot(vector, vector)) }
  },
  .of("w is divided by the sum of its numbers, not by its length") {
    $0.unit = { vector in divided(vector, by: vector.reduce(0, +)) }
  },
  .of("w is divided by its greatest number, not by its length") {
    $0.unit = { vector in divided(vector, by: greatest(vector)) }
  },
  .of("the start is not made a unit vector, and is returned as it is where nothing else is found") {
    $0.iterate = { pca, points, iteration in
      pca.rounds(points, iteration) { $0 }
    }
  },
  .of("w is only divided by its length after the last round, when it may be infinite") {
    $0.iterate = { pca, points, iteration in
      let table = single(points)
      var direction = single([pca.unit(iteration.start) ?? iteration.start])[0]
      for _ in 0..<iteration.count {
        let next = multiply(flipped(table), multiply(table, direction))
        if next.allSatisfy({ $0 == 0 }) { break }
        direction = next
      }
      let found = direction.map { Double($0) }
      return pca.unit(found) ?? found
    }
  },
  .of("the start is returned as it was given where there is nothing to find") {
    $0.iterate = { pca, points, iteration in
      let start = pca.unit(iteration.start) ?? iteration.start
      return pca.rounds(points, (start, iteration.count)) { _ in iteration.start }
    }
  },
  .of("zeros are returned where there is nothing to find, not the unit vector that is there") {
    $0.iterate = { pca, points, iteration in
      let start = pca.unit(iteration.start) ?? iteration.start
      return pca.rounds(points, (start, iteration.count)) { $0.map { _ in 0 } }
    }
  },
  .of("w is divided by the sum of its numbers without their signs, not by its length") {
    $0.unit = { vector in divided(vector, by: vector.reduce(0) { $0 + abs($1) }) }
  },
  .of("a vector of zeros is not looked for, and 0 / 0 is not a number") {
    $0.unit = { vector in
      let length = dot(vector, vector).squareRoot()
      return vector.map { number in number / length }
    }
  },
]

private let directionMistakes: [NamedImplementation<PrincipalComponents>] = [
  .of("only one round is made, whatever the number of iterations") {
    $0.iterate = { pca, points, iteration in
      pca.rounds(points, (iteration.start, min(iteration.count, 1)))
    }
  },
  .of("the rounds begin with ones, whatever the start is") {
    $0.iterate = { pca, points, iteration in
      pca.rounds(points, (iteration.start.map { _ in 1 }, iteration.count))
    }
  },
  .of("the start counts as the first round, and one is missing") {
    $0.iterate = { pca, points, iteration in
      pca.rounds(points, (iteration.start, max(iteration.count - 1, 0)))
    }
  },
  .of("one round too many is made") {
    $0.iterate = { pca, points, iteration in
      pca.rounds(points, (iteration.start, iteration.count + 1))
    }
  },
  .of("rounds are made until nothing changes, however many are asked for") {
    $0.iterate = { pca, points, iteration in
      pca.rounds(points, (iteration.start, max(iteration.count, 50)))
    }
  },
  .of("X w and Xᵀ (X w) count as a round each, and only half as many are made") {
    $0.iterate = { pca, points, iteration in
      pca.rounds(points, (iteration.start, (iteration.count + 1) / 2))
    }
  },
  .of("the component points away from its start") { $0.finish = { vector in negative(vector) } },
]

private let mapMistakes: [NamedImplementation<PrincipalComponents>] = [
  .of("the map has a row for each component, not for each point") {
    $0.shape = { rows in flipped(rows) }
  },
  .of("the two coordinates are exchanged") {
    $0.shape = { rows in rows.map { row in row.reversed() } }
  },
  .of("all first coordinates are put into the map's numbers before all second ones") {
    $0.shape = { rows in
      let numbers = Array(flipped(rows).joined())
      return rows.indices.map { [numbers[2 * $0], numbers[2 * $0 + 1]] }
    }
  },
  .of("the first coordinates are those of the points before their mean was subtracted") {
    $0.coordinates = { rest, given, direction in
      (rest == centred(given) ? given : rest).map { dot($0, direction) }
    }
  },
  .plane("the two starts are exchanged") { plane, points, first, second, iterations in
    plane(points, second, first, iterations)
  },
  .plane("the rounds are shared between the two components, half of them for each") {
    plane, points, first, second, iterations in plane(points, first, second, iterations / 2)
  },
]

/// What others do in exercise 2.13.
let principalComponentsConventions: [NamedImplementation<PrincipalComponents>] = [
  .of("each column is divided by its spread as well, so that all count alike") {
    $0.centre = { points in
      flipped(
        flipped(centred(points)).map { column in
          divided(column, by: (dot(column, column) / Double(column.count)).squareRoot()) ?? column
        })
    }
  },
  .of("the component is turned so that its first number is positive, not to its start's side") {
    $0.finish = { vector in vector[0] < 0 ? negative(vector) : vector }
  },
  .of("the component is turned so that its greatest number is positive, not to its start's side") {
    $0.finish = { vector in
      vector.contains { $0 < 0 && -$0 == greatest(vector) } ? negative(vector) : vector
    }
  },
  .of("each coordinate is divided by its spread, so that both axes are equally wide") {
    $0.shape = { rows in
      let axes: Points = flipped(rows).map { axis in axis.map(Double.init) }
      return single(flipped(axes.map { divided($0, by: dot($0, $0).squareRoot()) ?? $0 }))
    }
  },
]

private func average(_ numbers: [Double]) -> Double {
  numbers.reduce(0, +) / Double(numbers.count)
}

private func less(_ numbers: [Double], _ number: Double) -> [Double] { numbers.map { $0 - number } }

private func negative(_ numbers: [Double]) -> [Double] { numbers.map { -$0 } }

private func greatest(_ numbers: [Double]) -> Double {
  numbers.reduce(0) { max($0, abs($1)) }
}

private func divided(_ vector: [Double], by divisor: Double) -> [Double]? {
  divisor == 0 ? nil : vector.map { $0 / divisor }
}

extension NamedImplementation<PrincipalComponents> {
  /// A right component, and a map by the right one that is asked for something else.
  fileprivate static func plane(
    _ name: String,
    _ asking:
      @escaping @Sendable (
        _ plane: PrincipalComponents.Plane, _ points: Rows, _ first: [Float], _ second: [Float],
        _ iterations: Int
      ) -> Rows
  ) -> Self {
    let right = PCA().functions
    return .init(
      name,
      PrincipalComponents(
        component: right.component, plane: { asking(right.plane, $0, $1, $2, $3) }))
  }

  fileprivate static func of(_ name: String, _ change: (inout PCA) -> Void) -> Self {
    .init(name, PCA(change).functions)
  }
}
