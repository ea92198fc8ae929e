/// Exercise 2.13 in Double, with places where it can go wrong or another way.
struct PCA: Sendable {
  /// The rounds of power iteration: points, a start and a number of rounds give a direction.
  var iterate: @Sendable (PCA, Points, Iteration) -> [Double] = { $0.rounds($1, $2) }
  /// What is taken away from the points before anything else.
  var centre: @Sendable (Points) -> Points = { centred($0) }
  /// What is left of the points once a direction is taken out.
  var deflate: @Sendable (_ points: Points, _ along: [Double], _ direction: [Double]) -> Points = {
    minus($0, $1, $2)
  }
  /// The coordinates of the centred points; the second argument is the points as they came.
  var coordinates: @Sendable (_ rest: Points, _ given: Points, _ direction: [Double]) -> [Double] =
    {
      rest, _, direction in rest.map { dot($0, direction) }
    }
  /// A vector at length 1; nil where it is all zeros.
  var unit: @Sendable ([Double]) -> [Double]? = { vector in
    let length = dot(vector, vector).squareRoot()
    return length > 0 ? vector.map { $0 / length } : nil
  }
  /// Where the second component's rounds start, from both starts and the first component.
  var secondStart: @Sendable (_ starts: Points, _ first: [Double]) -> [Double] = { starts, _ in
    starts[1]
  }
  /// The last touch to a component.
  var finish: @Sendable ([Double]) -> [Double] = { $0 }
  /// The last touch to the coordinates.
  var shape: @Sendable (Rows) -> Rows = { $0 }

  typealias Points = [[Double]]
  typealias Iteration = (start: [Double], count: Int)

  init(_ change: (inout PCA) -> Void = { _ in }) { change(&self) }

  /// Both functions of the exercise.
  var functions: PrincipalComponents {
    PrincipalComponents(
      component: { points, start, iterations in
        component(points.map { $0.map(Double.init) }, (start.map(Double.init), iterations))
          .map(Float.init)
      },
      plane: { points, first, second, iterations in
        let given = points.map { $0.map(Double.init) }
        var rest = centre(given)
        let starts = [first, second].map { $0.map(Double.init) }
        var direction = starts[0]
        let axes = starts.indices.map { axis -> [Double] in
          let start = axis == 0 ? starts[0] : secondStart(starts, direction)
          direction = component(rest, (start, iterations))
          let coordinates = coordinates(rest, given, direction)
          rest = deflate(rest, coordinates, direction)
          return coordinates
        }
        return shape(single(flipped(axes)))
      })
  }

  func component(_ points: Points, _ iteration: Iteration) -> [Double] {
    finish(iterate(self, points, iteration))
  }

  /// As the formula says it.
  func rounds(_ points: Points, _ iteration: Iteration) -> [Double] {
    rounds(points, (unit(iteration.start) ?? iteration.start, iteration.count)) { $0 }
  }

  /// The same from a start as it is; `otherwise` is what to return where there is nothing to find.
  func rounds(
    _ points: Points, _ iteration: Iteration, otherwise: ([Double]) -> [Double]
  ) -> [Double] {
    var direction = iteration.start
    for _ in 0..<iteration.count {
      let along = points.map { dot($0, direction) }
      guard let next = unit(flipped(points).map { dot($0, along) }) else {
        return otherwise(direction)
      }
      direction = next
    }
    return direction
  }

  /// With XᵀX / N in place of X; the factor goes with the length.
  func roundsOfCovariance(_ points: Points, _ iteration: Iteration) -> [Double] {
    let columns = flipped(points)
    let covariance = columns.map { a in columns.map { dot(a, $0) / Double(points.count) } }
    var direction = unit(iteration.start) ?? iteration.start
    for _ in 0..<iteration.count {
      guard let next = unit(covariance.map { dot($0, direction) }) else { break }
      direction = next
    }
    return direction
  }

  /// With the greatest number at 1 in place of the length, up to the last round.
  func roundsOfGreatest(_ points: Points, _ iteration: Iteration) -> [Double] {
    var direction = iteration.start
    for _ in 0..<iteration.count {
      let along = points.map { dot($0, direction) }
      let next = flipped(points).map { dot($0, along) }
      let greatest = next.reduce(0) { max($0, abs($1)) }
      guard greatest > 0 else { break }
      direction = next.map { $0 / greatest }
    }
    return unit(direction) ?? direction
  }

  /// With X Xᵀ, a number for each pair of points.
  func roundsOfPairs(_ points: Points, _ iteration: Iteration) -> [Double] {
    let pairs = points.map { a in points.map { dot(a, $0) } }
    var direction = unit(iteration.start) ?? iteration.start
    var along = points.map { dot($0, direction) }
    for _ in 0..<iteration.count {
      guard let next = unit(flipped(points).map { dot($0, along) }) else { break }
      let length = dot(next, flipped(points).map { dot($0, along) })
      direction = next
      along = pairs.map { dot($0, along) / length }
    }
    return direction
  }

  /// Point by point.
  func roundsOfPoints(_ points: Points, _ iteration: Iteration) -> [Double] {
    var direction = unit(iteration.start) ?? iteration.start
    for _ in 0..<iteration.count {
      var sum = direction.map { _ in 0.0 }
      for point in points.reversed() {
        let along = dot(point, direction)
        for place in sum.indices { sum[place] += along * point[place] }
      }
      direction = unit(sum) ?? direction
    }
    return direction
  }
}

/// Points less the mean of each column.
func centred(_ points: [[Double]]) -> [[Double]] {
  let means = flipped(points).map { $0.reduce(0, +) / Double(points.count) }
  return points.map { zip($0, means).map { $0 - $1 } }
}

/// Points less a direction times each one's number.
func minus(_ points: [[Double]], _ along: [Double], _ direction: [Double]) -> [[Double]] {
  zip(points, along).map { point, factor in
    zip(point, direction).map { $0 - factor * $1 }
  }
}
