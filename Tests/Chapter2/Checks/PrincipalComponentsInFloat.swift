/// Exercise 2.13 as a learner may write it: in Float, with the rounds by recursion.
let functionsInFloat = PrincipalComponents(
  component: { componentInFloat(of: $0, $1, $2) },
  plane: { points, first, second, iterations in
    let means = flipped(points).map { $0.reduce(0, +) / Float(points.count) }
    let centred = points.map { zip($0, means).map { $0 - $1 } }
    let along = componentInFloat(of: centred, first, iterations)
    let x = multiply(centred, along)
    let rest = zip(centred, x).map { point, part in zip(point, along).map { $0 - part * $1 } }
    let y = multiply(rest, componentInFloat(of: rest, second, iterations))
    return zip(x, y).map { [$0, $1] }
  })

private func componentInFloat(of points: Rows, _ start: [Float], _ rounds: Int) -> [Float] {
  let squares = start.map { $0 * $0 }.reduce(0, +)
  let direction = start.map { $0 / squares.squareRoot() }
  guard rounds > 0 else { return direction }
  let next = multiply(flipped(points), multiply(points, direction))
  return next.contains { $0 != 0 } ? componentInFloat(of: points, next, rounds - 1) : direction
}
